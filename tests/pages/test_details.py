"""Kinds of what was counted, on a page: in two levels, overlapping, each with its share of all."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.model.metric import Breakdown, Category, Id
from generator.pages.parts import groups_side_by_side
from generator.pages.parts.figures import Drawn
from generator.pages.parts.worded import Text
from tests.pages.test_adding_up import REASON, reasons, standing

KINDS = (("public", None), ("gp", "public"), ("hospital", "public"), ("self", None), ("none", None))
ROUTE = Breakdown(
    Id("reason"),
    "Route",
    "detail",
    categories={
        Id(id): Category(Id(id), id.title(), Id(larger) if larger else None) for id, larger in KINDS
    },
    not_stated=(Id("none"),),
)


def drawn(rows: list[dict[str, Any]], breakdown: Breakdown, unit: str = "referrals") -> Drawn:
    made = groups_side_by_side.by_group(
        standing(rows, breakdown, "events", unit=unit), "indicators/m/", breakdown
    )
    assert made is not None
    return made


def rows(made: Drawn) -> list[tuple[str, str, list[str]]]:
    return [
        (row.within, row.head.text, [c.text for c in row.cells if isinstance(c, Text)])
        for row in made.figure.table.rows
    ]


def test_the_second_level_follows_the_first_and_is_not_counted_twice() -> None:
    """60 by public services, of which 40 + 15 are told apart, 90 by themselves: 150 of 160."""
    made = drawn([{"value": 160}, *reasons(public=60, gp=15, hospital=40, self=90, none=10)], ROUTE)
    assert rows(made) == [
        ("", "Self", ["90", "56"]),
        ("", "Public", ["60", "38"]),
        ("Public", "Hospital", ["40", "25"]),
        ("Public", "Gp", ["15", "9"]),
        ("", "None", ["10", "6"]),  # those who did not say stand last
        ("", "All", ["160", "100"]),
    ]
    assert made.figure.title == "Most often: Self (56% of all)"
    assert made.figure.subtitle == "Referrals, referrals, 2024, most first"
    assert "Shares are of all 160 referrals." in made.figure.notes
    first = [row for row in rows(made)[:-1] if not row[0]]
    assert sum(int(cells[0]) for _, _, cells in first) == 160


def test_without_its_larger_kind_a_second_level_stands_alone() -> None:
    made = drawn([{"value": 100}, *reasons(gp=15, hospital=40, self=45)], ROUTE)
    assert [(within, name) for within, name, _ in rows(made)] == [
        ("", "Self"),
        ("", "Hospital"),
        ("", "Gp"),
        ("", "All"),
    ]


def test_reasons_that_overlap_are_shares_of_all_and_not_of_their_sum() -> None:
    """60 and 50 of 90 are 67% and 56%: together 122%."""
    made = drawn([{"value": 90}, *reasons(late=60, full=50)], REASON)
    assert rows(made) == [
        ("", "late", ["60", "67"]),
        ("", "full", ["50", "56"]),
        ("", "All", ["90", "100"]),
    ]
    assert made.figure.notes[0] == (
        "One referral can be in several of these, so the shares add up to more than 100%."
    )


def test_shares_that_happen_to_come_to_less_still_overlap() -> None:
    made = drawn([{"value": 90}, *reasons(late=30, full=20)], REASON, unit="")
    assert made.figure.notes[0] == (
        "One case can be in several of these, so the shares can add up to more than 100%."
    )


def test_without_a_total_there_is_no_share() -> None:
    made = drawn(reasons(late=60, full=50), REASON)
    assert rows(made) == [("", "late", ["60"]), ("", "full", ["50"])]
    assert "%" not in made.figure.title
    assert made.figure.notes[0].startswith("One referral can be in several of these, so they can")


def test_a_title_is_short_however_long_the_words_are() -> None:
    long = "which of the many routes by which people come to partners this one was. " * 2
    named = {id: replace(one, title=long) for id, one in ROUTE.categories.items()}
    route = replace(ROUTE, title=long, categories=named)
    assert drawn(reasons(public=60, self=90), route).figure.title == "How many of each kind"
    assert drawn(reasons(public=60, none=90), route).figure.title == "How many of each kind"
