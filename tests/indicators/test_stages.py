"""Stages: what each holds in a cell, and where a share of the first may be said."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from generator.indicators.cells import cells
from generator.indicators.methods import Proportion
from generator.indicators.stages import in_stages, parts_of_first, stages
from generator.indicators.totals import with_totals
from generator.model.change_frames import STAGES
from generator.model.indicator import Indicator
from generator.model.metric import Id, Metric, PartOf
from tests.report_examples import MAIN, SETTINGS, inputs, metric_rows

MADE, TAKEN, ENDED = Id("made"), Id("taken"), Id("ended")
CHAIN = (
    Metric(MADE, "Made", "events"),
    Metric(TAKEN, "Taken up", "events", part_of=PartOf(MADE)),
    Metric(ENDED, "Ended", "events", part_of=PartOf(TAKEN)),
)


def table(
    *rows: tuple[str, float | None, str, str], metrics: tuple[Metric, ...] = CHAIN
) -> pd.DataFrame:
    """Stages of rows of metric, value, partner and flag in 2024, with words for the codes."""
    filled: list[dict[str, Any]] = [
        {
            "metric": metric,
            "value": np.nan if value is None else value,
            "organisation": partner,
            "flag": flag,
            "period": "2024",
        }
        for metric, value, partner, flag in rows
    ]
    made = inputs([], metrics, metric_rows(filled))
    everything = with_totals(cells(made.values), made, MAIN)
    names = [metric.id for metric in metrics]
    found = in_stages(names, parts_of_first(names, made.metrics), everything)
    partner = [everything.words["organisation"][code] for code in found["organisation"]]
    return found.assign(organisation=partner)


def of_all(found: pd.DataFrame, column: str) -> list[float]:
    """A column of the cells of all partners, by stage."""
    rows = found[found["organisation"] == ""].sort_values("stage")
    numbers: list[float] = rows[column].tolist()
    return numbers


@pytest.mark.parametrize(
    ("links", "parts"),
    [
        ((PartOf(MADE), PartOf(TAKEN)), (True, True, True)),  # a part of a part is a part
        ((PartOf(MADE), None), (True, True, False)),
        ((PartOf(MADE, same_period=False), PartOf(TAKEN)), (False, False, False)),
        ((PartOf(MADE), PartOf(TAKEN, same_period=False)), (True, True, False)),
        ((None, None), (False, False, False)),
        ((PartOf(ENDED), PartOf(TAKEN)), (False, False, False)),  # in a circle
    ],
)
def test_what_is_a_part_of_the_first(
    links: tuple[PartOf | None, PartOf | None], parts: tuple[bool, ...]
) -> None:
    names = (MADE, TAKEN, ENDED)
    whole = zip(names, (None, *links), strict=True)
    metrics = {str(name): Metric(name, name, "events", part_of=of) for name, of in whole}
    assert parts_of_first(names, metrics) == parts


def test_stages_are_added_up_over_partners_and_held_against_the_first() -> None:
    """60 + 90 = 150 made, 45 + 60 = 105 taken up, 30 + 12 = 42 ended: 70% and 28% of 150."""
    found = table(
        ("made", 60, "a", ""),
        ("made", 90, "b", ""),
        ("taken", 45, "a", ""),
        ("taken", 60, "b", ""),
        ("ended", 30, "a", ""),
        ("ended", 12, "b", ""),
    )
    assert of_all(found, "value") == [150, 105, 42]
    assert of_all(found, "share") == [100, 70, 28]
    assert of_all(found, "partners") == [2, 2, 2]
    own = found[found["organisation"] == "a"].sort_values("stage")
    assert own["share"].tolist() == [100, 75, 50]
    assert own["partners"].isna().all()


def test_no_share_is_given_of_other_partners() -> None:
    """b says how many were made, and not how many were taken up: 45 are no part of these 150."""
    found = table(
        ("made", 60, "a", ""),
        ("made", 90, "b", ""),
        ("taken", 45, "a", ""),
        ("ended", 30, "a", ""),
        ("ended", 12, "c", ""),  # as many partners, but not the same
    )
    assert of_all(found, "partners") == [2, 1, 2]
    assert np.isnan(of_all(found, "share")[1:]).all()
    assert found.loc[found["organisation"] == "a", "share"].tolist() == [100, 75, 50]


def test_a_published_total_says_nothing_of_partners() -> None:
    found = table(("made", 150, "", ""), ("taken", 105, "", ""), ("ended", 30, "a", ""))
    assert of_all(found, "share")[:2] == [100, 70]
    assert np.isnan(of_all(found, "share")[2])  # a sum of one partner, beside a published total
    assert np.isnan(of_all(found, "partners")[:2]).all()


def test_what_is_hidden_or_missing_is_not_zero() -> None:
    found = table(("made", 60, "a", ""), ("taken", None, "a", "c"))
    assert found.loc[found["stage"] == 1, "value"].isna().all()
    assert found.loc[found["stage"] == 1, "share"].isna().all()
    assert (found["stage"] == 2).sum() == 0


def test_nothing_is_a_share_of_none() -> None:
    found = table(("made", 0, "", ""), ("taken", 0, "", ""))
    assert found["share"].isna().all()


def test_the_same_case_may_be_met_in_a_later_period() -> None:
    later = PartOf(MADE, same_period=False)
    metrics = (CHAIN[0], Metric(TAKEN, "Met", "events", part_of=later))
    found = table(("made", 60, "", ""), ("taken", 30, "", ""), metrics=metrics)
    assert of_all(found, "value") == [60, 30]
    assert found["share"].isna().all()


def test_the_table_of_a_report_holds_quarters_and_their_year() -> None:
    """A year of 4 × 30 made and 4 × 15 taken up: 60 of 120. Of what is open no year is the sum."""
    rows: list[dict[str, Any]] = [
        {"metric": metric, "value": value, "period": period, "programme": programme}
        | {"organisation": "a"}
        for period in ("2024 Q2", "2024 Q3", "2024 Q4", "2025 Q1")
        for programme in ("p", "q")
        for metric, value in (("made", 15), ("taken", 7.5), ("open", 4))
    ]
    still = Metric(Id("open"), "Still open", "events", adds_up=("organisation", "programme"))
    asked = Indicator(
        Id("taken_share"),
        "Taken up",
        "%",
        "up",
        Proportion(TAKEN, MADE),
        every="year",
        stages=(MADE, TAKEN, still.id),
    )
    made = inputs([asked], (*CHAIN, still), metric_rows(rows))
    found = stages(made, SETTINGS)
    assert {name: str(kind) for name, kind in found.dtypes.items()} == STAGES
    whole = found[(found["organisation"] == "") & (found["programme"] == "")]
    year = whole[whole["frequency"] == "year-04"].set_index("metric")
    assert year["value"].to_dict() == {"made": 120, "taken": 60}
    assert year["share"].to_dict() == {"made": 100, "taken": 50}
    quarters = whole[whole["frequency"] == "quarter"]
    assert quarters.groupby("metric", observed=True)["value"].sum().to_dict() == {
        "made": 120,
        "taken": 60,
        "open": 32,
    }
    assert quarters["metric"].astype(str).tolist() == ["made"] * 4 + ["taken"] * 4 + ["open"] * 4
    own = found[(found["organisation"] == "a") & (found["metric"] == "taken")]
    assert own["share"].tolist() == [50] * len(own)  # of one partner, over its programmes too


def test_without_stages_there_is_no_row() -> None:
    found = stages(inputs([], CHAIN, metric_rows([])), SETTINGS)
    assert found.empty and list(found) == list(STAGES)


@pytest.mark.parametrize("seed", range(5))
def test_the_partners_add_up_to_the_whole_whatever_the_split(seed: int) -> None:
    rng = np.random.default_rng((1862, seed))
    names = "abcdefg"[: rng.integers(2, 7)]
    rows = []
    for name in names:
        made = int(rng.integers(1, 500))
        taken = int(rng.integers(0, made + 1))
        rows += [("made", made, name, ""), ("taken", taken, name, "")]
        rows.append(("ended", int(rng.integers(0, taken + 1)), name, ""))
    found = table(*rows)
    own = found[found["organisation"] != ""].groupby("stage")["value"].sum()
    assert of_all(found, "value") == own.tolist()
    of_first = [100 * value / own[0] for value in own]
    assert of_all(found, "share") == pytest.approx(of_first, rel=1e-12)
