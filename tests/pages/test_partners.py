from __future__ import annotations

import re
from dataclasses import replace

import pandas as pd

from generator.model.page import File, Page
from generator.model.partner import Organisation, Programme
from generator.pages import indicator, partner, partners, programme
from generator.pages.parts.known.lookup import Lookup
from tests.pages.small_report import lookup, report

KNOWN = report().inputs.organisations
HUBS = report().inputs.programmes


def shown(page: Page) -> str:
    """The page's text as a reader gets it."""
    return re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), page.body)


def of(laid: tuple[Page | File, ...], path: str) -> Page:
    return next(part for part in laid if isinstance(part, Page) and part.path == path)


def row(html: str, title: str) -> str:
    """The text of the row of a table that starts with a title."""
    found = re.search(rf'<th scope="row"><a [^>]*>{title}</a>.*?</tr>', html, re.DOTALL)
    assert found, title
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", found[0])).strip()


def test_without_partners_and_programmes_there_is_no_page() -> None:
    nobody = lookup(organisations={}, programmes={})
    assert partners.lay_out(nobody) == ()
    assert partner.lay_out(nobody) == ()
    assert programme.lay_out(nobody) == ()


def test_partners_are_listed_by_name_and_under_their_programme() -> None:
    (page,) = partners.lay_out(lookup())
    assert (page.path, page.in_navigation) == ("partners/index.md", "Partners")
    assert page.description == "Two partners and one programme, by name: there is no ranking."
    html = shown(page)
    listed = re.findall(r'<li><a href="([^"]+)">', html)
    assert listed == ["anchor/", "haven/"] * 2  # all, then those of the one programme
    assert '<a href="../programmes/hubs/">Neighbourhood hubs</a>' in html


def test_only_those_that_give_numbers_are_counted() -> None:
    council = Organisation("council", "The Council", "council", "commissioner")  # type: ignore[arg-type]
    (page,) = partners.lay_out(lookup(organisations={**KNOWN, "council": council}))
    assert page.description == "Two partners and one programme, by name: there is no ranking."
    html = shown(page)
    all_partners, others = html.split('id="others">Who gives no numbers')
    assert "council/" not in all_partners
    assert '<li><a href="council/">The Council</a>' in others


def test_a_partner_finds_its_number_beside_the_whole_of_its_programme() -> None:
    # The last of twelve quarters: Haven 1200 + 11 × 30 = 1,530, Anchor 800 + 11 × 10 = 910.
    html = shown(of(partner.lay_out(lookup()), "partners/haven.md"))
    visits = row(html, "Visits to neighbourhood hubs")
    assert "1,530" in visits
    assert "2,440" in visits
    assert "None set" in visits  # the target of everyone is not its own
    assert "Anchor" not in html  # no other partner is named beside it


def test_a_target_of_its_own_is_shown() -> None:
    made = report()
    rows = made.readings.copy()
    whole = (rows["organisation"] == "haven") & (rows["programme"] == "")  # all that it does
    rows.loc[whole & (rows["reading"] == "towards target"), "reference_value"] = 1600.0
    aimed = Lookup(replace(made, readings=rows))
    assert "1,600" in row(
        shown(of(partner.lay_out(aimed), "partners/haven.md")), "Visits to neighbourhood hubs"
    )


def test_a_partner_in_two_programmes_has_a_row_for_both_and_counts_once() -> None:
    def twice(frame: pd.DataFrame) -> pd.DataFrame:
        """With Haven's visits a second time, under another programme."""
        plain = frame.astype({"programme": str})
        own = plain[(plain["organisation"] == "haven") & (plain["programme"] == "hubs")]
        both = pd.concat([plain, own.assign(programme="garden")])
        return both.astype({"programme": "category"})

    made = report()
    programmes = {**HUBS, "garden": Programme("garden", "Garden")}  # type: ignore[arg-type]
    inputs = replace(made.inputs, values=twice(made.inputs.values), programmes=programmes)
    two = Lookup(
        replace(made, inputs=inputs, results=twice(made.results), readings=twice(made.readings))
    )
    page = of(partner.lay_out(two), "partners/haven.md")
    notes = re.findall(r'neighbourhood hubs</a><br><span class="small muted">([^,<]+)', shown(page))
    assert notes == ["All its programmes", "Garden", "Neighbourhood hubs"]
    total, behind = shown(page).split("By programme: 2 rows</summary>")
    assert "All its programmes" in total and "Garden</span>" not in total.split('id="missing"')[0]
    assert "All its programmes" not in behind.split("</details>")[0]
    assert page.description.startswith("The number that it reports ")


