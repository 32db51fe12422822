from __future__ import annotations

import re
from dataclasses import replace

from generator.model.metric import Id
from generator.model.page import Page
from generator.pages import place, stories
from generator.pages.parts import facts
from generator.pages.parts.teasers import number_beside, teaser
from tests.pages.small_report import lookup, report

KNOWN = report().inputs.stories


def html(**changed: object) -> str:
    (page,) = stories.lay_out(lookup(**changed))
    return re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), page.body)


def test_without_stories_there_is_no_page() -> None:
    assert stories.lay_out(lookup(stories={})) == ()


def test_it_stands_in_the_navigation_and_counts_the_stories() -> None:
    (page,) = stories.lay_out(lookup())
    assert (page.path, page.in_navigation) == ("stories/index.md", "Stories")
    assert page.description.startswith("Two stories of people behind the numbers.")
    one = {"still_waiting": KNOWN["still_waiting"]}
    assert stories.lay_out(lookup(stories=one))[0].description.startswith("One story of people")


def test_stories_stand_by_outcome_in_the_order_of_the_pathway() -> None:
    found = re.findall(r'<h3 id="([^"]+)">([^<]+)</h3>', html())
    assert found == [
        ("outcome-connected", "People feel connected"),
        ("outcome-living_well", "People live well at home"),
        ("place-E05000003", "Eastfield"),
    ]
    assert '<a href="#outcome-living_well">People live well at home</a>' in html()
    assert '<a href="someone_to_turn_to/">Someone to turn to</a>' in html()


def test_a_story_of_no_outcome_is_not_lost() -> None:
    changed = {**KNOWN, "still_waiting": replace(KNOWN["still_waiting"], about=("density",))}
    assert ('<h3 id="outcome-none">Other stories</h3>') in html(stories=changed)


def test_it_says_what_a_story_cannot_say_and_how_to_have_one_taken_down() -> None:
    assert "It does not show how many people it holds for" in html()
    assert '<a href="../privacy/#withdraw">' in html()


def test_each_story_is_listed_with_its_own_words_and_by_place_with_its_title_alone() -> None:
    by_outcome, _, by_place = html().partition('id="by-place"')
    quote = '<blockquote class="quote sm"><p>Now they ring me when I am not there.</p></blockquote>'
    assert quote in by_outcome and quote not in by_place
    assert "March 2026</span>" in by_place and '<a href="#by-place">' in by_outcome


def test_a_made_up_story_among_real_ones_says_so_in_the_list() -> None:
    packages = report().inputs.packages
    mixed = html(packages=(*packages, replace(packages[0], status="final")))
    assert mixed.count("Illustrative: not a real person.") == 2
    assert "Illustrative: not a real person." not in html()


def test_a_places_page_lists_its_stories() -> None:
    pages = {p.path: p.body for p in place.lay_out(lookup()) if isinstance(p, Page)}
    with_one = {path for path, body in pages.items() if "Stories from here" in body}
    assert with_one == {"places/E05000003.md"}  # the other story names no place
    body = re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), pages["places/E05000003.md"])
    assert '<a href="../../stories/someone_to_turn_to/">Someone to turn to</a>' in body


def test_a_story_stands_at_the_number_of_the_page_that_it_is_on() -> None:
    whole = lookup()
    story = next(iter(whole.report.inputs.stories.values()))
    both = replace(story, about=(Id("healthy"), Id("loneliness")))
    named = number_beside(whole, both)
    assert named is not None and named.indicator.id == "loneliness"  # before its outcome's
    lonely = teaser(whole, both, "indicators/loneliness/", "loneliness").number
    early = teaser(whole, both, "indicators/early_death_rate/", "early_death_rate").number
    assert lonely == facts.number(named)
    assert early is not None and early != lonely
