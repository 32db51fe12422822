"""The equity page: four questions, each answer with the way to its working."""

from __future__ import annotations

import re
from functools import cache
from html import unescape

from generator.model.page import Page
from generator.pages import equity, indicator
from generator.pages.parts.equity.found import found
from generator.pages.parts.equity.too_few import not_counted
from tests.pages.small_report import lookup


@cache
def body() -> str:
    (page,) = equity.lay_out(lookup())
    return unescape(page.body)


def test_it_asks_four_questions_and_answers_them_with_the_lonely_women() -> None:
    """Of 1,050 women asked 223 are lonely, 21.2%; of everyone else 398 − 223 of 2,000 − 1,050,
    18.4%: a difference that chance could make."""
    asked = re.findall(r"<h2 id=\"[a-z-]+\">([^<]+)</h2>", body())
    assert asked[:4] == [
        "Who is reached?",
        "Who benefits, and who does not?",
        "Is the gap closing?",
        "Who is too few to show?",
    ]
    assert "No indicator says who could have been reached." in body()
    assert "No group is clearly behind." in body() and "Sex (protected)" in body()


def test_each_answer_leads_to_a_section_of_the_indicators_page() -> None:
    pages = {p.path: unescape(p.body) for p in indicator.lay_out(lookup()) if isinstance(p, Page)}
    links = re.findall(r'href="\.\./\.\./indicators/([a-z_]+)/#([a-z_-]+)"', body())
    assert links
    for id, section in links:
        assert f'id="{section}"' in pages[f"indicators/{id}.md"]


def test_what_nobody_counts_is_named() -> None:
    said = " ".join(not_counted(lookup(), found(lookup())))
    assert "age, disability, gender reassignment" in said and " sex," not in said
    assert "indicators have no values for groups to compare" in said


def test_without_groups_there_is_no_page() -> None:
    assert equity.lay_out(lookup(breakdowns={})) == ()
