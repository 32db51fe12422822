"""Quarters, fifths and tenths in words."""

from __future__ import annotations

from generator.wording.quantiles import explained, in_the_first, name, word


def test_fifths_have_a_middle_and_quarters_have_none() -> None:
    assert [word(part, 5, "down") for part in range(1, 6)] == [
        *("worst", "second worst", "middle", "second best", "best"),
    ]
    assert [word(part, 4, "up") for part in range(1, 5)] == [
        *("worst", "second worst", "second best", "best"),
    ]
    assert [name(of) for of in (4, 5, 10)] == ["quarter", "fifth", "tenth"]


def test_where_neither_way_is_better_the_first_is_the_lowest() -> None:
    assert [word(part, 10, "none") for part in (1, 5, 6, 10)] == [
        *("lowest", "fifth lowest", "fifth highest", "highest"),
    ]
    assert in_the_first(10, "none", "ward", 24, "Elm and Oak") == (
        "Lowest tenth of 24 wards: Elm and Oak."
    )


def test_who_is_in_the_first_is_named_and_what_it_does_not_say() -> None:
    assert in_the_first(5, "down", "ward", 9, "Elm and Oak") == (
        "Worst fifth of nine wards: Elm and Oak."
    )
    assert explained(5) == (
        "Each fifth has about as many places of one kind. Places in neighbouring fifths may differ "
        "by chance alone."
    )
