"""The section of what makes up a change, on an indicator's page."""

from __future__ import annotations

from typing import Any

from generator import indicators, readings
from generator.indicators.methods import Count
from generator.model.indicator import Indicator
from generator.model.metric import Breakdown, Category, Id, Metric
from generator.model.report import Report
from generator.pages.parts.improve.contributions import contributions_part
from generator.pages.parts.indicator.indicator_tables import Part
from generator.pages.parts.known.lookup import Lookup
from generator.pages.parts.known.standing import Standing
from tests.report_examples import MAIN, SETTINGS, inputs, metric_rows


def sections(then: dict[str, float], now: dict[str, float]) -> tuple[Part, ...]:
    """The sections of a count of visits by these groups ("" for everyone)."""
    rows: list[dict[str, Any]] = [
        {"metric": "visits", "period": period, "value": value, "group": group and f"of={group}"}
        for period, values in (("2020", then), ("2024", now))
        for group, value in values.items()
    ]
    names = {Id(name): Category(Id(name), name.capitalize()) for name in now if name}
    breakdown = Breakdown(Id("of"), "Home", "people", categories=names)
    indicator = Indicator(Id("i"), "Visits", "visits", "up", Count(Id("visits")))
    made = inputs(
        [indicator],
        [Metric(Id("visits"), "Visits", "events", adds_up=())],
        metric_rows(rows),
        breakdowns={Id("of"): breakdown},
    )
    results, _ = indicators.compute(made, SETTINGS)
    lookup = Lookup(Report(SETTINGS, made, results, *readings.read(made, SETTINGS, results)))
    return contributions_part(Standing(lookup, indicator, MAIN), "indicators/i/").parts


def test_the_largest_part_comes_first_and_all_add_up() -> None:
    (part,) = sections({"": 100, "own": 60, "rent": 40}, {"": 130, "own": 55, "rent": 75})
    assert part.id == "contributions"
    assert part.title == "What makes up the change of +30 visits"
    assert part.lead.startswith("By home: Rent +35, Own −5 visits. This is arithmetic")
    assert part.figure and part.figure.title == "The largest part of the rise: Rent"
    rows = [row.head.text for row in part.figure.table.rows]
    assert rows == ["Rent", "Own", "The whole change"]
    worked = {definition.term: definition.texts[0] for definition in part.worked}
    assert worked["By home"] == "+35 and −5: together +30. Worked out before rounding."


def test_many_parts_are_named_in_part() -> None:
    then = {"": 50, **dict.fromkeys("abcde", 10)}
    now = {"": 81, **dict(zip("abcde", (22, 20, 15, 13, 11), strict=True))}
    (part,) = sections(then, now)
    assert part.lead.startswith(
        "A: 24% of the whole, and 39% of the change. "  # 32 of 131 visits, 12 of 31 more
        "By home: A +12, B +10, C +5, two others +4 visits."
    )


def test_without_parts_that_add_up_there_is_no_section() -> None:
    assert sections({"": 100, "own": 60}, {"": 130, "own": 55}) == ()
    assert sections({"": 100, "own": 60, "rent": 10}, {"": 130, "own": 55, "rent": 75}) == ()
