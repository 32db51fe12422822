"""Sentences: as they read, how long they are, and what they never say."""

from __future__ import annotations

import re

import pytest

from generator import indicators, readings
from generator.wording import findings, names, reasons
from generator.wording.findings import LONGEST, Latest
from generator.wording.numbers import Manner
from tests.report_examples import ENGLAND, SETTINGS, aldermoor

NEVER = ("significant", "caused", "because", "led to", "thanks to", "amazing", "only", "just")


def latest(value: float = 21.0, unit: str = "%", who: str = "", **rest: str) -> Latest:
    made = {"title": "Pupils often absent", "place": "Aldermoor", "when": "in 2024/25", **rest}
    return Latest(who=who, manner=Manner(unit, 1), value=value, **made)


def test_the_number_sentence() -> None:
    said = findings.number(latest(who="of pupils were often absent"))
    assert said == "21.0% of pupils were often absent in Aldermoor in 2024/25"
    assert findings.number(latest()) == "Pupils often absent: 21.0% in Aldermoor in 2024/25"
    long = "Pupils who missed one day in ten or more of the days that there were"
    assert findings.number(latest(title=long)) == "It was 21.0% in Aldermoor in 2024/25"


def test_changes() -> None:
    manner = Manner("%", 1)
    assert findings.change(manner, 8.6, "2018/19") == "up 8.6 points since 2018/19"
    assert findings.change(manner, -8.6, "2018/19") == "down 8.6 points since 2018/19"
    assert findings.change(manner, 0, "2018/19") == "the same as in 2018/19"
    assert findings.change(manner, -0.01, "2018/19") == "down by less than 0.1 points since 2018/19"


def since(verdict: str, *, no_margin: bool = False, reason: str = "", **rest: str) -> str:
    return findings.since_baseline(latest(**rest), verdict, 8.6, "2018/19", reason, no_margin)


def test_since_the_baseline() -> None:
    start = "Pupils often absent: 21.0% in Aldermoor in 2024/25"
    assert since("worsened") == f"{start}, up 8.6 points since 2018/19."
    assert since("worsened", no_margin=True) == (
        f"{start}, up 8.6 points since 2018/19. The source gives no margin of error."
    )
    assert since("no clear change") == (
        f"{start}. Too close to call: the change since 2018/19 is within the margin of error."
    )
    assert since("no clear change", no_margin=True) == (
        f"{start}, about the same as in 2018/19. The source gives no margin of error."
    )
    assert since("cannot say", reason=reasons.ONE_PERIOD) == (
        f"{start}. We cannot say if this has changed. There is only one period so far, with "
        "nothing before it to compare."
    )


def test_a_long_sentence_becomes_two() -> None:
    who = "of pupils in the schools that answered were absent on one day in ten or more"
    assert "in 2024/25. That is up 8.6 points since 2018/19." in since("worsened", who=who)


def test_a_total_of_some_partners_says_so() -> None:
    assert since("improved", reported_by="11 of 15").endswith("This counts 11 of 15 partners.")
    assert "partners" not in since("improved", reported_by="15 of 15")


@pytest.mark.parametrize(
    ("verdict", "said"),
    [
        (
            "target met",
            "At 21.0% in 2024/25, Aldermoor has met the target of 18.0% or less by 2027.",
        ),
        (
            "on track",
            "At 21.0% in 2024/25, Aldermoor is on track for the target of 18.0% or less by 2027.",
        ),
        (
            "improving but not on track",
            "At 21.0% in 2024/25, Aldermoor is improving, but not on track for the target of "
            "18.0% or less by 2027.",
        ),
        (
            "getting worse",
            "At 21.0% in 2024/25, Aldermoor is getting worse and has not met the target of "
            "18.0% or less by 2027.",
        ),
        (
            "no clear change",
            "At 21.0% in 2024/25, Aldermoor shows no clear change and has not met the target of "
            "18.0% or less by 2027.",
        ),
        (
            "too early to say",
            "It is too early to say if Aldermoor is on track for the target of 18.0% or less by "
            "2027. Why.",
        ),
        ("cannot be judged", "The target of 18.0% or less by 2027 cannot be judged. Why."),
        ("no target", "Why."),
    ],
)
def test_towards_the_target(verdict: str, said: str) -> None:
    found = findings.towards_target(latest(), verdict, "18.0% or less", "2027", "Why.", "Aldermoor")
    assert found == said


