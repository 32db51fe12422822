"""What asks for attention: each reason with its working, the most pressing first."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pandas as pd

from generator import indicators, readings
from generator.indicators.methods import Count
from generator.model import group_frames
from generator.model.frames import READINGS
from generator.model.indicator import Indicator, Target
from generator.model.learning import Learning
from generator.model.metric import Breakdown, Category, Id, Metric
from generator.model.period import parse
from generator.model.report import Report
from generator.model.words import AGAINST_COMPARATOR, FORECAST, SPREAD, VARIATION
from generator.pages import improve
from generator.pages.parts.attention.apart import by_place
from generator.pages.parts.attention.asking import acted_on, asking
from generator.pages.parts.attention.first import first
from generator.pages.parts.attention.widest import MOST, widest
from generator.pages.parts.known.lookup import Lookup
from generator.pages.parts.known.standing import Standing
from tests.learned_examples import TODAY, by_id, record
from tests.pages.small_report import report
from tests.pages.tree import tree
from tests.report_examples import MAIN, SETTINGS, inputs, metric_rows

PAGE = "improve/"


def reading(indicator: str, name: str, verdict: str, **more: object) -> dict[str, object]:
    where = f"indicators/{indicator}/#{name.split()[0]}"
    return {"indicator": indicator, "area": MAIN, "reading": name, "verdict": verdict,
            "working": where, **more}  # fmt: skip


def gap(indicator: str, group: str, value: float, other: float, **more: object) -> dict[str, Any]:
    """The group that is furthest behind everyone else, beyond the margin of error."""
    return {
        "indicator": indicator,
        "area": MAIN,
        "breakdown": "sex",
        "group": group,
        **dict.fromkeys(("chosen", "current", "single", "top", "furthest"), True),
        "value": value,
        "other_value": other,
        "difference": value - other,
        "against": "everyone else",
        "stands": "behind",
        "verdict": "clear gap",
        **more,
    }


def with_gaps(*rows: dict[str, Any]) -> Lookup:
    """The example with these gaps in place of its own."""
    kinds = group_frames.GAPS
    table = pd.DataFrame(list(rows), columns=list(kinds), dtype=object)
    for name, kind in kinds.items():
        table[name] = table[name].fillna({"float64": float("nan"), "bool": False}.get(kind, ""))
    whole = known().report
    return Lookup(replace(whole, worked=replace(whole.worked, gaps=table.astype(kinds))))


def known(*rows: dict[str, object], **inputs: object) -> Lookup:
    """The example with these readings in place of its own on where to act."""
    whole = report(**inputs)
    own = whole.readings[~whole.readings["reading"].isin((VARIATION, FORECAST, SPREAD))]
    text = [name for name, kind in READINGS.items() if kind != "float64"]
    more = pd.DataFrame(list(rows), columns=list(READINGS), dtype=object)
    more[text] = more[text].fillna("")
    joined = pd.concat([own.astype(object), more], ignore_index=True).astype(READINGS)
    return Lookup(replace(whole, readings=joined))


def said(lookup: Lookup) -> list[tuple[str, list[str]]]:
    return [
        (
            one.standing.indicator.id,
            [f"{r.verdict.word} {r.verdict.rest}".strip() for r in one.reasons],
        )
        for one in asking(lookup, PAGE)
    ]


def test_most_reasons_come_first_then_what_is_getting_worse() -> None:
    found = known(
        reading("density", FORECAST, "unlikely to meet target"),
        reading("settled_homes", VARIATION, "special-cause concern"),
        reading("settled_homes", FORECAST, "unlikely to meet target"),
        reading("confidence", VARIATION, "common cause"),
        reading("confidence", FORECAST, "likely to meet target"),
    )
    assert said(found) == [
        ("settled_homes", ["Special-cause concern", "Unlikely to meet target"]),
        ("loneliness", ["Improving but not on track for 2026/27"]),
        ("density", ["Unlikely to meet target"]),
    ]
    first_one = asking(found, PAGE)[0]
    assert [reason.href for reason in first_one.reasons] == [
        "../indicators/settled_homes/#variation",
        "../indicators/settled_homes/#forecast",
    ]


def test_what_is_worse_elsewhere_too_is_more_pressing_but_asks_for_nothing_by_itself() -> None:
    behind = {**reading("loneliness", AGAINST_COMPARATOR, "worse"), "reference_area": "E92000001"}
    whole = known()
    kept = whole.report.readings.query(f"reading != '{AGAINST_COMPARATOR}'")
    alone = Lookup(replace(whole.report, readings=kept))
    assert said(alone) == [("loneliness", ["Improving but not on track for 2026/27"])]
    both = {**behind, "indicator": "density"}
    more = pd.concat([kept, known(behind, both).report.readings[-2:]]).astype(READINGS)
    assert said(Lookup(replace(whole.report, readings=more))) == [
        ("loneliness", ["Improving but not on track for 2026/27", "Worse than England"])
    ]


def test_a_reading_of_another_place_or_part_is_no_reason() -> None:
    elsewhere = reading("density", VARIATION, "special-cause concern", area="E05000001")
    of_partner = reading("density", VARIATION, "special-cause concern", organisation="haven")
    assert [id for id, _ in said(known(elsewhere, of_partner))] == ["loneliness"]


def test_the_widest_gap_is_of_those_behind_as_a_share_of_the_larger_value() -> None:
    """Of loneliness 24 against 20 is behind by 4/24 and 22 against 20 by 2/22; of homes 50 against
    80 by 30/80."""
    elsewhere = {"stands": "behind", "verdict": "clear gap"}
    found = with_gaps(
        gap("loneliness", "sex=male", 22.0, 20.0, breakdown="age"),
        gap("loneliness", "sex=female", 24.0, 20.0, over_time="narrowing"),
        gap("settled_homes", "sex=female", 50.0, 80.0),
        gap("density", "sex=female", 1.0, 9.0, stands="higher"),  # neither way is better
        gap("hub_visits", "sex=female", 1.0, 9.0, verdict="no clear gap"),
        gap("hub_visits", "sex=female", 1.0, 9.0, **elsewhere, organisation="haven"),
        gap("confidence", "sex=female", 1.0, 9.0, **elsewhere, area="E05000001"),
        gap("confidence", "sex=female", 1.0, 9.0, **elsewhere, furthest=False),
        gap("life_satisfaction", "sex=female", 1.0, 9.0, **elsewhere, current=False),
    )
    wide = widest(found)
    assert [(id, row.value) for id, row in wide.items()] == [
        ("settled_homes", 50.0),
        ("loneliness", 24.0),
    ]
    assert said(found)[0] == (
        "loneliness",
        ["Improving but not on track for 2026/27", "Clear gap for “Women”"],
    )
    (page,) = improve.lay_out(found)
    whom = next(
        s for s in tree(page.body).every("section") if s.attributes["aria-labelledby"] == "for-whom"
    )
    homes, lonely = whom.every("li")
    assert "Women: 50.0% against 80.0% of everyone else. That is 30.0 points apart." in homes.text
    assert "Narrowing" in lonely.text and "Narrowing" not in homes.text
    (link,) = lonely.every("a")
    assert link.attributes["href"] == "../indicators/loneliness/#gap-sex"


def test_only_so_many_gaps_are_among_the_widest() -> None:
    ids = [id for id, i in report().inputs.indicators.items() if i.direction != "none"]
    rows = (gap(id, "sex=female", 1.0, 9.0 + n) for n, id in enumerate(ids))
    assert [*widest(with_gaps(*rows))] == ids[: -MOST - 1 : -1]  # the last is the widest


def test_nothing_is_asked_without_readings() -> None:
    whole = report()
    bare = Lookup(replace(whole, readings=whole.readings.iloc[:0]))
    assert asking(bare, PAGE) == []
    assert first(bare, [], PAGE) == ()
    (page,) = improve.lay_out(bare)
    assert "None of 7 indicators asks for action." in tree(page.body).text


def test_actions_of_an_indicator_are_those_still_open_the_first_due_first() -> None:
    records = by_id(
        record("later", date(2026, 1, 1), "loneliness", action="B", due=date(2026, 9, 1)),
        record("sooner", date(2026, 1, 1), "connected", action="A", due=date(2026, 8, 1)),
        record("never", date(2026, 1, 1), "loneliness", action="C"),
        record("done", date(2026, 1, 1), "loneliness", action="D", status="done", closed=TODAY),
        record("none", date(2026, 1, 1), "loneliness"),
    )
    found = known(learning=records)
    lonely = Standing(found, found.indicators[Id("loneliness")], MAIN)
    assert [one.id for one in acted_on(lonely)] == ["sooner", "later", "never"]
    visits = Standing(found, found.indicators[Id("hub_visits")], MAIN)
    assert acted_on(visits) == ()  # the outcome shows another indicator


def test_first_is_what_is_overdue_then_what_has_no_action_then_what_is_due_soon() -> None:
    def due(id: str, days: int, about: str = "haven") -> Learning:
        day = TODAY + timedelta(days=days)
        return record(id, date(2026, 1, 1), about, action=f"Do {id}", owner="Head", due=day)

    records = by_id(
        due("a", -3), due("b", -1), due("c", -9), due("d", 0), due("e", 30), due("f", 31)
    )
    found = known(
        reading("density", FORECAST, "unlikely to meet target"),
        reading("density", VARIATION, "special-cause concern"),
        learning=records,
    )
    things = first(found, asking(found, PAGE), PAGE)
    assert [(thing.why, thing.what.text, thing.rest) for thing in things] == [
        ("Overdue by 9 days", "Do c", "Head"),
        ("Overdue by 3 days", "Do a", "Head"),
        ("Overdue too", "1 more action", ""),
        (
            "No action yet",
            "People for every square kilometre",
            "Special-cause concern and unlikely to meet target",
        ),
        ("No action yet", "People who often feel lonely", "Improving but not on track for 2026/27"),
        ("Due within 30 days", "2 actions", ""),
    ]
    (page,) = improve.lay_out(found)
    root = tree(page.body)
    assert "2 of 7 indicators ask for action. 3 actions are overdue." in root.text
    assert next(iter(root.every("ol"))).text.startswith("Overdue by 9 days: Do c Head")


def test_places_and_partners_that_are_worse_than_expected_stand_with_their_indicators() -> None:
    def behind(indicator: str, area: str, organisation: str = "") -> dict[str, object]:
        at = {"area": area, "organisation": organisation}
        return {**reading(indicator, SPREAD, "worse than expected"), **at}

    found = known(
        behind("density", "E05000002"),
        behind("loneliness", "E05000001"),
        behind("density", "E05000001"),
        behind("density", MAIN, "haven"),
        {**behind("density", "E05000003"), "verdict": "as expected"},
    )
    told = [(one.name.text, [i.text for i in one.indicators]) for one in by_place(found, PAGE)]
    density, lonely = "People for every square kilometre", "People who often feel lonely"
    assert told == [("Millgate", [density, lonely]), ("Harbour", [density]), ("Haven", [density])]
    (page,) = improve.lay_out(found)
    (item,) = (li for li in tree(page.body).every("li") if "19.9% in 2025/26" in li.text)
    assert "Worse than expected: Millgate" in item.text


def test_a_change_for_the_worse_says_what_it_is_made_up_of() -> None:
    """130 visits became 100: owners 60 then 55, renters 70 then 45, so −5 and −25."""
    then, now = {"": 130, "own": 60, "rent": 70}, {"": 100, "own": 55, "rent": 45}
    rows: list[dict[str, Any]] = [
        {"metric": "visits", "period": period, "value": value, "group": group and f"of={group}"}
        for period, values in (("2020", then), ("2024", now))
        for group, value in values.items()
    ]
    names = {Id(name): Category(Id(name), name.capitalize()) for name in ("own", "rent")}
    made = inputs(
        [Indicator(Id("i"), "Visits", "visits", "up", Count(Id("visits")))],
        [Metric(Id("visits"), "Visits", "events", adds_up=())],
        metric_rows(rows),
        breakdowns={Id("of"): Breakdown(Id("of"), "Home", "people", categories=names)},
    )
    results, _ = indicators.compute(made, SETTINGS)
    read = readings.read(made, SETTINGS, results)
    (page,) = improve.lay_out(Lookup(Report(SETTINGS, made, results, *read)))
    (item,) = (li for li in tree(page.body).every("li") if "100 visits in 2024" in li.text)
    (link,) = (a for a in item.every("a") if a.text == "Parts of the change, by home")
    assert link.attributes["href"] == "../indicators/i/#contributions"
    assert "Parts of the change, by home : Rent −25, Own −5 visits." in item.text
    assert "Getting worse since 2020" in item.text


def test_what_misses_its_target_says_where_it_leads() -> None:
    """130, 120, … 90 visits a year towards 200: each model leads to fewer than 200."""
    values = zip(range(2016, 2026), (130, 121, 124, 115, 112, 108, 101, 99, 96, 90), strict=True)
    rows: list[dict[str, Any]] = [
        {"metric": "visits", "period": str(year), "value": value} for year, value in values
    ]
    aimed = Target(parse("2027"), 200.0)
    made = inputs(
        [Indicator(Id("i"), "Visits", "visits", "up", Count(Id("visits")), targets=(aimed,))],
        [Metric(Id("visits"), "Visits", "events", adds_up=())],
        metric_rows(rows),
    )
    results, _ = indicators.compute(made, SETTINGS)
    (page,) = improve.lay_out(
        Lookup(Report(SETTINGS, made, results, *readings.read(made, SETTINGS, results)))
    )
    (item,) = (li for li in tree(page.body).every("li") if "90 visits in 2025" in li.text)
    reasons = [a.attributes["href"] for a in item.every("a") if a.has("why")]
    assert "../indicators/i/#forecast" in reasons and "Unlikely to meet target" in item.text
    (link,) = (a for a in item.every("a") if a.text == "If the recent pattern continues")
    assert link.attributes["href"] == "../indicators/i/#forecast"
    assert re.search(r"continues : Most likely between \d+ and \d+ visits in 2027\.", item.text)
