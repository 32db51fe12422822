"""The page of actions: what is open, what asks for one, and what became of last year's list."""

from __future__ import annotations

from datetime import date

from generator.model.learning import Learning
from generator.pages import actions
from generator.pages.parts.learned import actions as worded
from tests.learned_examples import TODAY, by_id, record
from tests.pages.small_report import lookup
from tests.pages.tree import Element, tree

LATE = record(
    "late", date(2025, 3, 1), "loneliness", action="Ring", owner="Head", due=date(2026, 5, 31)
)
SOON = record("soon", date(2026, 3, 1), "hubs_open", action="Write", due=date(2026, 6, 4))
DONE = record(
    *("done", date(2025, 4, 1), "loneliness"),
    action="Ask",
    owner="Head",
    due=date(2025, 7, 1),
    status="done",
    closed=date(2025, 7, 2),
)
BEFORE = record(
    *("before", date(2024, 4, 1), "haven"),
    action="Paint",
    status="dropped",
    closed=date(2025, 6, 4),
)
ALL = (SOON, LATE, DONE, BEFORE)


def laid_out(*records: Learning) -> Element:
    (page,) = actions.lay_out(lookup(learning=by_id(*records)))
    assert (page.in_navigation, page.section, page.half) == ("Actions", "Improve", "improve")
    return tree(page.body)


def section(root: Element, id: str) -> Element:
    return next(s for s in root.every("section") if s.attributes.get("aria-labelledby") == id)


def test_without_an_action_there_is_no_page() -> None:
    assert actions.lay_out(lookup()) == ()
    assert actions.lay_out(lookup(learning=by_id(record("bare", date(2026, 1, 1))))) == ()


def test_what_is_overdue_comes_first_judged_on_the_day_of_the_report() -> None:
    assert date(2026, 6, 4) == TODAY
    root = laid_out(*ALL)
    first, second = section(root, "open").every("li")
    assert "Ring" in first.text and "Head. Due 31 May 2026. Overdue by 4 days." in first.text
    assert "Write" in second.text and "Nobody answers for it yet" in second.text
    assert "Overdue" not in second.text  # due on the day itself
    assert "Two actions are open, one of them overdue." in root.text


def test_each_stands_beside_how_its_indicator_stands() -> None:
    first, second = section(laid_out(*ALL), "open").every("li")
    assert "People who often feel lonely Improving but not on track" in first.text
    links = [link.attributes["href"] for link in second.every("a")]
    assert links == ["../../learning/#record-soon", "../../pathway/#step-hubs_open"]


def test_what_asks_for_action_and_has_none_is_named() -> None:
    assert "without" not in [
        s.attributes["aria-labelledby"] for s in laid_out(*ALL).every("section")
    ]
    bare = section(laid_out(DONE, SOON), "without")
    assert "People who often feel lonely" in bare.text
    assert "One indicator asks for one and has none." in laid_out(DONE, SOON).text


def test_an_action_for_an_outcome_counts_for_the_indicator_that_it_shows() -> None:
    root = laid_out(record("whole", date(2026, 1, 1), "connected", action="Meet"))
    assert "asks for one" not in root.text


def test_last_years_list_is_as_it_stood_a_year_before_the_report() -> None:
    """On 4 June 2025 LATE and DONE stood on it; BEFORE was dropped that day, SOON came later."""
    root = laid_out(*ALL)
    last = section(root, "last-list")
    assert "as it stood on 4 June 2025. Two actions stood on it." in last.text
    assert "One is done and one is still to do." in last.text
    assert [item.text.split()[0] for item in last.every("li")] == ["To", "Done"]
    assert "Done 2 July 2025. 1 day late" in last.text
    assert "Paint" in section(root, "ended").text


def test_a_leap_day_has_a_year_before_it() -> None:
    assert worded.a_year_ago(date(2024, 2, 29)) == date(2023, 2, 28)


def test_hostile_texts_stay_texts() -> None:
    bad = "<script>alert(1)</script> [x](javascript:y)"
    root = laid_out(record("a", date(2026, 1, 1), "loneliness", action=bad, owner=bad, what=bad))
    assert not [*root.every("script")]
    assert bad in root.text
