"""The pathway to impact: a numbered list that says it all, then drawn."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from generator.model.page import Page
from generator.model.pathway import Link, MadeWith, Pathway, Step
from generator.pages import outcome, pathway
from generator.pages.parts.pathway.assumptions import summary
from generator.pages.parts.pathway.steps import columns, numbers
from generator.pages.written import content_pages
from tests.pages.small_report import lookup, report
from tests.pages.test_content import TOP, plain
from tests.pages.tree import Element, tree

KNOWN = report().inputs.pathway


def link(id: str, start: str, end: str, **rest: Any) -> Link:
    return Link(id, start, end, f"{id}, we think.", **rest)  # type: ignore[arg-type]


WHOLE = replace(
    KNOWN,
    vision="Everyone lives well.",
    made_with=(MadeWith("Residents' panel", "Three workshops.", "2024-02", 18),),
    steps=(
        Step("well", "impact", "People live well for long"),  # type: ignore[arg-type]
        *KNOWN.steps,
        Step("money", "input", "Council money", status="planned"),  # type: ignore[arg-type]
    ),
    links=(
        *KNOWN.links,
        link(
            "pays",
            "money",
            "hubs_open",
            status="holds",
            contribution="major",
            tested_by=("hub_visits",),
            reviewed=date(2025, 6, 4),
        ),
        link("lasts", "connected", "well", status="in_doubt", reviewed=date(2025, 6, 3)),
        link("helps", "connected", "living_well", status="fails"),
        link("once", "money", "well", status="replaced"),
        link("back", "well", "money"),
    ),
)


def page(known: Pathway = WHOLE) -> Page:
    (made,) = pathway.lay_out(lookup(pathway=known))
    return made


def step(id: str) -> Element:
    return next(
        li for li in tree(page().body).every("li") if li.attributes.get("id") == f"step-{id}"
    )


def test_there_is_no_page_of_outcomes_alone() -> None:
    assert pathway.lay_out(lookup(pathway=Pathway(outcomes=KNOWN.outcomes))) == ()
    assert page().in_navigation == "Pathway"


def test_steps_are_numbered_from_what_goes_in_to_what_should_last() -> None:
    # connected leads to living_well, another outcome: so it stands before it.
    assert dict(numbers(WHOLE)) == {
        "money": 1,
        "hubs_open": 2,
        "connected": 3,
        "healthy": 4,
        "living_well": 5,
        "well": 6,
    }
    assert [(kind, len(own)) for kind, own in columns(WHOLE)] == [
        ("input", 1),
        ("activity", 1),
        ("outcome", 2),
        ("outcome", 1),
        ("impact", 1),
    ]
    whole = tree(page().body)
    lists = list(whole.every("ol"))
    assert [e.attributes["start"] for e in lists] == ["1", "2", "3", "6"]
    assert [h.text for e in lists for h in e.every("h4")] == [
        "Council money",
        "Neighbourhood hubs open five days a week",
        "People feel connected",
        "Fewer people die early",
        "People live well at home",
        "People live well for long",
    ]


def test_a_step_says_its_kind_its_numbers_and_whether_it_is_taken() -> None:
    assert "Activity: Neighbourhood hubs" in step("hubs_open").text
    assert (
        "Visits to neighbourhood hubs : 2,440 visits in January to March 2026"
        in step("hubs_open").text
    )
    assert "Too early to say" in step("hubs_open").text
    assert "Input, planned for later" in step("money").text
    assert "Outcome, indirect" in step("connected").text
    assert "Improving but not on track" in step("connected").text  # its headline indicator


def test_a_link_says_where_it_leads_why_and_what_is_known_of_it() -> None:
    found = {e.attributes["id"]: e.text for e in tree(page().body).every("div") if e.has("leads")}
    assert found["link-pays"] == (
        "Leads to 2. Neighbourhood hubs open five days a week Holds. We assume: pays, we think. "
        "How much of the change most of it Tested by Visits to neighbourhood hubs (too early to "
        "say) Last reviewed 4 June 2025"
    )
    assert found["link-hubs_connect"].startswith(
        "Leads to 3. People feel connected Not tested yet."
    )
    assert "Should show after 12 months" in found["link-hubs_connect"]
    assert found["link-hubs_connect"].endswith("Last reviewed never")
    # The report speaks on 4 June 2026: a review of the day before is older than a year.
    assert found["link-lasts"].endswith("Last reviewed 3 June 2025, more than a year ago")
    assert "Tested by no indicator yet" in found["link-lasts"]
    assert len(found) == len(WHOLE.links)


def test_assumptions_are_counted_and_replaced_ones_are_not() -> None:
    # of six links one is replaced: five, of which three have a finding
    assert page().description == (
        "3 of 5 assumptions are tested: 1 holds, 1 is in doubt and 1 does not hold."
    )
    assert summary([]) == "No assumption of it is written down yet."
    assert summary(KNOWN.links) == "Its one assumption is not tested yet."
    assert summary(KNOWN.links * 2) == "None of its 2 assumptions is tested yet."


def test_the_drawing_has_the_steps_by_number_and_a_sign_a_status() -> None:
    whole = tree(page().body)
    drawings = [svg for svg in whole.every("svg") if svg.has("c")]
    assert [svg.attributes["role"] for svg in drawings] == ["img", "img"]
    for svg in drawings:
        lines = [p for p in svg.every("path") if p.has("lk")]
        assert len(lines) == 4  # neither the replaced one nor the one that leads back
        assert "1. Council" in svg.text and "3. People feel" in svg.text
    assert "Links that lead back, or were replaced, stand in the list alone." in whole.text
    key = next(ul for ul in whole.every("ul") if ul.has("signs"))
    assert [li.text for li in key.every("li")] == [
        "Does not hold: 1",
        "In doubt: 1",
        "Not tested yet: 2",
        "Holds: 1",
    ]


def test_vision_case_and_who_made_it() -> None:
    text = tree(page().body).text
    assert "What we want Everyone lives well." in text
    assert "Residents' panel: Three workshops, February 2024, 18 people" in text
    assert KNOWN.case is not None and KNOWN.case.now
    cards = [li for li in tree(page().body).every("li") if li.has("card")]
    assert [next(c.every("h4")).text for c in cards] == [
        lookup().indicators[id].title for id in KNOWN.case.now
    ]


def test_an_outcomes_page_leads_to_its_assumptions() -> None:
    pages = outcome.lay_out(lookup(pathway=WHOLE))
    made = next(p for p in pages if isinstance(p, Page) and p.path == "outcomes/connected.md")
    said = "People who meet at hubs make lasting friendships (not tested yet)"
    assert f'<a href="../../pathway/#link-hubs_connect">{said}</a>' in plain(made)


def test_a_circle_of_outcomes_is_drawn_as_far_as_it_leads_on() -> None:
    round_about = replace(
        WHOLE,
        links=(
            link("a", "connected", "living_well"),
            link("b", "living_well", "connected"),
            link("c", "healthy", "healthy"),
        ),
    )
    assert len(columns(round_about)) >= 4
    assert "Leads to" in tree(page(round_about).body).text


def test_a_page_written_by_hand_can_hold_the_drawing() -> None:
    site, problems = content_pages({"content/a.md": TOP + "{{ pathway() }}"}, report(pathway=WHOLE))
    assert problems == []
    assert '<a href="../pathway/">Every step and what we assume, as a list</a>' in plain(
        site.pages[0]
    )
    assert len(re.findall(r'<svg class="c n?w"', site.pages[0].body)) == 2
    _, problems = content_pages(
        {"content/a.md": TOP + "{{ pathway() }}"}, report(pathway=Pathway())
    )
    assert problems[0].what == "there is no pathway to draw: no link joins its steps"