def test_a_target_set_from_a_baseline_without_a_value() -> None:
    found = findings.towards_target(latest(), "cannot be judged", "", "2027", "Why.", "Aldermoor")
    assert found == "The target for 2027 cannot be judged. Why."


def test_against_a_comparator() -> None:
    def against(verdict: str, reference: float = 18.1, reason: str = "") -> str:
        return findings.against_comparator(latest(), verdict, "England", reference, reason)

    start = "At 21.0% in 2024/25, Aldermoor is"
    assert against("worse") == f"{start} worse than England (18.1%)."
    assert against("similar", 21.04) == f"{start} similar to England (21.0%)."
    assert against("cannot say", reason=reasons.NO_MARGIN) == (
        f"{start} above England (18.1%). "
        "The source gives no margin of error, so we cannot say if that is a clear difference."
    )
    assert "is about the same as England (21.0%)" in against("cannot say", 21.01, "Why.")
    assert against("no comparator", reason="Why.") == "Why."


def test_targets_in_words() -> None:
    words = findings.target_words
    assert words(Manner("%", 0), "reach", 18, 0, "down") == "18% or less"
    assert words(Manner("%", 0), "hold", 18, 0, "up") == "18% or more"
    assert words(Manner("%", 0), "within", 4, 6, "up") == "4 to 6%"


def test_names() -> None:
    made = aldermoor()
    assert names.comparator("similar", made, 10) == "the middle of ten similar places"
    assert names.comparator(ENGLAND, made) == "England"
    assert names.area("E0", made) == "E0"
    assert names.part("haven", "hubs", "sex=female;tenure=rent", made) == (
        "Haven, Neighbourhood hubs, Women, Renters"
    )
    assert names.in_words(10) == "ten" and names.in_words(1200) == "1,200"


# All findings of the example -----------------------------------------------------------------


def sentences() -> list[str]:
    made = aldermoor()
    results, _ = indicators.compute(made, SETTINGS)
    found = readings.read(made, SETTINGS, results)[0]["finding"]
    return sorted({sentence for text in found for sentence in re.split(r"(?<=[.])\s", text)})


def test_no_sentence_is_long() -> None:
    assert len(sentences()) > 50
    assert [each for each in sentences() if len(each.split()) > LONGEST] == []


def test_no_cause_and_no_significance() -> None:
    found = [
        each
        for each in sentences()
        for word in NEVER
        if re.search(rf"\b{word}\b", each) and each != reasons.ONE_PERIOD
    ]
    assert found == []


def test_our_own_words_are_plain() -> None:
    """Flesch-Kincaid grade 8 or lower, without the names that contributors put in brackets."""
    made = aldermoor()
    results, _ = indicators.compute(made, SETTINGS)
    texts = readings.read(made, SETTINGS, results)[0]["finding"]
    grades = {text: grade(text) for text in {re.sub(r" \([^)]*\)", "", text) for text in texts}}
    assert {text: round(value, 1) for text, value in grades.items() if value > 8} == {}


def grade(text: str) -> float:
    """Flesch and Kincaid (1975): 0.39 words a sentence + 11.8 syllables a word - 15.59."""
    words = re.findall(r"[A-Za-z']+", text)
    syllables = sum(
        max(1, len(re.findall(r"[aeiouy]+", word.lower().rstrip("e")))) for word in words
    )
    number_of = len(re.findall(r"[.](?:\s|$)", text))
    return 0.39 * len(words) / number_of + 11.8 * syllables / len(words) - 15.59


@pytest.mark.parametrize(
    ("publisher", "said"),
    [
        ("Office for National Statistics", "the Office for National Statistics"),
        ("NHS England", "NHS England"),
        ("360Giving", "360Giving"),
    ],
)
def test_a_publisher_has_its_article_where_it_takes_one(publisher: str, said: str) -> None:
    assert names.publisher(publisher) == said
