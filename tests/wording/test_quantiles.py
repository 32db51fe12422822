"""Quarters, fifths and tenths in words."""

from __future__ import annotations

from generator.wording.quantiles import explained, word


def test_fifths_have_a_middle_and_quarters_have_none() -> None:
    assert [word(part, 5, "down") for part in range(1, 6)] == [
        *("worst fifth", "second worst fifth", "middle fifth"),
        *("second best fifth", "best fifth"),
    ]
    assert [word(part, 4, "up") for part in range(1, 5)] == [
        *("worst quarter", "second worst quarter", "second best quarter", "best quarter"),
    ]


def test_where_neither_way_is_better_the_first_is_the_lowest() -> None:
    assert [word(part, 10, "none") for part in (1, 5, 6, 10)] == [
        *("lowest tenth", "fifth lowest tenth", "fifth highest tenth", "highest tenth"),
    ]
    assert "the lowest first" in explained(10, "none")
    assert explained(5, "down") == (
        "Places of one kind with a value are parted into fifths of about as many each, the worst "
        "first. Places in neighbouring parts may differ by chance alone."
    )
