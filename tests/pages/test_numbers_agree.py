"""The numbers of a page are those of the results: in words, chart, table, figure and download."""

from __future__ import annotations

import csv
import io
import json
import re
from functools import cache
from itertools import chain

import pytest

from generator.model.page import Page, Site
from generator.model.words import ON_A_CARD
from generator.pages import lay_out
from generator.pages.parts.known import cells
from generator.pages.parts.known.standing import Standing
from tests.pages.small_report import lookup, report
from tests.pages.tree import Element, tree
from tests.report_examples import ENGLAND, MAIN

INDICATORS = ["loneliness", "early_death_rate", "life_satisfaction", "confidence", "density"]


@cache
def site() -> Site:
    return lay_out(report())


def page(path: str) -> Page:
    return next(page for page in site().pages if page.path == path)


def file(path: str) -> bytes:
    return next(file.content for file in site().files if file.path == path)


def rows(path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file(path).decode("utf-8"), newline="")))


def number(text: str) -> float:
    return float(re.sub(r"[^\d.−]", "", text.split("[")[0]).replace("−", "-"))


def box(indicator: str, chart: str) -> Element:
    whole = tree(page(f"indicators/{indicator}.md").body)
    boxes = [e for e in whole.every("div") if e.has("figbox")]
    return next(b for b in boxes if next(b.every("figure")).attributes["id"] == chart)


@pytest.mark.parametrize("id", INDICATORS)
def test_the_large_number_is_the_latest_result(id: str) -> None:
    known = lookup()
    series = known.series(id, MAIN)
    latest = max((r for r in series if r.value is not None), key=lambda r: r.end)
    whole = tree(page(f"indicators/{id}.md").body)
    shown = next(p.text for p in whole.every("p") if p.has("value"))
    assert number(shown) == pytest.approx(latest.value, abs=0.5)
    assert shown.replace(" ", "") == Standing(known, known.indicators[id], MAIN).shown(
        latest.value or 0
    )


@pytest.mark.parametrize("id", INDICATORS)
def test_chart_table_and_download_have_the_same_numbers(id: str) -> None:
    results = lookup().series(id, MAIN)
    downloaded = {
        row["period"]: float(row["value"])
        for row in rows(f"data/charts/indicators-{id}--over-time.csv")
        if "subject" in row["kind"]
    }
    assert list(downloaded.values()) == [r.value for r in results]
    table = next(box(id, "over-time").every("table"))
    in_table = {}
    for row in next(table.every("tbody")).every("tr"):
        name = next(row.every("th")).text.removesuffix(" (baseline)")
        in_table[name] = next(row.every("td")).text
    for period, value in downloaded.items():
        places = len(in_table[period].partition(".")[2].split(" ")[0])
        assert number(in_table[period]) == pytest.approx(value, abs=0.5 * 10**-places + 1e-9)
    figure = json.loads(file(f"assets/figures/indicators-{id}--over-time.json"))
    drawn = [y for trace in figure["data"] for y in trace.get("y") or [] if y is not None]
    assert set(downloaded.values()) <= {y for y in drawn if isinstance(y, int | float)}


@pytest.mark.parametrize("id", INDICATORS)
def test_every_value_of_an_indicator_can_be_taken_away(id: str) -> None:
    expected = list(cells.results(lookup().results(id)))
    taken = rows(f"data/charts/indicators-{id}--all-values.csv")
    assert [row["area"] for row in taken] == [r.area for r in expected]
    values = [None if row["value"] == "" else float(row["value"]) for row in taken]
    assert values == [r.value for r in expected]


def test_the_facts_are_those_of_the_readings() -> None:
    # Aldermoor 2025/26: 398 of 2,000; 2021/22: 512 of 2,000; England 2025/26: 4,240 of 20,000.
    whole = tree(page("indicators/loneliness.md").body)
    facts = {
        next(div.every("dt")).text: next(div.every("dd")).text
        for dl in whole.every("dl")
        if dl.has("facts")
        for div in dl.every("div")
    }
    assert facts["Baseline"] == "25.6% 2021/22"
    assert facts["Change since then"].startswith("−5.7 points 95% interval −8.3 to ")
    assert facts["England"].startswith("21.2% Aldermoor is 1.3 points lower")
    assert facts["Target"] == "18.0% by 2026/27"


