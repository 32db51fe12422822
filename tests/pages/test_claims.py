"""A page claims no more than its numbers bear: no group as everyone, no line of one value."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.model.metric import Id
from generator.pages import indicator as indicator_page
from generator.pages.parts import facts, sentences
from generator.pages.parts.charted import over_time
from generator.pages.parts.indicator.definitions import margin
from generator.pages.parts.indicator.evidence import can_claim, cannot_claim
from generator.pages.parts.known.lookup import Lookup
from generator.pages.parts.known.standing import Standing
from tests.pages.small_report import lookup, report
from tests.report_examples import MAIN


def standing(id: str, known: Lookup | None = None) -> Standing:
    known = known or lookup()
    return Standing(known, known.indicators[Id(id)], MAIN)


def by_group() -> Standing:
    """Homes by tenure, where neither more nor less is better: a spread, not a result."""
    known = dict(report().inputs.indicators)
    known[Id("settled_homes")] = replace(known[Id("settled_homes")], direction="none")
    return standing("settled_homes", lookup(indicators=known))


def without_main_area() -> Lookup:
    """The report with the values of other places alone."""
    whole = report()
    results = whole.results[whole.results["area"] != MAIN]
    readings = whole.readings[whole.readings["area"] != MAIN]
    return Lookup(replace(whole, results=results, readings=readings))


def test_where_groups_are_only_told_apart_none_is_shown_as_everyone() -> None:
    spread = by_group()
    assert spread.group
    assert facts.number(spread) is None
    assert over_time(spread, "indicators/settled_homes/") is None
    assert sentences.finding(spread).startswith("The largest group in Aldermoor ")
    assert can_claim(spread) == "How large each group was at the time."
    assert facts.number(standing("settled_homes")) is not None


def test_a_place_without_a_value_claims_nothing_and_shows_who_has_one() -> None:
    known = without_main_area()
    silent = [
        Standing(known, i, MAIN) for i in known.indicators.values() if len(known.results(i.id))
    ]
    assert silent
    for each in silent:
        assert can_claim(each) == "Nothing about Aldermoor: no value is published for it."
        assert cannot_claim(each) == ("How Aldermoor does, or whether it has changed.",)
    pages = [p for p in indicator_page.lay_out(known) if hasattr(p, "body")]
    bodies = [re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), p.body) for p in pages]
    shown = [body for body in bodies if "Places that have a value" in body]
    assert shown
    assert all("This page shows the places that have one." in body for body in shown)


def test_without_a_margin_of_error_no_page_claims_a_clear_change() -> None:
    for each in lookup().indicators.values():
        one = standing(each.id)
        judged = one.since is not None and one.since.verdict != "cannot say"
        if judged and one.latest and one.latest.lower is None and each.design == "none":
            assert "clearly" not in can_claim(one)
            assert any("more than chance" in text for text in cannot_claim(one))
        if not judged and one.latest:
            assert any(text.startswith("Whether it has changed.") for text in cannot_claim(one))


def test_a_sum_is_told_with_the_words_of_pages() -> None:
    said = facts.under_number(standing("hub_visits"))
    assert "We added it up over partners and programmes." in said
    assert not any("organisation" in text or "provider" in text for text in said)


def test_the_margin_of_error_is_that_of_the_places_that_have_a_value() -> None:
    """A page without a value of its own place shows theirs, with their intervals."""
    for known in (lookup(), without_main_area()):
        assert margin(standing("loneliness", known)) == "95% interval, proportion, Wilson interval"
