"""Where to act: concerns first, groups furthest apart, and the steps that lead to an outcome."""

from __future__ import annotations

from dataclasses import replace

from generator.model.metric import Id
from generator.model.pathway import Link, Step
from generator.pages import improve
from generator.pages.parts.known.lookup import Lookup
from generator.pages.parts.pathway.being_done import being_done, steps_to
from tests.pages.small_report import lookup, report
from tests.pages.tree import Element, tree


def laid_out(known: Lookup) -> Element:
    [page] = improve.lay_out(known)
    assert page.half == "improve"
    return tree(page.body)


def section(root: Element, id: str) -> Element:
    return next(s for s in root.every("section") if s.attributes.get("aria-labelledby") == id)


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
