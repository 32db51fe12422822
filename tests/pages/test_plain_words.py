"""Our own sentences on the pages that explain: short, and of grade 8 or lower (checklist, 5.4)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import pytest

from generator.model.page import Page
from generator.pages import accessibility, corrections, data_use, methods, stories, story
from generator.wording.plain import grade, sentences
from tests.pages.small_report import lookup

PAGES = (accessibility, corrections, data_use, methods, stories, story)
# Names of laws, papers and offices are as they are.
NAMES = re.compile(
    r"Public Sector Bodies .*? Regulations 2018|Web Content Accessibility Guidelines|"
    r"Equality and Human Rights Commission|Equality Advisory and Support Service|"
    r"Equality Commission for Northern Ireland|Information Commissioner's Office|"
    r"The difference of two percentages: Newcombe .*|Open Government Licence v3\.0|"
    r"\S+@\S+|\bversion 2\.2|success criteria .*"
)


def paragraphs(page: Page) -> Iterator[str]:
    """The text of each paragraph and item, without the tables and what people wrote."""
    body = re.sub(r"<(details|table|nav|aside)\b.*?</\1>", "", page.body, flags=re.DOTALL)
    for found in re.findall(r"<(?:p|li)\b[^>]*>(.*?)</(?:p|li)>", body, flags=re.DOTALL):
        yield NAMES.sub("that", html.unescape(re.sub(r"<[^>]+>", "", found))).strip()


@pytest.mark.parametrize("module", PAGES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_sentences_are_short_and_paragraphs_have_few(module: object) -> None:
    for page in module.lay_out(lookup()):  # type: ignore[attr-defined]
        for text in [page.description, *paragraphs(page)]:
            assert len(sentences(text)) <= 3, text
            for sentence in sentences(text):
                assert len(sentence.split()) <= 25, sentence


@pytest.mark.parametrize("module", PAGES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_the_grade_is_eight_or_lower(module: object) -> None:
    for page in module.lay_out(lookup()):  # type: ignore[attr-defined]
        said = [each for text in paragraphs(page) for each in sentences(text) if " " in each]
        assert grade(said) <= 8, f"{page.path}: {grade(said):.1f}"
