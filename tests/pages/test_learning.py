"""The record of what was learned, and what of it stands beside a number."""

from __future__ import annotations

from datetime import date

from generator.model.page import Page
from generator.pages import indicator, learning, outcome
from tests.learned_examples import by_id, record
from tests.pages.small_report import lookup
from tests.pages.tree import tree

GAP = record("gap", date(2026, 2, 1), "loneliness", kind="data_gap", so_what="We cannot say.")
SAID = record(
    *("said", date(2026, 1, 1), "connected haven E08000099 hubs_connect gap"),
    kind="people_said",
    action="Ask",
    status="done",
    closed=date(2026, 3, 1),
)
OPEN = record("open", date(2026, 1, 2), "loneliness", kind="decision", action="Meet")


def test_without_records_there_is_no_page() -> None:
    assert learning.lay_out(lookup()) == ()


def test_records_stand_under_their_kind_the_latest_first() -> None:
    many = [record(f"d{n}", date(2026, 1, n), kind="decision") for n in range(1, 7)]
    (page,) = learning.lay_out(lookup(learning=by_id(*many, GAP)))
    root = tree(page.body)
    assert page.in_navigation == "Learning"
    assert [h.text for h in root.every("h2")] == ["What was decided", "What we cannot see yet"]
    ids = [d.attributes["id"] for d in root.every("div") if d.has("record")]
    assert ids == [f"record-d{n}" for n in (6, 5, 4, 3, 2, 1)] + ["record-gap"]
    (folded,) = root.every("details")
    assert "Show 2 earlier" in folded.text
    assert page.description == "On record: six decisions and a gap in our data."


def test_a_record_leads_to_what_it_is_about() -> None:
    (page,) = learning.lay_out(lookup(learning=by_id(GAP, SAID)))
    said = next(d for d in tree(page.body).every("div") if d.attributes.get("id") == "record-said")
    links = [link.attributes["href"] for link in said.every("a")]
    assert links == [
        "../outcomes/connected/",
        "../partners/haven/",
        "../places/E08000099/",
        "../pathway/#link-hubs_connect",
        "#record-gap",
    ]
    assert "Done" in said.text and "Done 1 March 2026." in said.text


def beside(path: str, module: object) -> str:
    known = lookup(learning=by_id(GAP, SAID, OPEN))
    pages = module.lay_out(known)  # type: ignore[attr-defined]
    (page,) = (p for p in pages if isinstance(p, Page) and p.path == path)
    found = (
        s.text
        for s in tree(page.body).every("section")
        if s.attributes.get("aria-labelledby") == "being-done"
    )
    return next(found, "")


def test_a_page_tells_what_is_done_and_was_learned_about_it() -> None:
    lonely = beside("indicators/loneliness.md", indicator)
    assert "Meet" in lonely and "What of gap Gap in the data, 1 February 2026" in lonely
    assert "What of said" not in lonely  # about the outcome, whose page tells it
    connected = beside("outcomes/connected.md", outcome)
    assert "Meet" in connected and "What of gap" in connected and "What of said" in connected
    assert beside("indicators/density.md", indicator) == ""
