"""What was written beside numbers is published: once, by whom and when."""

from __future__ import annotations

from generator.model.metric import Id
from generator.pages import indicator as indicator_page
from generator.pages import partner as partner_page
from generator.pages.parts import remarks
from generator.pages.parts.known.lookup import Lookup
from generator.pages.parts.worded import Table, Text
from tests.pages import changing
from tests.pages.changing import HAVEN, MONEY, OFFENDING, row
from tests.pages.small_report import lookup, report
from tests.report_examples import MAIN

SHUT = "Shut while the roof was repaired"


def commented(*said: tuple[str, str, str]) -> Lookup:
    """The example with comments beside visits: partner, period and what was written."""
    values = report().inputs.values
    comments = values["comment"].astype(object)
    for partner, period, text in said:
        here = (values["metric"] == "visits") & (values["organisation"] == partner)
        comments = comments.mask(here & (values["period"] == period), text)
    return lookup(values=values.assign(comment=comments.astype("category")))


def of_visits(known: Lookup) -> Table | None:
    return remarks.of_indicator(known, known.indicators[Id("hub_visits")], "indicators/hub_visits/")


def lines(table: Table | None) -> list[tuple[str, ...]]:
    assert table is not None
    texts = [tuple(cell.text for cell in row.cells if isinstance(cell, Text)) for row in table.rows]
    return [(row.head.text, *said) for row, said in zip(table.rows, texts, strict=True)]


def test_a_note_in_several_periods_stands_once_and_the_latest_come_first() -> None:
    known = commented(
        ("haven", "2023 Q2", SHUT),
        ("haven", "2023 Q3", SHUT),
        ("anchor", "2024 Q2", "Flooded in May"),
    )
    assert lines(of_visits(known)) == [
        ("Anchor Trust", "April to June 2024", "Flooded in May"),
        ("Haven", "2 periods, Apr–Jun 2023 to Jul–Sep 2023", SHUT),
    ]


def test_a_note_beside_several_groups_stands_once() -> None:
    values = report().inputs.values
    asked = (
        (values["metric"] == "asked") & (values["period"] == "2025/26") & (values["area"] == MAIN)
    )
    assert values.loc[asked, "group"].nunique() > 1
    comments = values["comment"].astype(object).mask(asked, "Asked by post")
    known = lookup(values=values.assign(comment=comments.astype("category")))
    table = remarks.of_indicator(
        known, known.indicators[Id("loneliness")], "indicators/loneliness/"
    )
    assert lines(table) == [("Aldermoor", "2025/26", "Asked by post")]


def test_who_said_it_is_linked_and_text_stays_text() -> None:
    known = commented(("haven", "2023 Q2", "<script>alert(1)</script>"))
    pages = indicator_page.lay_out(known)
    body = next(p.body for p in pages if p.path == "indicators/hub_visits.md")  # type: ignore[union-attr]
    assert remarks.TITLE in body
    assert "<script>alert" not in body and "alert&#40;1&#41;" in body
    table = of_visits(known)
    assert table is not None and table.rows[0].head.href == "../../partners/haven/"


def test_a_partner_s_page_says_on_what() -> None:
    known = commented(("haven", "2023 Q2", SHUT))
    title = known.report.inputs.metrics[Id("visits")].title
    assert lines(remarks.of_partner(known, "haven")) == [(title, "April to June 2023", SHUT)]
    assert remarks.of_partner(known, "anchor") is None
    bodies = {p.path: p.body for p in partner_page.lay_out(known) if hasattr(p, "body")}
    assert remarks.TITLE in bodies["partners/haven.md"]
    assert remarks.TITLE not in bodies["partners/anchor.md"]


def test_without_comments_there_is_no_section() -> None:
    assert of_visits(lookup()) is None


def test_a_note_on_a_scale_names_the_scale_or_its_items_and_not_each_of_its_counts() -> None:
    left, away = {"comment": "A worker left"}, {"comment": "Away in May"}
    known = changing.lookup(
        row(MONEY, "2025/26", *HAVEN, (2, 3), (4, 3)) | left,
        row(OFFENDING, "2025/26", *HAVEN, (9, 8), (9, 7)) | left,
        row(OFFENDING, "2024/25", *HAVEN, (9, 8), (9, 7)) | away,
    )
    assert lines(remarks.of_partner(known, "haven")) == [
        ("Homelessness Star", "2025/26", "A worker left"),
        ("Homelessness Star: Offending", "2024/25", "Away in May"),
    ]
