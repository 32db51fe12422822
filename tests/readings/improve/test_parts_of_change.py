"""Parts of a change that add up to it, by a published example and by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.readings.improve.parts_of_change import Counted, of_counts, of_values

ONE = np.zeros(2, dtype=np.int64)
PERCENT = np.full(2, 100.0)


def counted(*pairs: tuple[float, float]) -> Counted:
    x, n = zip(*pairs, strict=True)
    return Counted(np.array(x, dtype=float), np.array(n, dtype=float))


def test_by_hand() -> None:
    """Then 20 of 100 and 60 of 100: 40%. Now 15 of 50 and 75 of 150: 45%, up 5 points.

    The first part: own value 20% to 30%, weight 1/2 to 1/4: 3/8 × 10 = +3.75 through its value,
    −1/4 × (25 − 42.5) = +4.375 through its weight. The second: 60% to 50%, weight 1/2 to 3/4:
    5/8 × −10 = −6.25, and 1/4 × (55 − 42.5) = +3.125. In all −2.5 + 7.5 = 5.
    """
    then, now = counted((20, 100), (60, 100)), counted((15, 50), (75, 150))
    value, weight = of_values(now, then, ONE, PERCENT)
    assert value == pytest.approx([3.75, -6.25])
    assert weight == pytest.approx([4.375, 3.125])
    assert (value + weight).sum() == pytest.approx(5)


def test_the_totals_are_kitagawas() -> None:
    """Without the whole's value taken off, her second term is −1/4 × 25 + 1/4 × 55 = 7.5: the same
    in all as 4.375 + 3.125."""
    then, now = counted((20, 100), (60, 100)), counted((15, 50), (75, 150))
    value, weight = of_values(now, then, ONE, PERCENT)
    assert value.sum() == pytest.approx(-2.5)
    assert weight.sum() == pytest.approx(-0.25 * 25 + 0.25 * 55)


def test_a_part_that_is_new_adds_through_its_weight_alone() -> None:
    """From 20 of 100 to 20 of 100 and 30 of 50: 20% to 33.33%."""
    value, weight = of_values(
        counted((20, 100), (30, 50)), counted((20, 100), (0, 0)), ONE, PERCENT
    )
    assert value == pytest.approx([0, 0])
    assert weight.sum() == pytest.approx(100 * 50 / 150 - 20)
    assert weight[1] > 0


def test_nothing_to_divide_by_is_no_number() -> None:
    value, weight = of_values(counted((0, 0), (0, 0)), counted((1, 2), (1, 2)), ONE, PERCENT)
    assert np.isnan(value + weight).all()


def test_counts_are_their_own_changes() -> None:
    assert of_counts(counted((5, 0), (7, 0)), counted((2, 0), (9, 0))).tolist() == [3, -2]


PARTS = st.lists(
    st.tuples(*(st.integers(0, 1000) for _ in range(4)), st.integers(0, 2)), min_size=1, max_size=9
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(PARTS)
def test_parts_always_add_up_to_the_change(parts: list[tuple[int, ...]]) -> None:
    """Whatever the numbers: each whole changes by the sum of its parts."""
    x1, n1, x0, n0, code = (np.array(column, dtype=float) for column in zip(*parts, strict=True))
    now, then = Counted(x1 * (n1 > 0), n1), Counted(x0 * (n0 > 0), n0)
    whole = code.astype(np.int64)
    value, weight = of_values(now, then, whole, np.full(len(whole), 1000.0))
    for one in np.unique(whole):
        mine = whole == one
        if n1[mine].sum() == 0 or n0[mine].sum() == 0:
            assert np.isnan((value + weight)[mine]).all()
            continue
        change = now.x[mine].sum() / n1[mine].sum() - then.x[mine].sum() / n0[mine].sum()
        got = (value + weight)[mine].sum()
        size = 1000 * max(now.x[mine].sum() / n1[mine].sum(), 1)
        assert got == pytest.approx(1000 * change, abs=1e-9 * size * 10)
