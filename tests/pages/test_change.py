"""Change in people on pages: the same numbers wherever they stand, and what they cannot show."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import pytest

from generator.model.page import File, Page
from generator.pages import change, indicator, methods, outcome, partner, programme, prove
from generator.pages.parts.change.item import of_item
from generator.pages.parts.known.lookup import Lookup
from generator.pages.parts.known.standing import Standing
from generator.pages.written import content_pages
from generator.wording.change import CAVEAT
from generator.wording.plain import grade, sentences
from tests.pages import changing, small_report
from tests.pages.changing import ANCHOR, GARDEN, HAVEN, MONEY, WORK, row, whole
from tests.pages.test_content import TOP
from tests.pages.test_plain_words import paragraphs
from tests.pages.tree import Element, tree
from tests.report_examples import MAIN

PAGES = (
    (change, "prove/change.md"),
    (indicator, "indicators/money.md"),
    (outcome, "outcomes/settled.md"),
    (partner, "partners/haven.md"),
    (programme, "programmes/hubs.md"),
)


def page(known: Lookup, module: Any, path: str) -> Element:
    laid: Iterable[Page | File] = module.lay_out(known)
    return tree(next(p.body for p in laid if isinstance(p, Page) and p.path == path))


def section(body: Element, id: str) -> Element:
    """The section that a heading with this id names."""
    return next(e for e in body.every("section") if e.attributes.get("aria-labelledby") == id)


def rows(body: Element, table: str) -> list[list[str]]:
    """The cells of a table in words, by the id of its caption."""
    found = next(
        t for t in body.every("table") if next(t.every("caption")).attributes.get("id") == table
    )
    return [[cell.text for cell in tr.every("th", "td")] for tr in found.every("tr")][1:]


def test_a_partner_a_programme_and_the_whole_show_the_same_numbers() -> None:
    """A provider with two Stars and a commissioner with two providers read one page each."""
    of_all, of_haven, of_hubs = (page(whole(), *PAGES[n]) for n in (0, 3, 4))
    by_partner = rows(of_all, "partner-star-table")
    assert by_partner == rows(of_hubs, "partner-star-table")
    # Haven's own page has the item first and the year before last.
    own = {line[0].split(" ")[0]: line[1:] for line in rows(of_haven, "scale-star-table")}
    theirs = [line for line in by_partner if line[0].startswith("Haven")]
    assert len(theirs) == len(own) == 2
    for head, *cells in theirs:
        item = head.removeprefix("Haven ").split(",")[0]
        assert cells == own[item][: len(cells)]
    # The hubs are all who use the Homelessness Star, so their total is everyone's.
    assert rows(of_hubs, "scale-star-table") == rows(of_all, "scale-star-table")
    # Haven alone gives the Empowerment Star.
    assert rows(of_haven, "scale-power-table") == rows(of_all, "scale-power-table")
    # And the indicator's and the outcome's page say of money what the page of all says.
    money = rows(of_all, "scale-star-table")[0][1:]
    assert rows(page(whole(), *PAGES[1]), "change-table")[0][1:] == money
    assert rows(page(whole(), *PAGES[2]), "change-table")[0][1:] == money[:-1]  # no year before


def test_numbers_are_those_of_the_pairs() -> None:
    """Money in 2025/26, counted by hand: of ten people six went up, one down, three stayed."""
    money = rows(page(whole(), *PAGES[0]), "scale-star-table")[0]
    assert money[0] == "Money People are settled"
    assert money[1] == "10"
    assert money[2] == "60% 31 to 83"  # Wilson: 0.3127, 0.8318 (R 4.2.2, binom.wilson(6, 10))
    assert (money[3].split()[0], money[4].split()[0]) == ("30%", "10%")
    assert (money[5], money[6]) == ("1 10%", "83% of 12")  # 10 of 12
    assert money[7].split()[0] == "+1.40"  # 14 points up and none down but one: (4+2+0-1+0+1+8)/10
    assert money[8].startswith("50%")  # two of four a year before
    listed = rows(page(whole(), *PAGES[1]), "change-table")
    assert [line[0] for line in listed] == ["Everyone", "Anchor Trust", "Haven"]
    assert [line[8].split()[0] for line in listed] == ["50%", "[x]", "50%"]  # Haven alone was there


def test_the_caveat_stands_on_every_page_that_shows_change() -> None:
    for module, path in PAGES:
        body = page(whole(), module, path)
        assert body.text.count(CAVEAT) == 1, path
    (own,) = methods.lay_out(whole())
    assert CAVEAT in tree(own.body).text
    (own,) = prove.lay_out(whole())
    assert CAVEAT in tree(own.body).text
    assert CAVEAT not in page(whole(), outcome, "outcomes/bare.md").text


def test_the_lines_of_owners_stand_wherever_their_scale_does() -> None:
    line = "Homelessness Star © Triangle Consulting"
    for module, path in PAGES:
        assert line in page(whole(), module, path).text, path
    text = page(whole(), change, "prove/change.md").text
    assert line in text and "Empowerment Star © Triangle Consulting" in text


def test_outcomes_are_pooled_as_directions_and_never_as_a_mean() -> None:
    body = page(whole(), *PAGES[0])
    pooled = rows(body, "outcomes-table")
    # Money and work speak of being settled: 10 + 3 pairs, 6 + 2 better, 3 + 0 stayed, 1 + 1 worse.
    assert pooled[0] == [
        "People are settled Homelessness Star: one item; Empowerment Star: one item",
        *("13", "62%", "23%", "15%"),
    ]
    assert pooled[1][0] == "People worry less Worry scale: one item"
    assert len(pooled) == 2  # nothing speaks of the third
    found = section(body, "outcomes").text
    assert "We never average different scales" in found
    assert "One person can stand under several items" in found
    assert "mean change" not in found.lower()
    own = page(whole(), *PAGES[2])
    assert (
        "Two items of two scales speak of this outcome in 2025/26. Of 13 pairs of scores, 62% "
        "moved for the better, 23% stayed and 15% moved for the worse." in own.text
    )


def test_an_item_that_speaks_of_no_outcome_is_still_shown() -> None:
    body = page(whole(), *PAGES[0])
    offending = rows(body, "scale-star-table")[1]
    assert offending[0] == "Offending Speaks of no outcome here"
    assert "Offending" in section(body, "scale-star").text
    assert all("Offending" not in line[0] for line in rows(body, "outcomes-table"))


def test_where_less_is_better_down_is_the_good_way() -> None:
    body = page(whole(), indicator, "indicators/worry.md")
    said = section(body, "change").text
    assert (
        "Of 4 people assessed twice in 2025/26, 2 (50%, 15 to 85) moved down, which is better, "
        "1 stayed and 1 moved up. One person started at the best score and could not move down."
        in said
    )
    heads = [th.text for th in body.every("th") if th.attributes.get("scope") == "col"]
    assert "Moved down (better)" in heads and "Moved up (worse)" in heads
    assert "a lower one is better" in said
    # sd of 9, 8, 7, 1 is 3.594; 1.96 × √2 × 3.594 × √0.2 = 4.455
    assert "A change of more than 4.46 points is more than the scale’s own error" in said
    assert "(reliability 0.8, A paper)" in said
    # 9 to 4 is more than the 3 points by which the row's own counts go; Wilson: 1 of 4, 0 of 4.
    assert "Reliably better: 1 of 4, 25% (5 to 70). Reliably worse: 0, 0% (0 to 49)." in said


def test_an_indicator_tells_its_finding_first_and_folds_the_working() -> None:
    own = section(page(whole(), *PAGES[1]), "change")
    assert own.text.startswith(
        "Who moved which way Of 10 people assessed twice in 2025/26, 6 (60%, 31 to 83) moved up, "
        "3 stayed and 1 moved down. One person started at the best score and could not move up. "
        "2 people were assessed once only, so 83% are matched."
    )
    folds = [d.text for d in own.every("details")]
    assert any(text.startswith("How we worked this out") for text in folds)
    worked = next(text for text in folds if text.startswith("How we worked this out"))
    for said in ("Cohen’s dz", "noncentral t", "Hedges", "Student’s t", "shares come first"):
        assert said in worked
    assert "no published reliability of this item is given" in worked
    drawn = next(own.every("figure"))
    assert {"Everyone", "Anchor Trust", "Haven"} <= set(_heads(drawn, own))


def _heads(figure: Element, inside: Element) -> list[str]:
    table = f"{figure.attributes['id']}-table"
    return [line[0] for line in rows(inside, table)]


def test_partners_stand_by_name_and_lead_to_their_pages() -> None:
    body = page(whole(), *PAGES[0])
    own = section(body, "scale-star")
    assert "Show each item by partner: two, none is ranked" in own.text
    assert [line[0] for line in rows(own, "partner-star-table")] == [
        "Anchor Trust Money, 2025/26",
        "Haven Money, 2025/26",
        "Anchor Trust Offending, 2025/26",
        "Haven Offending, 2025/26",
    ]
    links = [a.attributes["href"] for a in own.every("a")]
    assert {"../../partners/anchor/", "../../partners/haven/"} <= set(links)
    # One partner alone is everyone.
    assert "by partner" not in section(body, "scale-power").text


def test_without_assessments_there_is_no_page_and_no_entry() -> None:
    known = small_report.lookup()
    assert change.lay_out(known) == ()
    (own,) = prove.lay_out(known)
    assert (own.in_navigation, own.section) == ("Prove", "")
    assert "Change in people" not in tree(own.body).text
    (told,) = methods.lay_out(known)
    assert 'id="change-in-people"' not in told.body
    (own,) = prove.lay_out(whole())
    assert (own.in_navigation, own.section) == ("Overview", "Prove")
    laid = next(p for p in change.lay_out(whole()) if isinstance(p, Page))
    assert (laid.in_navigation, laid.section) == ("Change in people", "Prove")


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (
            row(MONEY, "2025/26", *HAVEN, (), (), 3),
            "Nobody was assessed twice in 2025/26. 3 people were assessed once only.",
        ),
        (row(MONEY, "2025/26", *HAVEN, (), ()), "Nobody was assessed twice in 2025/26."),
        (
            row(MONEY, "2025/26", *HAVEN, (3,), (4,), 1),
            "One person was assessed twice in 2025/26, and moved up. One person was assessed once "
            "only, so 50% are matched.",
        ),
        (
            row(MONEY, "2025/26", *HAVEN, (3, 10), (2, 10)),
            "Of 2 people assessed twice in 2025/26, none (0%, 0 to 66) moved up, 1 stayed and 1 "
            "moved down. One person started at the best score and could not move up. Nobody was "
            "assessed once only.",
        ),
    ],
)
def test_few_or_no_pairs_are_told_as_they_are(made: dict[str, Any], said: str) -> None:
    known = changing.lookup(made)
    assert said in section(page(known, indicator, "indicators/money.md"), "change").text
    for module, path in PAGES:
        assert CAVEAT in page(known, module, path).text


def test_what_was_not_counted_is_not_taken_for_nobody() -> None:
    """Without the squares a mean has no margin; without the others nothing is said of them."""
    bare = row(MONEY, "2025/26", *HAVEN, (3, 4), (4, 4))
    for name in ("change_squares_sum", "before_squares_sum", "started_at_best", "unmatched"):
        del bare[name]
    known = changing.lookup(bare)
    told = section(page(known, indicator, "indicators/money.md"), "change").text
    assert "How many were assessed once only is not published." in told
    assert "the squares of the changes are not given" in told
    assert "person started at the best" not in told
    line = rows(page(known, *PAGES[0]), "scale-star-table")[0]
    assert (line[5], line[6], line[7]) == ("[x]", "[x]", "+0.50")


@pytest.mark.parametrize("missing", ["pairs", "moved_up"])
def test_what_is_not_published_is_not_told_as_nobody(missing: str) -> None:
    bare = row(MONEY, "2025/26", *HAVEN, (1, 2), (3, 1))
    del bare[missing]
    known = changing.lookup(bare)
    body = page(known, *PAGES[0])
    assert "Nobody" not in body.text
    assert "How many people moved for the better is not published for everyone" in body.text
    own = section(page(known, *PAGES[1]), "change")
    assert "Nobody was assessed twice" not in own.text
    assert next(own.every("figcaption")).text.startswith("Who moved which way is not published")
    assert "a count is not published" in page(known, *PAGES[2]).text


def test_an_item_whose_moves_are_hidden_is_not_counted_as_worse() -> None:
    bare = row(MONEY, "2025/26", *HAVEN, (1, 2), (3, 1))
    del bare["moved_up"]
    known = changing.lookup(bare, row(WORK, "2025/26", *GARDEN, (2, 2), (3, 3)))
    laid = next(p for p in change.lay_out(known) if isinstance(p, Page))
    assert laid.description == (
        "On the one item of one scale, more people moved for the better than for the worse."
    )


def test_groups_alone_are_not_taken_for_nobody() -> None:
    """Where nothing says what everyone comes to, people were assessed all the same."""
    women = row(MONEY, "2025/26", *HAVEN, (3, 4), (4, 4), group="sex=female")
    said = page(changing.lookup(women), *PAGES[0]).text
    assert "There is no total for everyone: not all parts can be added up." in said
    assert "Nobody has been assessed" not in said


def test_a_partner_of_another_year_stands_with_its_year() -> None:
    known = changing.lookup(
        row(MONEY, "2024/25", *ANCHOR, (1, 2), (3, 3)),
        row(MONEY, "2025/26", *HAVEN, (1, 2), (3, 1)),
    )
    listed = rows(page(known, *PAGES[0]), "partner-star-table")
    assert [line[0] for line in listed] == ["Anchor Trust Money, 2024/25", "Haven Money, 2025/26"]
    standing = Standing(known, known.indicators["money"], MAIN)
    of = of_item(standing)
    assert of is not None and [one.name for _, one in of.parts(0)] == ["Haven"]


def test_groups_stand_folded_in_their_order() -> None:
    men, women = ({"group": f"sex={name}"} for name in ("male", "female"))
    known = changing.lookup(
        row(MONEY, "2025/26", *HAVEN, (1, 2), (3, 3), **men),
        row(MONEY, "2025/26", *HAVEN, (4, 5), (3, 3), **women),
        row(MONEY, "2025/26", *HAVEN, (1, 2, 4, 5), (3, 3, 3, 3)),
    )
    own = section(page(known, indicator, "indicators/money.md"), "change-by-sex")
    assert next(own.every("summary")).text == "Show the groups"
    assert _heads(next(own.every("figure")), own) == ["Everyone", "Women", "Men"]


@pytest.mark.parametrize("call", ["chart", "table"])
def test_a_page_written_by_hand_can_show_it_with_what_it_cannot_show(call: str) -> None:
    text = TOP + f'{{{{ {call}("money", "change") }}}}'
    made, problems = content_pages({"content/about.md": text}, whole().report)
    assert problems == []
    body = tree(made.pages[0].body)
    assert CAVEAT in body.text and "Homelessness Star © Triangle Consulting" in body.text
    listed = [[cell.text for cell in tr.every("th", "td")] for tr in body.every("tr")][1:]
    assert [line[:3] for line in listed] == [
        ["Everyone", "10", "60"],
        ["Anchor Trust", "4", "75"],
        ["Haven", "6", "50"],
    ]


def test_only_an_indicator_of_change_has_that_chart() -> None:
    text = TOP + '{{ chart("loneliness", "change") }}'
    _, (only,) = content_pages({"content/about.md": text}, small_report.report())
    assert "It takes an indicator whose method is change, and the main area." in str(only)


def test_words_of_contributors_are_text() -> None:
    bad = "<b>[x](javascript:1)</b>"
    items = [changing.item(("star", bad, bad), "money", title=bad)]
    made = changing.inputs([row(MONEY, "2025/26", *HAVEN, (1, 2), (3, 3))], items)
    known = changing.of(made)
    for module, path in PAGES:
        laid = next(p for p in module.lay_out(known) if isinstance(p, Page) and p.path == path)
        assert "<b>[x]" not in laid.body and "](javascript" not in laid.body


def test_nothing_missing_is_written_as_a_number() -> None:
    for module, path in PAGES:
        assert not re.search(r"\bnan\b", page(whole(), module, path).text), path


def test_sentences_are_plain() -> None:
    for module, path in (*PAGES, (methods, "methods/index.md")):
        laid = next(p for p in module.lay_out(whole()) if isinstance(p, Page) and p.path == path)
        said = [sentences(text) for text in (laid.description, *paragraphs(laid))]
        assert max(map(len, said)) <= 3, path
        assert all(len(one.split()) <= 25 for each in said for one in each), path
        assert grade([one for each in said for one in each if " " in one]) <= 8, path
