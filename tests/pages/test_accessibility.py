"""What regulation 8 of SI 2018/952 asks of a statement; the checklist, 8.1."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.pages import accessibility
from generator.pages.parts.known.lookup import Lookup
from tests.pages.small_report import lookup, report


def html() -> str:
    (page,) = accessibility.lay_out(lookup())
    return re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), page.body)


@pytest.mark.parametrize(
    "words",
    [
        "about the website “Aldermoor: prove and improve”. Aldermoor Council runs",
        "<strong>partially compliant</strong> with the Web Content Accessibility Guidelines "
        "version 2.2, level AA",
        "disproportionate burden",
        '<a href="mailto:impact@example.org">impact@example.org</a>',
        "Aldermoor Council has not said how fast it answers.",
        "Regulations 2018",
        "https://www.equalityadvisoryservice.com/",
        "https://www.equalityni.org/",
        "prepared on 4 June 2026",
        "last reviewed on 4 June 2026",
        "with a keyboard alone",
        "axe-core",
    ],
)
def test_the_statement_says(words: str) -> None:
    assert words in html()


def test_how_fast_the_publisher_answers_is_the_publishers_to_say() -> None:
    settings = replace(report().settings, answers_within="10 working days")
    (page,) = accessibility.lay_out(Lookup(replace(report(), settings=settings)))
    assert "Aldermoor Council aims to answer within 10 working days." in page.body
    assert "has not said" not in page.body


def test_it_has_one_name_and_its_reasons_stand_under_the_compliance_sentence() -> None:
    assert html().count("<h1>") == 1
    assert html().index("partially compliant") < html().index("success criteria 1.1.1")
