"""Words that give a cause, and words like them that give none."""

from __future__ import annotations

import time

import pytest

from generator.wording.causal import cause

GIVEN = {
    "The hubs led to fewer lonely people.": "led to",
    "Hubs have led directly\nto fewer lonely people.": "have led directly to",
    "More visits lead to fewer lonely people.": "lead to",
    "Fewer people are lonely because of the hubs.": "because of",
    "Thanks to the hubs, fewer people are lonely.": "Thanks to",
    "Loneliness fell due to the hubs.": "due to",
    "Loneliness fell owing to the hubs.": "owing to",
    "Loneliness fell as a result of the work.": "as a result of",
    "Loneliness fell as a direct result.": "as a direct result",
    "Fewer lonely people are the result of the work.": "are the result of",
    "The work resulted in less loneliness.": "resulted in",
    "The hubs caused loneliness to fall.": "caused",
    "Better housing causes less illness.": "causes",
    "Poor housing is the main cause of illness.": "the main cause of",
    "The hubs brought about a fall.": "brought about",
    "The hubs contributed to the fall.": "contributed to",
    "The fall is attributable to the hubs.": "attributable to",
    "The fall was driven by the hubs.": "driven by",
    "The fall is down to the hubs.": "is down to",
    "The hubs made a real difference.": "made a real difference",
    "The hubs made people less lonely.": "made people less lonely",
    "The hubs made many residents feel at home.": "made many residents feel",
    "The hubs made loneliness fall.": "made loneliness fall",
    "This helped people feel less lonely.": "helped people feel",
    "The hubs reduced loneliness.": "The hubs reduced",
    "We have halved loneliness.": "We have halved",
    "The impact of the hubs is clear.": "The impact of the",
    "Loneliness did not rise because of the hubs.": "because of",
    "We do not know all, but the hubs led to less loneliness.": "led to",
    "We cannot say more; the hubs led to it.": "led to",
}
NOT_GIVEN = (
    "After the hubs opened, fewer people felt lonely.",
    "That came at the same time as the hubs.",
    "Because few people answered, the margin is wide.",
    "Its result is shown, and the results in Eastfield are better.",
    "The next report is due to be published in May.",
    "It went down to 5%, and it is down to about 5% now.",
    "Deaths from causes considered preventable.",
    "It shows special-cause improvement, not common cause.",
    "Returns are made by people, and we made nine changes.",
    "He was misled to begin with, and so was a pathway to impact.",
    "We cannot say that the hubs caused this.",
    "That does not mean that the hubs led to it.",
    "Nobody knows whether this led to less loneliness.",
    "There is no evidence that it is due to the hubs.",
    "No number here shows what made loneliness fall.",
)


@pytest.mark.parametrize("text", GIVEN)
def test_a_cause_is_found_as_it_is_written(text: str) -> None:
    found = cause(f"In 2024 it was 5%. {text} So it is.")
    assert found is not None
    assert found.words == " ".join(GIVEN[text].split())
    assert found.instead in ("after", "at the same time as")
    assert cause(text.upper()) is not None


@pytest.mark.parametrize("text", NOT_GIVEN)
def test_what_gives_no_cause_is_left_alone(text: str) -> None:
    assert cause(text) is None


def test_what_would_hold_holds() -> None:
    """The words that a message offers are none that it refuses."""
    for text, words in GIVEN.items():
        found = cause(text)
        assert found is not None
        assert cause(f"Loneliness fell {found.instead} the hubs opened.") is None, words


def test_a_long_text_is_read_in_good_time() -> None:
    start = time.perf_counter()
    assert cause("We cannot say that it is because of them " * 2_000) is None
    assert cause("made " * 20_000) is None
    assert time.perf_counter() - start < 5
