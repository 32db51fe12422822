"""Series as rows of a table, in real time."""

from __future__ import annotations

from typing import Any

import numpy as np

from generator import indicators
from generator.model.metric import Id, Metric
from generator.readings.cases import cases
from generator.readings.grid import Grid, grids
from tests.report_examples import MAIN, SETTINGS, inputs, metric_rows

from .worked import AREAS, indicator


def made(rows: list[dict[str, Any]]) -> tuple[tuple[Grid, ...], Any, Any]:
    read = inputs([indicator()], [Metric(Id("m"), "m", "scores")], metric_rows(rows), areas=AREAS)
    results, problems = indicators.compute(read, SETTINGS)
    assert not problems
    found = cases(results, read, MAIN)
    return grids(results, found), found, results


def rows(**values: float) -> list[dict[str, Any]]:
    return [{"metric": "m", "period": name, "value": value} for name, value in values.items()]


def only(*args: Any) -> Grid:
    (grid,), _, _ = made(*args)
    return grid


def test_a_missing_period_stands_as_missing() -> None:
    grid = only(rows(**{"2024-01": 1.0, "2024-02": 2.0, "2024-05": 5.0}))
    assert grid.frequency == "month"
    np.testing.assert_array_equal(grid.value, [[1, 2, np.nan, np.nan, 5]])
    assert (grid.row >= 0).tolist() == [[True, True, False, False, True]]
    assert not grid.rolling[0]


def test_each_series_ends_in_the_last_column() -> None:
    england = [{"area": "E92000001", **row} for row in rows(**{"2020": 7.0, "2022": 9.0})]
    (grid,), found, _ = made([*rows(**{"2022": 1.0, "2023": 2.0, "2024": 3.0}), *england])
    by_area = dict(zip(found["area"][grid.case], grid.value.tolist(), strict=True))
    np.testing.assert_array_equal(by_area[MAIN], [1, 2, 3])
    np.testing.assert_array_equal(by_area["E92000001"], [7, np.nan, 9])


def test_every_case_is_in_one_grid_with_its_own_latest_result() -> None:
    months = {f"2023-{n:02}": float(n) for n in range(1, 13)}
    every, found, results = made(rows(**months, **{"2021": 1.0, "2022": 2.0}))
    assert sorted(np.concatenate([grid.case for grid in every])) == list(range(len(found)))
    for grid in every:
        assert (grid.row[:, -1] == found["row"].to_numpy()[grid.case]).all()
        assert set(results["frequency"].to_numpy()[grid.row[:, -1]]) == {grid.frequency}


def test_overlapping_periods_are_rolling() -> None:
    grid = only(rows(**{"2018 to 2020": 1.0, "2019 to 2021": 2.0, "2021 to 2023": 3.0}))
    assert grid.rolling.tolist() == [True]
    np.testing.assert_array_equal(grid.value, [[1, 2, 3]])


def test_three_years_that_do_not_overlap_are_not() -> None:
    grid = only(rows(**{"2012 to 2014": 1.0, "2018 to 2020": 2.0, "2021 to 2023": 3.0}))
    assert not grid.rolling[0]
    np.testing.assert_array_equal(grid.value, [[1, np.nan, 2, 3]])


def test_days_on_which_something_was_counted_follow_each_other() -> None:
    grid = only(rows(**{"2019-04-29": 1.0, "2021-03-27": 2.0, "2024-03-21": 3.0}))
    np.testing.assert_array_equal(grid.value, [[1, 2, 3]])


def test_a_long_series_makes_no_room_for_others() -> None:
    long = rows(**{f"{year}-01": float(year) for year in range(2016, 2025)})
    short = [{"area": "E92000001", **row} for row in rows(**{"2024-01": 1.0, "2024-02": 2.0})]
    every, _, _ = made([*long, *short])
    assert sorted(grid.value.shape for grid in every) == [(1, 2), (1, 8 * 12 + 1)]


def test_breaks_and_provisional_values_are_told() -> None:
    flagged = rows(**{"2022": 1.0, "2023": 2.0, "2024": 3.0})
    flagged[1]["flag"], flagged[2]["flag"] = "b", "p"
    grid = only(flagged)
    assert grid.starts.tolist() == [[False, True, False]]
    assert grid.provisional.tolist() == [[False, False, True]]
