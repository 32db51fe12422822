"""What assessments add up to: read from their tables, summed over partners, places and time."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from generator import build, checks, indicators
from generator.errors import count
from generator.model.report import Summed
from tests.packages import small

# Student (1908), "The probable error of a mean": extra hours of sleep of ten patients with two
# drugs, as R's datasets::sleep has them. The first five by one partner, the others by another.
FIRST = (0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0)
LAST = (1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4)
SCALES = """\
scale,scale_title,item,title,outcome,minimum,maximum,better,licence_line
sleep,Extra sleep,hours,Hours,connected,-5,10,up,After Student (1908)
"""
INDICATORS = (
    small.INDICATORS
    + """\
  - id: more_sleep
    title: Mean extra sleep
    outcome: connected
    method: {use: change, scale: sleep, item: hours, measure: mean_change}
    unit: hours
    direction: up
  - id: slept_longer
    title: People who slept longer
    outcome: connected
    method: {use: change, scale: sleep, item: hours}
    unit: "%"
    direction: up
"""
)
ORGANISATIONS = "organisation,name\neast,East\nwest,West\n"
HEAD = (
    "scale,item,period,area,organisation,pairs,moved_up,stayed,moved_down,started_at_best,"
    "unmatched,before_sum,after_sum,change_sum,change_squares_sum\n"
)


def row(start: int, end: int, organisation: str, period: str = "2024/25") -> str:
    """The sums over the patients from start to end, worked out from each of them."""
    pairs = list(zip(FIRST[start:end], LAST[start:end], strict=True))
    moves = [round(last - first, 1) for first, last in pairs]
    counts = [len(pairs), sum(m > 0 for m in moves), moves.count(0), sum(m < 0 for m in moves)]
    sums = [sum(FIRST[start:end]), sum(LAST[start:end]), sum(moves), sum(m * m for m in moves)]
    words = ["sleep", "hours", period, "E1", organisation]
    numbers = [*counts, 0, 1, *(round(value, 10) for value in sums)]
    return ",".join([*words, *(f"{value:g}" for value in numbers)]) + "\n"


def read(folder: Path, change: str, scores: str = "") -> tuple[Summed, pd.DataFrame]:
    """What the small site with this table of change comes to, and its results."""
    files = {"data/scales.csv": SCALES, "data/change.csv": HEAD + change}
    files |= {"data/organisations.csv": ORGANISATIONS, "indicators.yml": INDICATORS}
    if scores:
        files["data/scores.csv"] = scores
    small.write(folder, {f"{small.PACKAGE}/{name}": text for name, text in files.items()})
    settings, inputs, problems = small.read(folder)
    assert settings is not None and inputs is not None, "\n".join(map(str, problems))
    problems += checks.check(inputs, settings)
    assert not count(problems, "error"), "\n".join(map(str, problems))
    results, more = indicators.compute(inputs, settings)
    assert not count(more, "error"), "\n".join(map(str, more))
    return indicators.summed(inputs, settings), results


def test_partners_add_up_to_the_published_numbers(tmp_path: Path) -> None:
    """R 4.2.2: t.test(extra ~ group, data = sleep, paired = TRUE) gives a mean difference of 1.58
    with the interval 0.7001142 to 2.4598858."""
    summed, results = read(tmp_path, row(0, 5, "east") + row(5, 10, "west"))
    whole = summed.changes[summed.changes["organisation"] == ""].iloc[0]
    assert (whole["pairs"], whole["moved_up"], whole["stayed"], whole["unmatched"]) == (10, 9, 1, 2)
    assert whole["computed"] == "summed over organisation"
    own = results[(results["organisation"] == "") & (results["indicator"] == "more_sleep")].iloc[0]
    assert own["value"] == pytest.approx(1.58, rel=1e-12)
    assert (own["lower"], own["upper"]) == pytest.approx((0.7001142, 2.4598858), abs=5e-8)
    share = results[(results["organisation"] == "") & (results["indicator"] == "slept_longer")]
    assert share.iloc[0]["value"] == 90


def test_quarters_add_up_to_years(tmp_path: Path) -> None:
    quarters = [row(n, n + 2, "east", f"2024/25 Q{n // 2 + 1}") for n in (0, 2, 4, 6)]
    summed, _ = read(tmp_path, "".join(quarters))
    year = summed.changes[summed.changes["frequency"] == "year-04"]
    assert set(year["period"]) == {"2024/25"} and set(year["pairs"]) == {8}


def test_a_year_that_nobody_typed_has_its_days(tmp_path: Path) -> None:
    """Four quarters make a year, and no table names it: it has pages all the same."""
    quarters = [row(n, n + 2, "east", f"2024/25 Q{n // 2 + 1}") for n in (0, 2, 4, 6)]
    yearly = INDICATORS.replace("direction: up\n", "direction: up\n    every: year\n")
    files = {"data/scales.csv": SCALES, "data/change.csv": HEAD + "".join(quarters)}
    files |= {"data/organisations.csv": ORGANISATIONS, "indicators.yml": yearly}
    small.write(tmp_path, {f"{small.PACKAGE}/{name}": text for name, text in files.items()})
    laid = build.lay_out(tmp_path, lambda said: None)
    assert not laid.stops and laid.report is not None
    year = laid.report.inputs.periods["2024/25"]
    assert (str(year.start), str(year.end)) == ("2024-04-01", "2025-03-31")


def test_a_sum_that_one_part_lacks_is_missing(tmp_path: Path) -> None:
    """One partner gives no squares: the mean of both stands, without an interval."""
    without = row(5, 10, "west").rpartition(",")[0] + ",\n"
    summed, results = read(tmp_path, row(0, 5, "east") + without)
    whole = summed.changes[summed.changes["organisation"] == ""].iloc[0]
    assert pd.isna(whole["change_squares_sum"]) and whole["change_sum"] == pytest.approx(15.8)
    assert whole["flag"] == "", "what is missing is blank; the people are there"
    own = results[(results["organisation"] == "") & (results["indicator"] == "more_sleep")].iloc[0]
    assert own["value"] == pytest.approx(1.58) and pd.isna(own["lower"]) and own["flag"] == ""


def test_scores_stand_beside(tmp_path: Path) -> None:
    """0.8 is one patient's last score in the east and another's first in the west."""
    scores = "scale,item,score,period,area,organisation,before,after\n"
    parts = {"east": (FIRST[:5], LAST[:5]), "west": (FIRST[5:], LAST[5:])}
    for partner, (first, last) in parts.items():
        for score in sorted({*first, *last}):
            numbers = f"{first.count(score)},{last.count(score)}"
            scores += f"sleep,hours,{score:g},2024/25,E1,{partner},{numbers}\n"
    summed, _ = read(tmp_path, row(0, 5, "east") + row(5, 10, "west"), scores)
    whole = summed.scores[summed.scores["organisation"] == ""]
    assert whole[["score", "before", "after"]].to_numpy().tolist() == [
        [score, FIRST.count(score), LAST.count(score)] for score in sorted({*FIRST, *LAST})
    ]


def test_a_score_that_nobody_had_in_a_quarter_is_in_the_year(tmp_path: Path) -> None:
    """The rows of each quarter name the scores that somebody had; the year holds all ten people."""
    scores, change = "scale,item,score,period,area,organisation,before,after\n", ""
    for quarter, (start, end) in enumerate(((0, 3), (3, 5), (5, 8), (8, 10)), 1):
        first, last = FIRST[start:end], LAST[start:end]
        change += row(start, end, "east", f"2024/25 Q{quarter}")
        for score in sorted({*first, *last}):
            numbers = f"{first.count(score)},{last.count(score)}"
            scores += f"sleep,hours,{score:g},2024/25 Q{quarter},E1,east,{numbers}\n"
    found = read(tmp_path, change, scores)[0].scores
    year = found[(found["period"] == "2024/25") & (found["organisation"] == "")]
    assert year[["score", "before", "after"]].to_numpy().tolist() == [
        [score, FIRST.count(score), LAST.count(score)] for score in sorted({*FIRST, *LAST})
    ]
    assert set(year["flag"]) == {""}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (row(0, 5, "").replace("sleep", "slep"), "row 2, scale: there is no scale 'slep'"),
        (row(0, 5, "").replace("hours", "hour"), "row 2, item: the scale sleep has no item 'hour'"),
    ],
)
def test_what_no_table_of_scales_has_is_told(tmp_path: Path, change: str, said: str) -> None:
    with pytest.raises(AssertionError) as told:
        read(tmp_path, change)
    assert f"datapackages/hubs/data/change.csv {said}" in str(told.value)
    assert "Did you mean" in str(told.value)


def test_pairs_that_are_kept_back_are_not_nobody(tmp_path: Path) -> None:
    """A confidential row: a page must not say of it that nobody was assessed twice."""
    kept = "sleep,hours,2024/25,E1,,,,,,,,,,,,c\n"
    table = HEAD.replace("\n", ",flag\n") + kept
    files = {"data/scales.csv": SCALES, "data/change.csv": table, "indicators.yml": INDICATORS}
    small.write(tmp_path, {f"{small.PACKAGE}/{name}": text for name, text in files.items()})
    site = build.lay_out(tmp_path, lambda said: None).site
    assert site is not None
    page = next(page for page in site.pages if page.path == "prove/change.md")
    assert "is not published" in page.body
    assert "Nobody" not in page.body
