"""What stands under parts beside a total: that they overlap, or that they may not add up."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator import indicators, readings
from generator.indicators.methods import Count, Proportion, Published
from generator.model.indicator import Indicator, Method
from generator.model.metric import Breakdown, Id, Metric
from generator.model.place import Area, AreaLink
from generator.model.report import Report
from generator.model.words import Counts
from generator.pages.parts import adding_up, groups_side_by_side
from generator.pages.parts.indicator.indicator_tables import every_place, every_value, partners
from generator.pages.parts.known.lookup import Lookup
from generator.pages.parts.known.standing import Standing
from generator.pages.parts.place import place_groups
from tests.report_examples import MAIN, SETTINGS, inputs, metric_rows

REASON = Breakdown(Id("reason"), "Reason", "detail", overlap=True)
KIND = Breakdown(Id("reason"), "Kind", "detail")
WARDS = ("W1", "W2")
AREAS = {code: Area(code, code, "ward") for code in WARDS} | {MAIN: Area(MAIN, "Aldermoor")}
LINKS = tuple(AreaLink(code, "in", MAIN) for code in WARDS)


def standing(
    rows: list[dict[str, Any]],
    breakdown: Breakdown = REASON,
    counts: Counts = "people",
    method: Method | None = None,
    unit: str = "",
    every: str = "",
) -> Standing:
    """The main area of an indicator of one metric, `m`, with these rows."""
    indicator = Indicator(Id("m"), "Referrals", unit, "down", method or Count(Id("m")))
    indicator = replace(indicator, every=every)
    table = metric_rows({"metric": "m", "period": "2024", **row} for row in rows)
    made = inputs(
        [indicator],
        [Metric(Id("m"), "Referrals", counts), Metric(Id("all"), "All", counts)],
        table,
        breakdowns={breakdown.id: breakdown},
        areas=AREAS,
        area_links=LINKS,
    )
    results, problems = indicators.compute(made, SETTINGS)
    assert not problems
    lookup = Lookup(Report(SETTINGS, made, results, *readings.read(made, SETTINGS, results)))
    return Standing(lookup, indicator, MAIN)


def reasons(**values: float) -> list[dict[str, Any]]:
    return [{"group": f"reason={name}", "value": value} for name, value in values.items()]


def note(standing: Standing, breakdown: Breakdown = REASON) -> str:
    return adding_up.of_groups(standing, breakdown, groups_side_by_side.groups(standing, breakdown))


@pytest.mark.parametrize(
    ("counts", "method", "unit", "said"),
    [
        (
            "people",
            None,
            "",
            "One person can be in several of these, so they can add up to more than the total.",
        ),
        (
            "events",
            None,
            "",
            "One case can be in several of these, so they can add up to more than the total.",
        ),
        (
            "people",
            Published(Id("m")),
            "%",
            "One person can be in several of these, so they can add up to more than 100%.",
        ),
        ("scores", Published(Id("m")), "days", "One case can be in several of these."),
    ],
)
def test_categories_that_overlap(counts: Counts, method: Method, unit: str, said: str) -> None:
    rows = [{"value": 90}, *reasons(late=60, full=50)]
    assert note(standing(rows, counts=counts, method=method, unit=unit)) == said


def test_the_chart_of_overlapping_categories_says_so() -> None:
    made = standing([{"value": 90}, *reasons(late=60, full=50)])
    drawn = groups_side_by_side.by_group(made, "indicators/m/", REASON)
    assert drawn is not None
    assert drawn.figure.notes[0].startswith("One person can be in several of these, so")


def test_overlapping_categories_without_a_total_stand_in_a_table_that_says_so() -> None:
    made = standing(reasons(late=60, full=50))
    [group] = place_groups.groups_of(made.lookup, [made])
    assert group.lead.startswith("One person can be in several of these, so")


@pytest.mark.parametrize(
    ("total", "values", "is_noted"),
    [
        (100, {"late": 60, "full": 40}, False),  # they add up
        (100, {"late": 60, "full": 43}, True),  # 3 apart: at most 5
        (2000, {"late": 1200, "full": 809}, True),  # 9 apart: at most 0.5% of 2,000
    ],
)
def test_groups_that_do_not_quite_add_up(
    total: float, values: dict[str, float], is_noted: bool
) -> None:
    made = standing([{"value": total}, *reasons(**values)], KIND)
    assert note(made, KIND) == (adding_up.AS_PUBLISHED if is_noted else "")


def test_nothing_is_said_where_a_part_or_the_published_total_is_missing() -> None:
    rows = [{"value": 100}, *reasons(late=60, full=38)]
    assert note(standing(rows, KIND), KIND)
    rows[1] |= {"value": float("nan"), "flag": "c"}
    assert not note(standing(rows, KIND), KIND)
    assert not note(standing(reasons(late=60, full=38), KIND), KIND)


def test_scores_are_never_said_to_add_up() -> None:
    rows = [{"value": 60}, *reasons(late=60, full=2)]
    made = standing(rows, KIND, "scores", Published(Id("m")), "out of 100")
    assert not note(made, KIND)
    share = Proportion(Id("m"), Id("all"))
    rows += [{**row, "metric": "all", "value": 100} for row in rows]
    assert not note(standing(rows, KIND, method=share, unit="%"), KIND)


def test_places_and_partners_that_do_not_quite_add_up() -> None:
    rows: list[dict[str, Any]] = [{"value": 100}]
    rows += [{"area": area, "value": value} for area, value in zip(WARDS, (60, 42), strict=True)]
    rows += [{"organisation": name, "value": value} for name, value in (("a", 60), ("b", 38))]
    made = standing(rows, counts="events")
    [table] = every_place(made, "indicators/m/", every_value(made.lookup, made.indicator))
    assert table.lead.endswith(f"first, then highest first. {adding_up.AS_PUBLISHED}")
    [table] = partners(made, f"indicators/{made.indicator.id}/")
    assert table.lead == adding_up.AS_PUBLISHED


def test_partners_stand_side_by_side_at_the_frequency_of_the_card() -> None:
    """One partner sends months, another quarters: January stood beside October to December."""
    months = [
        {"organisation": "a", "period": f"2024-{n:02}", "value": 10.0 * n} for n in range(1, 13)
    ]
    months.append({"organisation": "a", "period": "2025-01", "value": 130.0})
    quarters = [{"organisation": "b", "period": f"2024 Q{n}", "value": 100.0} for n in range(1, 5)]
    made = standing([*months, *quarters], counts="events", every="quarter")
    assert {r.frequency for r in made.series} == {"quarter"}
    [part] = partners(made, f"indicators/{made.indicator.id}/")
    assert part.table is not None
    shown = [[getattr(cell, "text", "") for cell in row.cells] for row in part.table.rows]
    # October to December of the first: 100 + 110 + 120.
    assert shown == [["330", "October to December 2024"], ["100", "October to December 2024"]]
