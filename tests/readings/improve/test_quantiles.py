"""Places of one kind in parts of about as many each, by hand; `tests/reference` has OHID's."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from generator import indicators, readings
from generator.indicators.methods import Published
from generator.model.indicator import Indicator
from generator.model.metric import Breakdown, Id, Metric
from generator.model.place import Area
from generator.readings.improve.quantiles import quantile
from tests.report_examples import MAIN, SETTINGS, inputs, metric_rows

AREAS = {
    MAIN: Area(MAIN, "Aldermoor", kind="borough"),
    "L": Area("L", "A locality", kind="locality"),
    "N": Area("N", "Of no kind"),
    **{f"W{n}": Area(f"W{n}", f"Ward {n}", kind="ward") for n in range(1, 9)},
}


def parts(value: list[float], of: int, highest_first: bool = False) -> list[int]:
    one = np.zeros(len(value), dtype=np.int64)
    found = quantile(np.array(value), one, one + of, np.full(len(value), highest_first))
    return [int(part) for part in found]


def test_ten_in_fifths_by_hand() -> None:
    """N ÷ k = 2: of rank 1 (6 − ceil(10 ÷ 2)) = 1, of 2 (6 − ceil(9 ÷ 2)) = 1, of 3 (6 − 4) = 2."""
    assert parts([10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 5) == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]
    assert parts([10, 20, 30, 40, 50], 5, highest_first=True) == [5, 4, 3, 2, 1]


def test_equal_values_stand_together_and_order_changes_nothing() -> None:
    """Of 8 in quarters three share rank 2: 5 − ceil(7 ÷ 2) = 1; the next has rank 5: 3."""
    value = [1.0, 2.0, 2.0, 2.0, 5.0, 6.0, 7.0, 8.0]
    found = parts(value, 4)
    assert found == [1, 1, 1, 1, 3, 3, 4, 4]
    order = np.random.default_rng(3).permutation(8)
    assert parts([value[n] for n in order], 4) == [found[n] for n in order]
    assert parts([v * 1000 for v in value], 4) == found


@pytest.mark.parametrize(("of", "more"), [(4, 3), (5, 4), (10, 9)])
def test_fewer_than_parts_have_none(of: int, more: int) -> None:
    assert parts([float(n) for n in range(more)], of) == [0] * more
    assert parts([float(n) for n in range(of)], of) == list(range(1, of + 1))


def test_a_place_without_a_value_has_none_and_is_not_counted() -> None:
    assert parts([1.0, np.nan, 2.0, 3.0, 4.0], 4) == [1, 0, 2, 3, 4]


def read(
    values: dict[str, float], direction: str = "down", areas: Any = AREAS, **more: Any
) -> pd.DataFrame:
    rows = [
        {"metric": "m", "period": "2024", "area": area, "value": value}
        for area, value in values.items()
    ]
    indicator = Indicator(Id("i"), "I", "per 1,000", direction, Published(Id("m")), quantiles="5")  # type: ignore[arg-type]
    made = inputs(
        [indicator],
        [Metric(Id("m"), "M", "scores")],
        metric_rows([*rows, *more.pop("rows", ())]),
        areas=areas,
        breakdowns={Id("sex"): Breakdown(Id("sex"), "Sex", "people")},
    )
    results, _ = indicators.compute(made, SETTINGS)
    return readings.read(made, SETTINGS, results)[1].quantiles


SIX = {MAIN: 9.0, "L": 8.0, "N": 7.0, **{f"W{n}": float(n) for n in range(1, 7)}}


def test_only_places_of_one_kind_are_parted() -> None:
    found = read(SIX)
    assert found["area"].astype(str).tolist() == [f"W{n}" for n in range(1, 7)]
    assert set(found["kind"]) == {"ward"} and set(found["quantiles"]) == {5}
    # Down is better, so that the highest is in the first: 6 − ceil(6 × 5 ÷ 6) = 1.
    assert found["quantile"].tolist() == [5, 4, 3, 2, 1, 1]
    assert read(SIX, "up")["quantile"].tolist() == [1, 1, 2, 3, 4, 5]
    assert read(SIX, "none")["quantile"].tolist() == [1, 1, 2, 3, 4, 5]


def test_a_place_of_another_period_or_a_group_stands_apart() -> None:
    more = [
        {"metric": "m", "period": "2023", "area": "W7", "value": 99},
        {"metric": "m", "period": "2024", "area": "W8", "group": "sex=female", "value": 99},
    ]
    assert read(SIX, rows=more)["quantile"].tolist() == [5, 4, 3, 2, 1, 1]


def test_four_places_have_no_fifths() -> None:
    assert read({name: SIX[name] for name in ("W1", "W2", "W3", "W4")}).empty


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("areas", [{}, {MAIN: Area(MAIN, "Aldermoor")}])
def test_places_of_no_kind_are_not_parted(areas: dict[str, Area]) -> None:
    assert read(SIX, areas=areas).empty
