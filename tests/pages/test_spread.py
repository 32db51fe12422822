"""The section of places around their average, on an indicator's page."""

from __future__ import annotations

from generator import indicators, readings
from generator.indicators.methods import Proportion
from generator.model.indicator import Indicator
from generator.model.metric import Id, Metric
from generator.model.place import Area, AreaLink
from generator.model.report import Report
from generator.pages.parts.improve.beside_others import beside_others
from generator.pages.parts.improve.spread import spread
from generator.pages.parts.indicator.indicator_tables import Part
from generator.pages.parts.known.lookup import Lookup
from generator.pages.parts.known.standing import Standing
from generator.pages.parts.worded import Reasoned, Text
from tests.report_examples import MAIN, SETTINGS, inputs, metric_rows

NAMES = ("Elm", "ash", "Yew", "Oak", "Fir")


def sections(*shares: int) -> tuple[Part, ...]:
    """The sections of the page where wards have these shares."""
    lookup = of_wards(*shares)
    return spread(Standing(lookup, lookup.indicators[Id("i")], MAIN), "indicators/i/").parts


def of_wards(*shares: int) -> Lookup:
    """A report in which wards, by their names in turn, have so many of 100 each."""
    areas = {MAIN: Area(MAIN, "Aldermoor")}
    areas |= {name: Area(name, name, kind="ward") for name in NAMES}
    parts = {MAIN: 100, **dict(zip(NAMES, shares, strict=True))}
    rows = [
        {"metric": metric, "period": "2024", "area": area, "value": value}
        for area, x in parts.items()
        for metric, value in (("x", x), ("n", 100 if area in NAMES else 500))
    ]
    indicator = Indicator(Id("i"), "Lonely", "%", "down", Proportion(Id("x"), Id("n")))
    metrics = [Metric(Id(name), name, "people") for name in "xn"]
    links = tuple(AreaLink(name, "in", MAIN) for name in NAMES)
    made = inputs([indicator], metrics, metric_rows(rows), areas=areas, area_links=links)
    results, _ = indicators.compute(made, SETTINGS)
    return Lookup(Report(SETTINGS, made, results, *readings.read(made, SETTINGS, results)))


def test_places_stand_by_name_never_by_rank() -> None:
    (part,) = sections(20, 45, 20, 20, 20)
    assert part.id == "spread-places-ward" and part.title == "Wards around their average"
    assert part.figure and part.figure.title == "One of five wards lies apart from the rest"
    assert part.figure.id == "funnel-places-ward"
    rows = part.figure.table.rows
    assert [row.head.text for row in rows][:5] == ["ash", "Elm", "Fir", "Oak", "Yew"]
    assert part.verdict and (part.verdict.word, part.verdict.rest) == (
        "Worse than expected",
        "in ash",
    )
    assert part.lead == (
        "The other four differ from their average (25%) by no more than chance can give."
    )


def test_the_working_says_rule_and_average() -> None:
    (part,) = sections(20, 45, 20, 20, 20)
    worked = {definition.term: definition.texts[0] for definition in part.worked}
    assert worked["Average of five wards"] == "25%, 125 out of 500"
    assert "99.8% limits" in worked["Rule"]


def test_alike_places_are_said_to_be_so() -> None:
    (part,) = sections(20, 21, 20, 20, 19)
    none = "None of the five wards differs from their average (20%) by more than chance can give."
    assert part.lead == none


def test_where_many_stand_apart_it_is_not_called_chance() -> None:
    (part,) = sections(5, 45, 60, 5, 20)
    assert part.lead.endswith("before you call one out.")


def test_the_page_of_a_place_leads_to_each_funnel_that_holds_it() -> None:
    found = of_wards(20, 45, 20, 20, 20)
    table = beside_others(found, "places/Elm/", "ash")
    assert table and [row.head.text for row in table.rows] == ["Lonely"]
    (row,) = table.rows
    assert row.head.href == "../../indicators/i/#spread-places-ward"
    judged, value, average = row.cells
    assert isinstance(judged, Reasoned) and judged.verdict.word == "Worse than expected"
    assert (value, average, row.note) == (Text("45%"), Text("25%"), "among wards")
    assert beside_others(found, "places/main/", MAIN) is None
