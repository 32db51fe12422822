from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from generator.model.settings import Settings
from generator.model.source import Package
from generator.pages import methods
from generator.pages.parts.known.lookup import Lookup
from generator.readings.improve.forecasting import choice
from generator.readings.improve.groups.judged import FEWEST_EVENTS, FEWEST_PEOPLE
from generator.readings.improve.process_control import process as control
from generator.readings.improve.side_by_side.funnel import INNER, OUTER
from generator.readings.prove.aim import ON_TRACK
from generator.readings.prove.towards_target import TWO_YEARS
from generator.wording import process
from tests.pages.small_report import lookup, report


def html(known: Lookup | None = None) -> str:
    (page,) = methods.lay_out(known or lookup())
    return re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), page.body)


@pytest.mark.parametrize(
    "id",
    [
        "what-we-cannot-say",
        "how-we-judge",
        "since-baseline",
        "towards-target",
        "against-comparator",
        "on-a-card",
        *("variation", "assurance", "recent-trend", "gap", "slope-index", "reach", "spread"),
        *("contributions", "forecast", "claims", "verified"),
        "small-numbers",
        "licence",
        "rebuild",
    ],
)
def test_each_rule_has_an_address(id: str) -> None:
    assert html().count(f'id="{id}"') == 1


def test_the_page_states_the_numbers_that_the_readings_use() -> None:
    text = " ".join(html().split())
    assert choice.FEWEST == 5 and "A forecast needs five values." in text
    assert choice.FARTHEST == 4 and "no more than four periods ahead" in text
    assert (
        choice.LEVELS == (0.8, 0.95)
        and "about four of five cases, the outer one in 19 of 20" in text
    )
    assert (INNER, OUTER) == (0.95, 0.998) and "Outside the 99.8% limits a place" in text
    assert control.JUDGED == 8 and "It takes eight values." in text
    assert control.SETTLED == 12 and "With fewer than 12 the limits may still move." in text
    assert process.WIDTH == 2.66 and "2.66 times as far" in text
    assert FEWEST_PEOPLE == 10 and "fewer than ten people" in text
    assert FEWEST_EVENTS == 5 and "or five expected events" in text


def test_ids_are_unique_and_headings_never_skip() -> None:
    ids = re.findall(r'\bid="([^"]+)"', html())
    assert len(ids) == len(set(ids))
    levels = [int(level) for level in re.findall(r"<h([1-6])", html())]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_contents_lead_to_the_sections() -> None:
    for part in re.findall(r'<li><a href="#([^"]+)">', html()):
        assert f'<h2 id="{part}">' in html()


def test_every_indicator_has_its_entry() -> None:
    for id, indicator in report().inputs.indicators.items():
        entry = html().split(f'<details id="indicator-{id}">')[1].split("</details>")[0]
        assert f"<summary>{indicator.title}</summary>" in entry
        assert f'<a href="../indicators/{id}/">' in entry
        for term in ("What it counts", "Unit", "Method", "Period", "Margin of error", "Places"):
            assert f'<th scope="row">{term}</th>' in entry
    loneliness = html().split('<details id="indicator-loneliness">')[1].split("</details>")[0]
    for words in (
        "Numerator</th><td>People who often feel lonely",
        "Denominator</th><td>People asked about loneliness",
        "Limits</th><td>Asked of people who answer surveys",
        "Places</th><td>Aldermoor, 3 in Aldermoor, 1 other",
    ):
        assert words in loneliness


def test_the_thresholds_are_those_of_the_rules() -> None:
    assert f"two years ({TWO_YEARS} days)" in html()
    assert f"at least {ON_TRACK:.0%} of the way" in html()
    # Of 24 − 18 = 6 points in four years, 3 are due after two; 95% of 3 is 2.85.
    assert "2.85 points are enough" in html()


def test_gaps_are_counted_and_limits_named() -> None:
    # settled_homes has values for groups only; a count and a ratio have no interval.
    assert "1 of 7 indicators has no value for everyone in Aldermoor." in html()
    assert "2 of 7 indicators have no margin of error" in html()
    # loneliness and confidence have targets.
    assert "5 of 7 indicators have no target." in html()
    assert "No indicator here comes from a study that compares" in html()
    assert "</a>: Asked of people who answer surveys, so not of everyone.</li>" in html()


def test_what_no_indicator_has_is_said_so() -> None:
    known = report().inputs.indicators
    only = {"life_satisfaction": known["life_satisfaction"]}
    assert "<li>No indicator has a target.</li>" in html(lookup(indicators=only))


def test_a_study_with_a_comparison_is_counted() -> None:
    known = report().inputs.indicators
    changed = {**known, "loneliness": replace(known["loneliness"], design="trial")}
    assert "1 of 7 indicators comes from a study that compares" in html(lookup(indicators=changed))


def test_files_have_their_kind_and_rows_and_the_licence_a_line_to_copy() -> None:
    rows = len(report().results)
    assert f'href="../data/results.csv" download>All results (CSV, {rows} rows)</a>' in html()
    assert 'href="../data/index.json"' in html()
    assert (
        "Contains data from Aldermoor Council: Aldermoor: prove and improve, edition 2026."
        in html()
    )
    assert "Licensed under the Open Government Licence v3.0." in html()


SETTINGS = Settings("2026", date(2026, 6, 4), "E1", "P", "a@b.org")
FINAL = Package("a", "A", "", "final", (), (), ())
MADE_UP = replace(FINAL, status="illustrative")


def test_the_rule_for_small_numbers_is_the_sites_own() -> None:
    published = replace(SETTINGS, disclosure="already_published")
    assert "is made up" in methods.disclosure(SETTINGS, (MADE_UP,))
    assert methods.disclosure(published, (FINAL,)).startswith("Every value here is published")
    assert methods.disclosure(SETTINGS, (FINAL,)).startswith("No rule for small numbers")


def test_what_people_wrote_is_text() -> None:
    hostile = "</td><script>alert(1)</script> *a* [b](javascript:c)"
    known = report().inputs
    indicator = replace(
        known.indicators["loneliness"], title=hostile, definition=hostile, limits=hostile
    )
    package = replace(known.packages[0], title=hostile, description=hostile)
    changed = lookup(indicators={**known.indicators, "loneliness": indicator}, packages=(package,))
    (page,) = methods.lay_out(changed)
    assert "<script" not in page.body
    assert "[b](" not in page.body and "*a*" not in page.body
