"""Periods as people say them."""

from __future__ import annotations

import pytest

from generator.model.period import parse
from generator.wording.periods import back_then, in_words, named, short, span, within, words


@pytest.mark.parametrize(
    ("typed", "said", "brief", "when"),
    [
        ("2024", "2024", "2024", "in 2024"),
        ("2024/25", "2024/25", "2024/25", "in 2024/25"),
        ("AY 2023/24", "2023/24 school year", "2023/24", "in the 2023/24 school year"),
        ("2024-10", "October 2024", "Oct 2024", "in October 2024"),
        (
            "2024/25 Q2",
            "July to September 2024",
            "Jul–Sep 2024",
            "in July to September 2024",
        ),
        ("2021-03-21", "21 March 2021", "21 Mar 2021", "on 21 March 2021"),
        ("2024-03-04/2024-03-04", "4 March 2024", "4 Mar 2024", "on 4 March 2024"),
        ("2001 to 2003", "2001 to 2003", "2001–03", "in 2001 to 2003"),
        (
            "2021/22 to 2023/24",
            "2021/22 to 2023/24",
            "2021–24",
            "in 2021/22 to 2023/24",
        ),
        (
            "12 months to August 2024",
            "12 months to August 2024",
            "to Aug 2024",
            "in the 12 months to August 2024",
        ),
        (
            "2024-05-01/2024-06-30",
            "May to June 2024",
            "May–Jun 2024",
            "in May to June 2024",
        ),
        (
            "2024-12-01/2025-01-31",
            "December 2024 to January 2025",
            "Dec 2024–Jan 2025",
            "in December 2024 to January 2025",
        ),
        (
            "2022-09-01/2024-08-31",
            "2 years to August 2024",
            "Sep 2022–Aug 2024",
            "in the 2 years to August 2024",
        ),
        (
            "2024-05-03/2024-06-10",
            "3 May 2024 to 10 June 2024",
            "May–Jun 2024",
            "in 3 May 2024 to 10 June 2024",
        ),
    ],
)
def test_periods(typed: str, said: str, brief: str, when: str) -> None:
    period = parse(typed, months=True)
    assert (words(period), short(period), within(period)) == (said, brief, when)


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("1 April 2019", "on 1 April 2019"),
        ("2018/19", "in 2018/19"),
        ("the 2018/19 school year", "in the 2018/19 school year"),
    ],
)
def test_a_period_after_the_same_as(named: str, expected: str) -> None:
    assert back_then(named) == expected


def test_since_takes_an_article_where_it_needs_one() -> None:
    assert named(parse("AY 2018/19")) == "the 2018/19 school year"
    assert named(parse("2018/19")) == "2018/19"


def test_canonical_texts() -> None:
    period = parse("2024/25 Q2")
    assert in_words(str(period), {str(period): period}) == "July to September 2024"
    assert in_words("unknown", {}) == "unknown"


def test_spans() -> None:
    assert span(parse("2001 to 2003"), parse("2022 to 2024")) == "2001 to 2024"
    assert span(parse("2024"), parse("2024")) == "2024"