def test_a_place_shows_its_own_numbers() -> None:
    known = lookup()
    for area in known.places:
        whole = tree(page(f"places/{area.area}.md").body)
        shown = rows(f"data/charts/places-{area.area}--indicators.csv")
        assert shown
        for row in shown:
            latest = Standing(known, known.indicators[row["indicator"]], area.area).latest
            assert latest is not None and float(row["value"]) == latest.value
        heads = [th.text for th in whole.every("th") if th.attributes.get("scope") == "row"]
        for row in shown:
            assert any(head.startswith(row["title"]) for head in heads)


def test_the_tally_counts_each_outcome_once() -> None:
    whole = tree(page("index.md").body)
    counts = [int(li.text.split()[0]) for li in whole.every("li") if li.has("verdict")]
    assert sum(counts) == len(lookup().outcomes)
    groups = [section for section in whole.every("section") if section.has("group")]
    cards = [li for group in groups for li in group.every("li") if li.has("card")]
    assert len(cards) == len(lookup().outcomes)
    shapes = [len(list(li.every("svg"))) for li in whole.every("li") if li.has("verdict")]
    assert shapes == counts


def test_home_counts_all_indicators() -> None:
    text = tree(page("index.md").body).text
    known = lookup()
    verdicts = [known.reading(id, MAIN, ON_A_CARD) for id in known.indicators]
    worse = sum(r is not None and r.verdict == "Getting worse" for r in verdicts)
    assert f"Of {len(verdicts)} indicators" in text
    assert (f"{worse} is getting worse" in text or f"{worse} are getting worse" in text) == (
        worse > 0
    )


def test_comparators_are_drawn_from_their_own_results() -> None:
    england = [r.value for r in lookup().series("loneliness", ENGLAND)]
    drawn = rows("data/charts/indicators-loneliness--over-time.csv")
    assert [float(r["value"]) for r in drawn if r["series"] == "England"] == england


def test_groups_and_places_are_the_results_of_their_period() -> None:
    known = lookup()
    latest = max(known.series("loneliness", MAIN), key=lambda r: r.end)
    by_sex = rows("data/charts/indicators-loneliness--by-sex.csv")
    expected = {
        r.group: r.value for r in known.groups("loneliness", "sex") if r.period == latest.period
    }
    found = {r["code"]: float(r["value"]) if r["value"] else None for r in by_sex if r["code"]}
    assert found == expected
    places = rows("data/charts/indicators-loneliness--against-places.csv")
    values = {
        r.area: r.value
        for r in cells.results(cells.whole(known.results("loneliness")))
        if r.period == latest.period
    }
    assert all(float(row["value"]) == values[row["code"]] for row in places)
    assert MAIN in {row["code"] for row in places}


def test_an_indicator_without_a_total_shows_the_group_that_stands_for_it() -> None:
    whole = tree(page("indicators/settled_homes.md").body)
    large = next(p.text for p in whole.every("p") if p.has("value"))
    card = lookup().reading("settled_homes", MAIN, ON_A_CARD)
    assert card is not None and number(large) == pytest.approx(card.value, abs=0.05)
    assert "There is no value for everyone" in whole.text
    chart = rows("data/charts/indicators-settled_homes--by-tenure.csv")
    assert [row["kind"] for row in chart] == ["row", "row"]  # no line for everyone


def test_every_number_of_a_verdict_is_said_once() -> None:
    for made in site().pages:
        texts = list(chain(p.text for p in tree(made.body).every("p")))
        assert not [text for text in texts if re.search(r"\bnan\b|\bNone\b(?! (set|of))", text)]
