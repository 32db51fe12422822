"""What stands on a card beside its number: the strength of evidence, and whether it may change."""

from __future__ import annotations

from dataclasses import replace

from generator.model.metric import Id
from generator.model.period import parse
from generator.model.report import Report
from generator.model.words import TOWARDS_TARGET
from generator.pages.parts import facts
from generator.pages.parts.cards import of_indicator, of_outcome
from generator.pages.parts.known.lookup import Lookup
from generator.pages.parts.known.standing import Standing
from tests.pages.small_report import lookup, report
from tests.report_examples import MAIN

LONELINESS = Id("loneliness")


def provisional() -> Lookup:
    """The report with every value provisional."""
    made: Report = report()
    flag = made.results["flag"].astype(str).replace("", "p").astype("category")
    return Lookup(replace(made, results=made.results.assign(flag=flag)))


def standing(found: Lookup) -> Standing:
    return Standing(found, found.indicators[LONELINESS], MAIN)


def test_a_card_says_how_strong_the_evidence_is() -> None:
    found = lookup()
    (outcome,) = (one for one in found.outcomes if one.id == "connected")
    for card in (of_indicator(standing(found), ""), of_outcome(found, outcome, "")):
        assert card.evidence == "Evidence: before and after, no comparison group"


def test_a_provisional_value_says_so_beside_its_verdict() -> None:
    card = of_indicator(standing(provisional()), "")
    assert card.verdict.rest == "(provisional)"
    assert facts.card(standing(provisional())).rest.endswith(" (provisional)")
    assert of_indicator(standing(lookup()), "").verdict.rest == ""


def test_a_provisional_package_is_enough() -> None:
    found = lookup(illustrative=frozenset(), provisional=frozenset({"loneliness"}))
    assert of_indicator(standing(found), "").verdict.rest == "(provisional)"


def test_a_school_year_is_aimed_at_with_its_article() -> None:
    """ "Improving but not on track for 2026/27 school year", "by 2026/27 school year"."""
    made = report(periods={**report().inputs.periods, "AY 2026/27": parse("AY 2026/27")})
    when = made.readings["reference_period"].astype(str)
    towards = made.readings["reading"].astype(str) == TOWARDS_TARGET
    readings = made.readings.assign(reference_period=when.mask(towards, "AY 2026/27"))
    own = standing(Lookup(replace(made, readings=readings)))
    assert facts.card(own).rest == "for the 2026/27 school year"
    assert facts.target(own).note == "by the 2026/27 school year"
