"""Where to act: concerns first, groups furthest apart, and the steps that lead to an outcome."""

from __future__ import annotations

from dataclasses import replace

from generator.model.metric import Id
from generator.model.pathway import Link, Step
from generator.pages import improve
from generator.pages.parts.furthest import DISTINCT, NONE_GIVEN, OVERLAP, furthest
from generator.pages.parts.known.lookup import Lookup
from generator.pages.parts.known.standing import Standing
from generator.pages.parts.pathway.being_done import being_done, steps_to
from tests.pages.small_report import lookup, report
from tests.pages.tree import Element, tree


def standing(id: str, known: Lookup | None = None) -> Standing:
    known = known or lookup()
    return Standing(known, known.indicators[Id(id)], known.main_area)


def laid_out(known: Lookup) -> Element:
    [page] = improve.lay_out(known)
    assert page.half == "improve"
    return tree(page.body)


def section(root: Element, id: str) -> Element:
    return next(s for s in root.every("section") if s.attributes.get("aria-labelledby") == id)


def test_behind_is_the_worse_end_of_the_direction() -> None:
    # tests/report_examples.py has 21.24% of women and 17.96% of men: fewer is better.
    lonely = furthest(standing("loneliness"))
    assert lonely is not None
    assert (lonely.name(lonely.behind), lonely.name(lonely.ahead)) == ("Women", "Men")
    assert lonely.apart == "3.3 points"  # 21.24 − 17.96
    assert round(lonely.share, 4) == 0.1545  # 3.28 / 21.24
    housed = furthest(standing("settled_homes"))  # more is better: 69.3 against 80.0
    assert housed is not None
    assert housed.behind.value is not None and housed.ahead.value is not None
    assert housed.behind.value < housed.ahead.value


def test_margins_are_said_to_overlap_only_where_both_have_one() -> None:
    found = furthest(standing("loneliness"))
    assert found is not None and found.margins == OVERLAP
    apart = replace(found, behind=found.behind._replace(lower=20.0, upper=22.0))
    apart = replace(apart, ahead=found.ahead._replace(lower=17.0, upper=19.9))
    assert apart.margins == DISTINCT
    assert replace(apart, ahead=found.ahead._replace(lower=None)).margins == NONE_GIVEN


def test_without_a_direction_no_group_is_behind() -> None:
    known = dict(report().inputs.indicators)
    known[Id("loneliness")] = replace(known[Id("loneliness")], direction="none")
    assert furthest(standing("loneliness", lookup(indicators=known))) is None


def with_narrow_margins(*ids: str) -> Lookup:
    """The example, the margins of error of these a tenth of a point wide."""
    whole = report()
    results, own = whole.results.copy(), whole.results["indicator"].isin(ids)
    results.loc[own, "lower"] = results["value"] - 0.05
    results.loc[own, "upper"] = results["value"] + 0.05
    return Lookup(replace(whole, results=results))


def test_groups_that_may_not_differ_are_not_set_against_each_other() -> None:
    ids = ("loneliness", "settled_homes")
    assert improve.widest(standing(id) for id in ids) == []  # their margins overlap
    known = with_narrow_margins("loneliness")
    assert [f.standing.indicator.id for f in improve.widest(standing(id, known) for id in ids)] == [
        "loneliness"
    ]


def test_the_widest_gap_comes_first() -> None:
    known = with_narrow_margins("loneliness", "settled_homes")
    found = improve.widest(standing(id, known) for id in ("settled_homes", "loneliness"))
    assert [f.standing.indicator.id for f in found] == ["loneliness", "settled_homes"]
    assert [round(f.share, 3) for f in found] == [0.154, 0.134]  # 3.28 of 21.24, 10.71 of 80


def test_steps_are_followed_back_to_where_they_start() -> None:
    pathway = report().inputs.pathway
    steps = (
        *pathway.steps,
        Step(Id("money"), "input", "Three years of money"),
        Step(Id("meet"), "output", "People meet", status="planned"),
        Step(Id("elsewhere"), "activity", "Roads are mended", status="ended"),
    )
    links = (
        Link(Id("a"), Id("money"), Id("hubs_open"), "Money keeps doors open"),
        Link(Id("b"), Id("hubs_open"), Id("meet"), "Open doors are used"),
        Link(Id("c"), Id("meet"), Id("connected"), "People who meet make friends"),
        Link(Id("d"), Id("elsewhere"), Id("healthy"), "Smooth roads are safer"),
        Link(Id("e"), Id("meet"), Id("hubs_open"), "A ring must not be followed for ever"),
    )
    known = lookup(pathway=replace(pathway, steps=steps, links=links))
    assert [step.id for step in steps_to(known, "connected")] == ["hubs_open", "meet"]
    assert [step.id for step in steps_to(known, "healthy")] == ["elsewhere"]
    assert [done.state for done in being_done(known, "connected", "improve/")] == [
        "Under way",
        "Planned",
    ]
    said = section(laid_out(known), "now").text
    assert "On the pathway: Neighbourhood hubs" in said and "Three years of money" not in said


def test_what_asks_for_action_stands_with_its_number_and_its_reasons() -> None:
    root = laid_out(lookup())
    assert "1 of 7 indicators asks for action." in root.text
    (lonely,) = section(root, "now").every("li")
    assert "People who often feel lonely 19.9% in 2025/26. Was 25.6% in 2021/22, " in (lonely.text)
    (reason,) = (a for a in lonely.every("a") if a.has("why"))
    assert reason.text == "Improving but not on track for 2026/27"
    assert reason.attributes["href"] == "../indicators/loneliness/#working-on-a-card"
    assert [ol.has("first") for ol in root.every("ol")] == [False]  # no action: nothing to chase


def test_without_outcomes_or_steps_the_page_still_stands() -> None:
    pathway = replace(report().inputs.pathway, outcomes=(), steps=(), links=())
    root = laid_out(lookup(pathway=pathway))
    assert "On the pathway" not in root.text
