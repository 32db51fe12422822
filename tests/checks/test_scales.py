"""Scales and items: each message in which a fault is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import checks
from tests.packages import small

SCALES = f"{small.PACKAGE}/data/scales.csv"
CHANGE = f"{small.PACKAGE}/data/change.csv"
HEAD = "scale,scale_title,item,outcome,minimum,maximum,better,licence_line\n"
STAR = "star,Hub Star,money,connected,1,10,up,Hub Star (c) Hubs\n"
SLEEP = "star,,sleep,,1,10,up,\n"
METHOD = "method: {use: proportion, numerator: lonely, denominator: asked}"


def said(folder: Path, files: dict[str, str | bytes | None]) -> list[str]:
    """The problems of the small site with these files, without the package's folder."""
    small.write(folder, files)
    settings, inputs, problems = small.read(folder)
    if settings is not None and inputs is not None:
        problems = [*problems, *checks.check(inputs, settings)]
    return [str(problem).replace(f"{small.PACKAGE}/", "") for problem in problems]


def test_sound_scales_have_no_problem(tmp_path: Path) -> None:
    assert said(tmp_path, {SCALES: HEAD + STAR + SLEEP}) == []


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            STAR.replace("connected", "conected"),
            "row 2, outcome: there is no outcome 'conected'\n"
            "    Did you mean 'connected'? Known: connected.",
        ),
        (
            STAR + SLEEP.replace("star,,", "star,Hub stars,"),
            "row 3, scale_title: the scale star has another scale_title here than above\n"
            "    Type Hub Star",
        ),
        (
            STAR + SLEEP.replace("up,\n", "up,(c) Others\n"),
            "row 3, licence_line: the scale star has another licence_line here than above\n"
            "    Type Hub Star (c) Hubs",
        ),
        (
            STAR.replace("1,10", "10,1"),
            "row 2, maximum: the highest score is 1, not more than the lowest, 10\n"
            "    Type the lowest score under minimum and the highest under maximum.",
        ),
        (
            STAR.replace("1,10", ",10"),
            "row 2, minimum: minimum is blank\n    Fill it in: the lowest score that one can have.",
        ),
        (
            STAR + STAR,
            "row 3, scales.star.money: 'star.money' is defined a second time\n"
            "    It stands at data/scales.csv row 2 already: keep one.",
        ),
        (
            STAR.replace(",up,", ",higher,"),
            'row 2, better: "higher" is not one of the words for better\n    Known: down, up.',
        ),
    ],
)
def test_faults_of_scales_are_told(tmp_path: Path, rows: str, message: str) -> None:
    assert said(tmp_path, {SCALES: HEAD + rows}) == [f"data/scales.csv {message}"]


@pytest.mark.parametrize(
    ("method", "scales", "message"),
    [
        (
            "{use: change, scale: star, item: mony}",
            STAR,
            "the scale star has no item 'mony'\n    Did you mean 'money'? Known: money.",
        ),
        (
            "{use: change, scale: stars, item: money}",
            STAR,
            "there is no scale 'stars'\n    Did you mean 'star'? Known: star.",
        ),
        (
            "{use: change, scale: star, item: money}",
            "",
            "there is no scale 'star'\n"
            "    Add a table of scales: scales.csv, with a row for each item.",
        ),
    ],
)
def test_a_method_takes_an_item_that_is_there(
    tmp_path: Path, method: str, scales: str, message: str
) -> None:
    files: dict[str, str | bytes | None] = {
        f"{small.PACKAGE}/indicators.yml": small.INDICATORS.replace(METHOD, f"method: {method}")
    }
    found = said(tmp_path, files | ({SCALES: HEAD + scales} if scales else {}))
    assert found == [f"indicators.yml line 12, indicators.loneliness.method: {message}"]


CHANGES = (
    "scale,item,period,area,sex,pairs,moved_up,stayed,moved_down\n"
    "star,money,2025/26,E1,,40,22,12,6\n"
)


def test_a_row_that_stands_twice_is_told_once(tmp_path: Path) -> None:
    found = said(tmp_path, {SCALES: HEAD + STAR, CHANGE: CHANGES + CHANGES.splitlines()[1] + "\n"})
    assert found == [
        "data/change.csv row 3, item: star money has a second value for 2025/26, E1\n"
        "    The first stands at data/change.csv row 2: keep one of the two."
    ]


def test_a_total_that_its_parts_do_not_make_is_told(tmp_path: Path) -> None:
    parts = "".join(
        f"star,money,2025/26,E1,{sex},10,5,3,2\n" for sex in ("female", "male", "not_stated")
    )
    found = said(tmp_path, {SCALES: HEAD + STAR, CHANGE: CHANGES + parts})
    assert found[0] == (
        "data/change.csv row 2, pairs: the total of star money (pairs) is 40, but the groups of "
        "sex add up to 30 (2025/26, E1)\n    Correct the total or its parts."
    )


def test_an_item_without_room_is_told_alone(tmp_path: Path) -> None:
    found = said(tmp_path, {SCALES: HEAD + STAR.replace("1,10", "5,5"), CHANGE: CHANGES})
    assert found == [
        "data/scales.csv row 2, maximum: the highest score is 5, not more than the lowest, 5\n"
        "    Type the lowest score under minimum and the highest under maximum."
    ]


def test_a_reliability_in_percent_says_what_to_type(tmp_path: Path) -> None:
    head = HEAD.replace("\n", ",reliability,reliability_source\n")
    found = said(tmp_path, {SCALES: head + STAR.replace("\n", ",85,A paper\n")})
    assert found == [
        "data/scales.csv row 2, reliability: the reliability 85 is not one from 0 to 1\n"
        "    Type 0.85 if 85% is meant."
    ]


@pytest.mark.parametrize(("flag", "meaning"), [("c", "confidential"), ("x", "not available")])
def test_what_is_kept_back_is_blank(tmp_path: Path, flag: str, meaning: str) -> None:
    table = CHANGES.replace("down\n", "down,flag\n", 1).replace("6\n", f"6,{flag}\n")
    assert said(tmp_path, {SCALES: HEAD + STAR, CHANGE: table}) == [
        f"data/change.csv row 2, flag: the flag {flag} ({meaning}) stands in a row without a blank "
        "cell\n    Take out the flag, or leave blank what it is about."
    ]
    assert said(tmp_path, {CHANGE: table.replace("22,12,6", ",,")}) == []


def test_scores_are_told_apart_to_their_last_digit(tmp_path: Path) -> None:
    head = "scale,item,score,period,area,before,after\n"
    rows = [f"star,money,{score},2025/26,E1,1,1\n" for score in ("3.00000000001", "3.00000000002")]
    file = f"{small.PACKAGE}/data/scores.csv"
    assert said(tmp_path, {SCALES: HEAD + STAR, file: head + "".join(rows)}) == []
    from_0 = STAR.replace("1,10", "0,10")
    twice = [rows[0].replace("3.00000000001", zero) for zero in ("0", "-0")]
    assert said(tmp_path, {SCALES: HEAD + from_0, file: head + "".join(twice)}) == [
        "data/scores.csv row 3, item: star money 0 has a second value for 2025/26, E1\n"
        "    The first stands at data/scores.csv row 2: keep one of the two."
    ]