def test_what_did_not_come_in_is_named_and_not_counted_against_others() -> None:
    # Anchor gave none of the twelve quarters' values for the sixth: 2024/25 Q2.
    html = shown(of(partner.lay_out(lookup()), "partners/anchor.md"))
    table = html[html.index('id="missing"') :]
    assert "1 of 12" in table
    assert "July to September 2024" in table
    assert 'id="missing"' not in shown(of(partner.lay_out(lookup()), "partners/haven.md"))


def test_a_partner_without_numbers_still_has_a_page_with_its_own_words() -> None:
    words = "We count <b>people</b>, not visits."
    silent = Organisation("quiet", "Quiet Hall", "hall", "funder", "", "haven", words)  # type: ignore[arg-type]
    laid = partner.lay_out(lookup(organisations={**KNOWN, "quiet": silent}))
    page = of(laid, "partners/quiet.md")
    assert page.description == "It reports no numbers of its own in this edition."
    assert words in shown(page)
    assert "<b>people" not in page.body  # shown as text
    assert '<a href="../haven/">Haven</a>' in shown(page)
    assert '<a href="../quiet/">Quiet Hall</a>' in shown(of(laid, "partners/haven.md"))
    assert not any(isinstance(p, File) and "quiet" in p.path for p in laid)


def test_its_values_can_be_taken_away() -> None:
    (file,) = (p for p in partner.lay_out(lookup()) if isinstance(p, File) and "anchor" in p.path)
    lines = file.content.decode().split("\r\n")
    assert file.path == "data/charts/partners-anchor--values.csv"
    assert lines[0].startswith("indicator,frequency,period,period_start,period_end,area,")
    assert lines[-2].startswith("hub_visits,quarter,2026 Q1,2026-01-01,2026-03-31,")
    assert ",anchor,hubs,,910," in lines[-2]
    assert len([line for line in lines if line.startswith("hub_visits,")]) == 11


def test_a_programme_says_who_reported_and_what_it_adds_up_to() -> None:
    page = of(programme.lay_out(lookup()), "programmes/hubs.md")
    assert page.description.startswith("Two partners take part.")
    html = shown(page)
    visits = row(html, "Visits to neighbourhood hubs")
    assert "2,440" in visits
    assert "2 of 2 partners" in visits
    assert "Open five days." in html
    who = html[html.index('id="partners-table"') :]
    assert who.index("Anchor Trust") < who.index("Haven")  # by name, not by size


def test_who_is_missing_from_a_programmes_latest_total_is_named() -> None:
    made = report()
    last = (made.results["organisation"] == "anchor") & (
        made.results["period_end"] == made.results["period_end"].max()
    )
    assert last.any()
    late = Lookup(replace(made, results=made.results[~last]))
    html = shown(of(programme.lay_out(late), "programmes/hubs.md"))
    assert "not in it: Anchor Trust" in row(html, "Visits to neighbourhood hubs")


def test_a_programme_without_values_says_so() -> None:
    new = Programme("garden", "Garden")  # type: ignore[arg-type]
    page = of(programme.lay_out(lookup(programmes={**HUBS, "garden": new})), "programmes/garden.md")
    assert page.description == "It has no numbers yet."


def test_an_indicators_table_of_partners_leads_to_their_pages() -> None:
    html = shown(of(indicator.lay_out(lookup()), "indicators/hub_visits.md"))
    assert '<a href="../../partners/haven/">Haven</a>' in html
    plain = shown(of(indicator.lay_out(lookup(organisations={})), "indicators/hub_visits.md"))
    assert "partners/haven" not in plain
