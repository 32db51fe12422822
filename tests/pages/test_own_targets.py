"""Targets of places, partners and groups stand on their indicator's page and on the place's own."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from generator import indicators, readings
from generator.indicators.methods import Published
from generator.model.indicator import Indicator
from generator.model.metric import Id, Metric
from generator.model.page import Page
from generator.model.place import Area, AreaLink
from generator.model.report import Report
from generator.model.words import TOWARDS_TARGET
from generator.pages import indicator as indicator_page
from generator.pages import place as place_page
from generator.pages.parts.indicator.definitions import definitions
from generator.pages.parts.indicator.own_targets import own_targets
from generator.pages.parts.known.lookup import Lookup
from generator.pages.parts.known.standing import Standing
from generator.pages.parts.worded import Definition, Link, Reasoned, Text
from tests.pages.tree import tree
from tests.report_examples import MAIN, SETTINGS, inputs, metric_rows, target_rows

AREAS = {"W1": Area("W1", "Millgate", "ward"), MAIN: Area(MAIN, "Aldermoor", "borough")}


@cache
def lookup() -> Lookup:
    """From 2020 to 2024 the borough goes from 5 to 6, the ward from 4 to 8, a partner from 5 to 7,
    and women in the ward have one value."""
    made = Indicator(Id("m"), "Scores", "out of 10", "up", Published(Id("m")))
    cells = [({}, 5, 6), ({"area": "W1"}, 4, 8), ({"organisation": "haven"}, 5, 7)]
    rows = [
        {"metric": "m", "period": period, "value": value, **cell}
        for cell, *values in cells
        for period, value in zip(("2020", "2024"), values, strict=True)
    ]
    rows.append({"metric": "m", "period": "2024", "value": 9, "area": "W1", "group": "sex=female"})
    goals = [
        {"period": "2030", "value": 3, "kind": "change_from_baseline", "basis": "Plan"},
        {"period": "2032", "value": float("nan"), "kind": "hold"},
        {"period": "2028", "value": 10, "area": "W1"},
        {"period": "2028", "value": 6, "value_to": 8, "kind": "within", "organisation": "haven"},
        {"period": "2028", "value": 9.5, "area": "W1", "group": "sex=female"},
    ]
    read = inputs(
        [made],
        [Metric(Id("m"), "Scores", "scores")],
        metric_rows(rows),
        areas=AREAS,
        area_links=(AreaLink("W1", "in", MAIN),),
        targets=target_rows({"indicator": "m", **goal} for goal in goals),
    )
    results, problems = indicators.compute(read, SETTINGS)
    assert not problems
    return Lookup(Report(SETTINGS, read, results, *readings.read(read, SETTINGS, results)))


def standing(area: str = MAIN) -> Standing:
    return Standing(lookup(), lookup().indicators[Id("m")], area)


def test_each_target_stands_with_its_own_baseline_verdict_and_working() -> None:
    """The ward made 4 of 6 points, 0.67 of the way, in 1,461 of 2,922 days, 0.50 of the time:
    0.67 / 0.50 = 1.33."""
    [part] = own_targets(standing(), "indicators/m/")
    assert part.table is not None
    rows = {row.head.text: row for row in part.table.rows}
    assert set(rows) == {"Millgate", "haven", "Millgate: Female"}
    assert rows["Millgate"].head == Link("Millgate", "../../places/W1/")
    baseline, latest, target, verdict = rows["Millgate"].cells
    assert (baseline, latest) == (Text("4", "2020"), Text("8", "2024"))
    assert target == Text("10 out of 10 or more", "by 2028")
    assert isinstance(verdict, Reasoned) and verdict.verdict.word == "On track"
    _, _, target, verdict = rows["haven"].cells
    assert target == Text("6 to 8 out of 10", "by 2028")
    assert isinstance(verdict, Reasoned) and verdict.verdict.word == "Target met"
    baseline, *_, verdict = rows["Millgate: Female"].cells
    assert baseline == Text("None")
    assert isinstance(verdict, Reasoned) and verdict.verdict.word == "Too early to say"
    assert verdict.note == "Less than two years have passed since the baseline."
    # A range has no way to go, and where there is one value none has been made.
    assert part.notes == (
        Definition(
            "Millgate",
            (
                "Way made: +4 points of +6 points: 0.67 of the way.",
                "Time gone: 1,461 of 2,922 days: 0.50 of the time.",
                "Way made over time gone: 1.33.",
            ),
        ),
    )


def test_an_indicator_whose_only_target_is_the_main_areas_has_no_such_table() -> None:
    rows = lookup().report.readings
    whole = rows[(rows["area"] == MAIN) & (rows["organisation"] == "")]
    only = Lookup(replace(lookup().report, readings=whole))
    assert not list(own_targets(Standing(only, standing().indicator, MAIN), "indicators/m/"))


def test_readings_link_the_working_of_their_own_target() -> None:
    rows = lookup().report.readings
    towards = rows[(rows["reading"] == TOWARDS_TARGET) & rows["reference_value"].notna()]
    assert sorted(towards["working"].astype(str)) == [
        *["indicators/m/#targets"] * 3,
        "indicators/m/#working-towards-target",
    ]
    own = towards[(towards["area"] == MAIN) & (towards["organisation"] == "")]["working"]
    assert own.tolist() == ["indicators/m/#working-towards-target"]
    [page] = [p for p in indicator_page.lay_out(lookup()) if isinstance(p, Page)]
    ids = {element.attributes.get("id") for element in tree(page.body).every()}
    assert {"targets", "working-towards-target"} <= ids


def test_a_place_shows_the_target_that_was_set_for_it() -> None:
    said = {
        page.path: tree(page.body).text
        for page in place_page.lay_out(lookup())
        if isinstance(page, Page)
    }
    assert "10 by 2028 On track" in said["places/W1.md"]


def test_the_definition_says_each_target_as_it_was_set() -> None:
    [found] = [d for d in definitions(standing(), "methods/") if d.term == "Target"]
    assert found.texts == (
        "3 points more than the baseline by 2030: Plan",
        "no worse than the baseline by 2032",
    )
