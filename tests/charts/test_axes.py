from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.charts.axes import (
    nice_step,
    starts_at_zero,
    tick_text,
    time_axis,
    value_axis,
    with_unit,
)
from generator.charts.text import width


@pytest.mark.parametrize(("span", "step"), [(30, 10), (82.7, 20), (4, 1), (0.001, 0.0005), (9, 2)])
def test_steps_are_1_2_or_5(span: float, step: float) -> None:
    assert nice_step(span) == pytest.approx(step)


def test_the_axes_of_the_drawings() -> None:
    """look/indicator.html: 0 to 80, the band a little above; look/outcome.html: 0 to 30%."""
    deaths = value_axis([28.2, 82.7])
    assert [tick.text for tick in deaths.ticks] == ["0", "20", "40", "60", "80"]
    assert (deaths.low, deaths.high) == (0, 82.7)
    assert [tick.text for tick in value_axis([10.5, 25.5], "%").ticks] == ["0", "10", "20", "30%"]


def test_an_axis_that_need_not_start_at_0_starts_at_a_round_number() -> None:
    axis = value_axis([75.8, 79.8], zero=False)
    assert [tick.text for tick in axis.ticks] == ["75", "76", "77", "78", "79", "80"]


@pytest.mark.parametrize(
    ("values", "zero"),
    [([75.8, 79.8], False), ([12.0, 25.0], True), ([-1.0, 1.0], True), ([-80.0, -79.0], False),
     ([5.0, 5.0], True)],
)  # fmt: skip
def test_lines_start_at_0_unless_they_would_be_flat(values: list[float], zero: bool) -> None:
    assert starts_at_zero(values) is zero


numbers = st.floats(-1e9, 1e9, allow_nan=False).filter(lambda n: n == 0 or abs(n) > 1e-6)


@settings(deadline=None, derandomize=True)
@given(st.lists(numbers, min_size=1, max_size=8), st.booleans())
def test_every_value_is_on_the_axis_and_ticks_are_even(values: list[float], zero: bool) -> None:
    axis = value_axis(values, zero=zero)
    assert axis.low <= min(values) and max(values) <= axis.high
    assert axis.low < axis.high
    assert not zero or axis.low <= 0 <= axis.high
    at = [tick.value for tick in axis.ticks]
    assert all(axis.low <= value <= axis.high for value in at)
    steps = [later - one for one, later in pairwise(at)]
    assert all(step == pytest.approx(steps[0], rel=1e-6) for step in steps)
    assert len({tick.text for tick in axis.ticks}) == len(at)


def test_without_values_there_are_no_ticks() -> None:
    assert value_axis([]).ticks == ()


@pytest.mark.parametrize(
    ("number", "step", "largest", "text"),
    [(1500, 500, 2000, "1,500"), (-10, 5, 10, "−10"), (0.25, 0.05, 1, "0.25"), (0, 1, 1, "0"),
     (2.5e6, 5e5, 5e6, "2.5m"), (3e9, 1e9, 4e9, "3bn"), (1e13, 1e12, 1e13, "10tn"),
     (0.00002, 0.00001, 1, "0.00002")],
)  # fmt: skip
def test_words_of_ticks(number: float, step: float, largest: float, text: str) -> None:
    assert tick_text(number, step, largest) == text


def test_units() -> None:
    assert [with_unit("5", "%"), with_unit("5", "£"), with_unit("−5", "£"), with_unit("5", "")] == [
        "5%",
        "£5",
        "−£5",
        "5",
    ]


def years(first: int, last: int) -> dict[int, str]:
    return {date(year, 12, 31).toordinal(): str(year) for year in range(first, last + 1)}


def test_ticks_over_time_are_evenly_spaced_with_the_first_and_the_last() -> None:
    """look/outcome.html: 2006/07, 2012/13, 2018/19, 2024/25 on both drawings."""
    periods = {
        date(year + 1, 8, 31).toordinal(): f"{year}/{(year + 1) % 100:02d}"
        for year in range(2006, 2025)
    }
    axis = time_axis(periods, 400, 260)
    expected = ["2006/07", "2012/13", "2018/19", "2024/25"]
    assert [tick.text for tick in axis.ticks] == expected
    assert [tick.text for tick in axis.few] == expected


@settings(deadline=None, derandomize=True)
@given(st.integers(1, 60), st.floats(150, 500))
def test_ticks_over_time_never_touch(count: int, length: float) -> None:
    axis = time_axis(years(1960, 1959 + count), length, length)
    assert axis.ticks[-1].text == str(1959 + count)
    places = [(t.value - axis.low) / (axis.high - axis.low) * length for t in axis.ticks]
    for (one, text), (two, other) in pairwise(zip(places, axis.ticks, strict=True)):
        assert one + width(text.text, 15) / 2 < two - width(other.text, 14.5) / 2


def test_one_period_stands_in_the_middle() -> None:
    axis = time_axis(years(2020, 2020), 400, 260)
    assert axis.low < axis.ticks[0].value < axis.high


def test_x_is_a_real_date() -> None:
    """A year left out leaves its room on the axis."""
    periods = years(2010, 2012) | years(2015, 2015)
    axis = time_axis(periods, 400, 260)
    assert axis.high - axis.low == (date(2015, 12, 31) - date(2010, 12, 31)).days


def test_a_little_under_0_needs_no_tick_of_its_own() -> None:
    axis = value_axis([-2.0, 46.0])
    assert [tick.text for tick in axis.ticks] == ["0", "20", "40"]
    assert (axis.low, axis.high) == (-2, 46)
