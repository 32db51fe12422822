"""People at each score beside the row of change of the same cell."""

from __future__ import annotations

from typing import Any

import pytest

from generator.checks import change
from tests.assessed import item, report, sums

CELL = {"scale": "star", "item": "money", "period": "2024/25"}
BEFORE, AFTER = [1, 1, 2, 3], [1, 2, 3, 3]
# At each score: how many before, how many after.
SOUND: dict[float, tuple[Any, Any]] = {1: (2, 1), 2: (1, 1), 3: (1, 2)}
WHERE = "datapackages/aldermoor/data/scores.csv row "


def said(at: dict[float, tuple[Any, Any]], better: str = "up", **more: Any) -> list[str]:
    one = item(maximum=3, better=better)
    of_change = {**CELL, **sums(BEFORE, AFTER, best=3 if better == "up" else 1), **more}
    rows: list[dict[str, Any]] = [of_change]
    for score, (before, after) in at.items():
        both = {"before": before, "after": after}
        rows.append({**CELL, "score": score, **{k: v for k, v in both.items() if v is not None}})
    return [str(problem) for problem in change.check(report([one], rows))]


def test_scores_that_go_with_the_sums() -> None:
    assert said(SOUND) == said(SOUND, "down") == []


@pytest.mark.parametrize(
    ("at", "row", "field", "what", "hint"),
    [
        (
            {**SOUND, 1: (2, None), 3: (1, 1.5)},
            5,
            "after",
            "people are counted in whole numbers",
            "Type how many people there were: a number without decimals.",
        ),
        (
            {**SOUND, 4: (0, 0)},
            6,
            "score",
            "the score 4 is not one from 1 to 3",
            "Correct it, or minimum and maximum in the table of scales.",
        ),
        (
            {1: (2, 1), 2: (1, 1), 3: (1, 1)},
            3,
            "after",
            "the people after come to 3 over all scores, but pairs is 4 in the table of change",
            "Give every score that somebody had its row, and count the pairs alone.",
        ),
        (
            {1: (2, 1), 2: (1, 2), 3: (1, 1)},
            3,
            "after",
            "score times after comes to 8 over all scores, but after_sum is 9 in the table of "
            "change",
            "Give every score that somebody had its row, and count the pairs alone.",
        ),
    ],
)
def test_what_cannot_both_be_right(
    at: dict[float, tuple[Any, Any]], row: int, field: str, what: str, hint: str
) -> None:
    assert said(at) == [
        f"{WHERE}{row}, {field}: {what} (star, money, 2024/25, E08000099)\n    {hint}"
    ]


def test_those_at_the_best_score_are_those_who_started_there() -> None:
    """One stood at 3, which is best, before; the table of change says nobody."""
    message = (
        f"{WHERE}3, before: 1 stood at the best score before, but started_at_best is 0 in the "
        "table of change (star, money, 2024/25, E08000099)\n    Correct one of the two."
    )
    assert said(SOUND, started_at_best=0) == [message]


def test_what_one_table_lacks_is_not_held() -> None:
    assert said({**SOUND, 3: (None, None)}) == []
    assert said(SOUND, period="2023/24") == []
    assert said({}) == []
