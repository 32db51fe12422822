from __future__ import annotations

import re
from dataclasses import replace

from generator.model.report import Report
from generator.pages import data_use
from generator.pages.parts.known.lookup import Lookup
from tests.pages.small_report import lookup, report


def html(known: Lookup | None = None) -> str:
    (page,) = data_use.lay_out(known or lookup())
    return re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), page.body)


def test_it_says_what_is_true_of_every_site() -> None:
    for words in (
        "sets no cookies",
        "no trackers",
        "no records of single people",
        "https://ico.org.uk/make-a-complaint/",
        "mailto:impact@example.org",
    ):
        assert words in html()


def test_consent_and_withdrawal_stand_only_where_there_are_stories() -> None:
    assert "We show two stories" in html()
    assert 'id="withdraw"' in html()
    assert "legal basis" in html()
    without = html(lookup(stories={}))
    assert "story" not in without and "withdraw" not in without


def test_made_up_and_published_numbers_are_told_apart() -> None:
    assert "All the numbers in this edition are made up" in html()
    packages = report().inputs.packages
    real = replace(packages[0], status="final")
    mixed = report(packages=(*packages, real))
    published = replace(mixed.settings, disclosure="already_published")
    said = html(Lookup(Report(published, mixed.inputs, mixed.results, mixed.readings)))
    assert "Some of the numbers in this edition are made up, and say so." in said
    assert "Every real number is published elsewhere already." in said
    only = report(packages=(real,))
    assert "made up, to show" not in html(Lookup(only))
    assert "Every real number" not in html(Lookup(only))
