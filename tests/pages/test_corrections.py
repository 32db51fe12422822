from __future__ import annotations

import re
from datetime import date

from generator.model.correction import Correction
from generator.model.metric import Id
from generator.model.period import parse
from generator.pages import corrections
from tests.pages.small_report import lookup

FIRST = Correction(
    date(2026, 5, 1), Id("loneliness"), parse("2023/24"), "E08000099", "corrected",
    "Two returns were counted twice.", "haven", "24.1", "22.8", "The fall is larger.",
)  # fmt: skip
SECOND = Correction(
    date(2026, 6, 1), Id("gone"), parse("2024"), "", "revised", "*<b>Better</b>* figures"
)


def html(*all: Correction) -> str:
    (page,) = corrections.lay_out(lookup(corrections=all))
    assert "<b>" not in page.body and "*" not in page.body
    return re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), page.body)


def test_the_policy_stands_where_nothing_was_corrected_too() -> None:
    assert "No number in this edition has changed since it was published." in html()
    assert "does not change in silence" in html()
    assert "There are none so far." in html()
    assert "mailto:impact@example.org" in html()


def test_each_has_date_number_old_and_new_reason_and_effect() -> None:
    said = html(FIRST)
    assert "One number has been corrected or revised." in said
    for words in (
        '<th scope="row">1 May 2026',
        '<a href="../indicators/loneliness/">People who often feel lonely</a>',
        "Aldermoor, Haven, 2023/24",
        "24.1",
        "22.8",
        "Two returns were counted twice.",
        "Corrected",
        "The fall is larger.",
    ):
        assert words in said


def test_the_newest_stands_first_and_nothing_is_blank() -> None:
    said = html(FIRST, SECOND)
    assert "Two numbers have been corrected or revised." in said
    assert said.index("1 June 2026") < said.index("1 May 2026")
    assert "[x]: not available." in said
    assert "Not stated" in said
