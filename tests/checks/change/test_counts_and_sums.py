"""What the numbers of one row of a table of change cannot say together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator import checks
from generator.checks import change
from generator.errors import count
from tests.assessed import item, report, sums
from tests.packages import small

CELL = {"scale": "star", "item": "money", "period": "2024/25", "organisation": "east"}
WHERE = "datapackages/aldermoor/data/change.csv row 2, "
# Five people from 1 to 10: 2 to 5, 3 to 3, 4 to 3, 10 to 10 and 6 to 8; changes 3, 0, −1, 0, 2.
SOUND = sums([2, 3, 4, 10, 6], [5, 3, 3, 10, 8], best=10, unmatched=3, reliable=1.5)
IN_WORDS = " (star, money, 2024/25, E08000099, east)"


def said(better: str = "up", **row: Any) -> list[str]:
    one = item(better=better, reliability=0.8, reliability_source="A paper")
    given = {**CELL, **SOUND, **row}
    made = report([one], [{name: value for name, value in given.items() if value is not None}])
    return [str(problem) for problem in change.check(made)]


def test_the_sums_are_sound() -> None:
    """By hand: 2 + 3 + 4 + 10 + 6 = 25, 29 after; 9 + 0 + 1 + 0 + 4 = 14; 4 + 9 + 16 + 100 + 36."""
    assert SOUND["before_sum"] == 25 and SOUND["change_squares_sum"] == 14
    assert SOUND["before_squares_sum"] == 165
    assert said() == []


@pytest.mark.parametrize(
    ("row", "field", "what", "hint"),
    [
        (
            {"unmatched": 2.5},
            "unmatched",
            "people are counted in whole numbers",
            "Type how many people there were: a number without decimals.",
        ),
        (
            {"stayed": 3},
            "pairs",
            "moved_up, stayed and moved_down come to 6, but pairs is 5",
            "Each pair is in one of the three, and in one only: correct one of the four.",
        ),
        (
            {"stayed": 1, "started_at_best": 0},
            "pairs",
            "moved_up, stayed and moved_down come to 4, but pairs is 5",
            "Each pair is in one of the three, and in one only: correct one of the four.",
        ),
        (
            {"moved_down": None, "stayed": 4},
            "pairs",
            "moved_up, stayed and moved_down come to 6, but pairs is 5",
            "Each pair is in one of the three, and in one only: correct one of the four.",
        ),
        (
            {"started_at_best": 6},
            "started_at_best",
            "started_at_best is 6, more than pairs, 5",
            "Count only those of the pairs: people with a first and a later assessment.",
        ),
        (
            {"started_at_best": 4},
            "started_at_best",
            "started_at_best is 4, but only 3 stayed or moved to the worse end",
            "Who starts at the best score cannot move to a better one: correct one of the numbers.",
        ),
        (
            {"reliably_up": 3},
            "reliably_up",
            "reliably_up is 3, more than moved_up, 2",
            "Who moved reliably moved: correct one of the two.",
        ),
        (
            {"reliably_down": 2},
            "reliably_down",
            "reliably_down is 2, more than moved_down, 1",
            "Who moved reliably moved: correct one of the two.",
        ),
        (
            {"before_sum": 51, "change_sum": None, "before_squares_sum": None},
            "before_sum",
            "before_sum is 51, but 5 pairs with scores from 1 to 10 come to 5 to 50",
            "All sums are over the pairs alone: leave out people without a later assessment. Or "
            "correct minimum and maximum in the table of scales.",
        ),
        (
            {"after_sum": 4, "change_sum": None},
            "after_sum",
            "after_sum is 4, but 5 pairs with scores from 1 to 10 come to 5 to 50",
            "All sums are over the pairs alone: leave out people without a later assessment. Or "
            "correct minimum and maximum in the table of scales.",
        ),
        (
            {"change_sum": 5},
            "change_sum",
            "change_sum is 5, but after_sum less before_sum is 4",
            "A change is the latest score less the first. All sums are over the pairs alone: leave "
            "out people without a later assessment.",
        ),
        (
            {"after_sum": None, "change_sum": 19, "change_squares_sum": 91},
            "change_sum",
            "change_sum is 19, but 2 who moved up and 1 who moved down come to -9 to 18",
            "Correct change_sum, or how many moved.",
        ),
        (
            {"change_squares_sum": 3.19},
            "change_squares_sum",
            "change_squares_sum is 3.19, less than change_sum² / pairs, 3.2",
            "Add up the squares of each person's own number, and type the sum without rounding.",
        ),
        (
            {"change_squares_sum": 244},
            "change_squares_sum",
            "change_squares_sum is 244, but 3 moved, each by 9 at most",  # 3 · 81 = 243
            "Add up the squares of each person's own number, and type the sum without rounding.",
        ),
        (
            {"change_squares_sum": 0, "change_sum": None},
            "change_squares_sum",
            "change_squares_sum is 0, but 3 moved, each by 9 at most",
            "Add up the squares of each person's own number, and type the sum without rounding.",
        ),
        (
            {"before_squares_sum": 124},  # 25² / 5 = 125
            "before_squares_sum",
            "before_squares_sum is 124, but first scores with this sum have squares that come to "
            "125 to 225",
            "Add up the squares of each person's own number, and type the sum without rounding.",
        ),
        (
            {"before_squares_sum": 226},  # (1 + 10) · 25 − 5 · 10 = 225
            "before_squares_sum",
            "before_squares_sum is 226, but first scores with this sum have squares that come to "
            "125 to 225",
            "Add up the squares of each person's own number, and type the sum without rounding.",
        ),
    ],
)
def test_what_cannot_all_be_right(row: dict[str, Any], field: str, what: str, hint: str) -> None:
    assert said(**row) == [f"{WHERE}{field}: {what}{IN_WORDS}\n    {hint}"]


def test_the_best_score_is_the_lowest_where_less_is_better() -> None:
    """Of the five, those at the worse end moved up: 2 + 2 could not do better, and no more."""
    what = "started_at_best is 5, but only 4 stayed or moved to the worse end"
    assert said("down", started_at_best=4) == []
    assert what in said("down", started_at_best=5)[0]


def test_whole_scores_move_by_one_at_least() -> None:
    """Nine who moved by whole scores come to squares of 9 at least; the sum alone asks for 0.1."""
    many: dict[str, Any] = {
        "pairs": 10,
        "moved_up": 5,
        "stayed": 1,
        "moved_down": 4,
        "before_sum": 50,
    }
    many |= {"after_sum": 51, "change_sum": 1, "before_squares_sum": None, "reliably_down": 0}
    assert said(**many, change_squares_sum=9) == []
    assert said(**many, change_squares_sum=8) == [
        f"{WHERE}change_squares_sum: warning: change_squares_sum is 8, less than the 9 who moved: "
        f"in whole scores each of them adds 1 at least{IN_WORDS}\n"
        "    Add up the squares of each person's own number, and type the sum without rounding. "
        "If scores have decimals, nothing is wrong."
    ]
    assert said(**many, change_squares_sum=8.5) == [], "scores have decimals"


@pytest.mark.parametrize("missing", [name for name in SOUND if name != "pairs"])
def test_what_is_not_there_is_not_held(missing: str) -> None:
    assert said(**{missing: None}) == []


def test_rounding_is_forgiven() -> None:
    """Converted scores have two decimals, so their sums have rounding of a hundredth at most."""
    row: dict[str, Any] = {
        "before_sum": 25.004,
        "after_sum": 29.01,
        "change_sum": 4,
        "before_squares_sum": None,
    }
    assert said(**row) == []
    assert len(said(**{**row, "after_sum": 29.05})) == 1


def test_many_rows_are_told_as_a_few_and_a_count() -> None:
    rows = [{**CELL, **SOUND, "organisation": f"o{n}", "stayed": 3} for n in range(25)]
    told = change.check(report([item(reliability=0.8, reliability_source="A paper")], rows))
    assert len(told) == 21 and told[-1].times == 5
    assert sum(problem.times for problem in told) == 25
    assert told[0].value == "5", "the value of the field is named"


def test_it_is_told_with_all_that_is_checked(tmp_path: Path) -> None:
    """From the files on, with the row as a spreadsheet counts it."""
    files = {
        "scales.csv": "scale,item,minimum,maximum,better\nstar,money,1,10,up\n",
        "change.csv": (
            "scale,item,period,area,pairs,moved_up,stayed,moved_down\n"
            "star,money,2023,E1,5,2,2,1\nstar,money,2024,E1,5,3,2,1\n"
        ),
    }
    small.write(tmp_path, {f"{small.PACKAGE}/data/{name}": text for name, text in files.items()})
    settings, made, problems = small.read(tmp_path)
    assert settings and made and not count(problems, "error"), problems
    assert [str(each) for each in checks.check(made, settings) if each.level == "error"] == [
        f"{small.PACKAGE}/data/change.csv row 3, pairs: moved_up, stayed and moved_down come to 6, "
        "but pairs is 5 (star, money, 2024, E1)\n    Each pair is in one of the three, and in one "
        "only: correct one of the four."
    ]


def test_nothing_is_said_of_no_table() -> None:
    assert change.check(report([], [])) == []
