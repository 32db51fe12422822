"""Categories in two levels: the first adds up to the whole, the second is never counted again."""

from __future__ import annotations

import numpy as np
import pytest

from generator.indicators.cells import cells
from generator.indicators.totals import with_totals
from generator.model.metric import Breakdown, Category, Id, Metric
from tests.report_examples import MAIN, inputs, metric_rows

FIRST = ("statutory", "voluntary", "self")
WITHIN = {"gp": "statutory", "council": "statutory", "charity": "voluntary"}
ROUTE = Breakdown(
    Id("route"),
    "Route",
    "detail",
    categories={
        **{Id(id): Category(Id(id), id) for id in (*FIRST, "not_stated")},
        **{Id(id): Category(Id(id), id, Id(larger)) for id, larger in WITHIN.items()},
    },
    not_stated=(Id("not_stated"),),
)


def whole(values: dict[str, float]) -> list[float]:
    """The total for all, if there is one, from these categories."""
    rows = metric_rows(
        {"metric": "made", "period": "2024", "group": f"route={name}", "value": value}
        for name, value in values.items()
    )
    made = inputs([], [Metric(Id("made"), "Made", "events")], rows, breakdowns={ROUTE.id: ROUTE})
    everything = with_totals(cells(made.values), made, MAIN)
    of_all = everything.frame["group"] == everything.code("group", "")
    numbers: list[float] = everything.frame.loc[of_all, "value"].tolist()
    return numbers


@pytest.mark.parametrize("seed", range(10))
def test_the_first_level_adds_up_to_the_whole_whatever_stands_within_it(seed: int) -> None:
    rng = np.random.default_rng((1862, seed))
    values = {name: float(rng.integers(0, 1000)) for name in (*FIRST, "not_stated")}
    total = sum(values.values())
    inside = [name for name in WITHIN if rng.random() < 0.7]
    left = dict(values)
    for name in inside:
        part = float(rng.integers(0, int(left[WITHIN[name]]) + 1))
        left[WITHIN[name]] -= part
        values[name] = part
    assert whole(values) == [total]


@pytest.mark.parametrize("missing", [*FIRST, "not_stated"])
def test_without_one_of_the_first_level_there_is_no_whole(missing: str) -> None:
    values = dict.fromkeys((*FIRST, "not_stated", *WITHIN), 1.0)
    del values[missing]
    assert whole(values) == []
