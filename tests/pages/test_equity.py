"""The equity page: four questions, each answer with the way to its working."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from html import unescape

from generator.model.page import Page
from generator.pages import equity, indicator
from generator.pages.parts.equity.found import found
from generator.pages.parts.equity.tables import is_it_closing
from generator.pages.parts.equity.too_few import not_counted
from generator.pages.parts.improve.gap_words import lead
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


def test_a_gap_that_widens_since_all_values_doubled_tells_its_ratio() -> None:
    """Of 1,000 each, 6 against 15 and then 12 against 30: from 9 apart to 18, and 0.40 times then
    and now. Only the 9 and the 18 were told, as "widening"."""
    (groups,) = (g for g in found(lookup()) if g.breakdown.id == "sex" and g.gaps)
    (gap,) = (g for g in groups.gaps if g.group == "sex=female")
    wider = gap._replace(
        then_difference=-9.0,
        then_ratio=0.4,
        difference=-18.0,
        ratio=0.4,
        over_time="widening",
        over_time_reason="",
        furthest=True,
        followed=True,
    )
    assert lead(groups.standing, [wider]).endswith("is widening; the ratio went from 0.40 to 0.40.")
    table, _ = is_it_closing([replace(groups, gaps=(wider,))])
    assert table is not None
    then, now = table.rows[0].cells[2:]
    assert (then.note, now.note) == ("0.40 times, 2021/22", "0.40 times, 2025/26")  # type: ignore[union-attr]
