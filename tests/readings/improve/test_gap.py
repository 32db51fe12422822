"""Gaps between groups of a few people, with expected numbers worked out by hand."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import pytest

from generator import indicators, readings
from generator.indicators.methods import Count, Mean, Methods, Proportion, Published, Rate
from generator.model import group_frames, verdicts
from generator.model.indicator import Indicator
from generator.model.metric import Breakdown, Category, Id, Metric
from generator.model.report import Worked
from generator.model.words import GAP, GAP_OVER_TIME
from tests.report_examples import SETTINGS, inputs, metric_rows

X, N, Q = Id("x"), Id("n"), Id("q")
PROPORTION = Proportion(X, N)


def breakdown(id: str, *categories: str, **rest: Any) -> Breakdown:
    """Categories by id, `part<whole` within another."""
    made = {}
    for text in categories:
        name, _, whole = text.partition("<")
        made[Id(name)] = Category(Id(name), name.capitalize(), Id(whole) if whole else None)
    return Breakdown(Id(id), id.capitalize(), "people", categories=made, **rest)


SEX = breakdown("sex", "women", "men", "unsaid", not_stated=(Id("unsaid"),))
ETHNIC = breakdown("ethnic", "white", "black", "african<black", "mixed", reference=Id("white"))


def counted(
    group: str, x: float, n: float, year: str = "2024", **rest: Any
) -> list[dict[str, Any]]:
    return [
        {"metric": metric, "period": year, "group": group, "value": value, **rest}
        for metric, value in (("x", x), ("n", n))
    ]


def read(
    rows: list[dict[str, Any]],
    *breakdowns: Breakdown,
    method: Methods = PROPORTION,
    direction: Any = "down",
    counts: Any = "people",
) -> tuple[pd.DataFrame, Worked]:
    indicator = Indicator(Id("i"), "Lonely", "%", direction, method)
    metrics = [Metric(name, name, counts, adds_up=()) for name in (X, N, Q)]
    made = inputs([indicator], metrics, metric_rows(rows), breakdowns={b.id: b for b in breakdowns})
    results, problems = indicators.compute(made, SETTINGS)
    assert not problems
    found, worked = readings.read(made, SETTINGS, results)
    return found, worked


def one(found: pd.DataFrame, group: str, reading: str = GAP) -> Any:
    rows = found[(found["group"] == group) & (found["reading"] == reading)]
    assert len(rows) == 1, f"{len(rows)} readings of {group}"
    return rows.iloc[0]


def pair(worked: Worked, group: str, against: str) -> Any:
    rows = worked.gaps[(worked.gaps["group"] == group) & (worked.gaps["against"] == against)]
    return rows.iloc[0]


LONELY = [
    *counted("", 100, 400),
    *counted("sex=women", 70, 200),
    *counted("sex=men", 28, 190),
    *counted("sex=unsaid", 2, 10),
]


def test_a_group_is_held_against_everyone_else() -> None:
    """Women 70 of 200, 35%; everyone else 100 − 70 of 400 − 200: 30 of 200, 15%. Wilson's limits
    are 28.73 to 41.83 and 10.71 to 20.61, so Newcombe's are 20 − √(6.27² + 5.61²) = 11.59 and
    20 + √(6.83² + 4.29²) = 28.06. The ratio is 70/30."""
    found, worked = read(LONELY, SEX)
    women = one(found, "sex=women")
    assert (women["verdict"], women["reason"]) == ("clear gap", "")
    assert (women["value"], women["reference_value"]) == pytest.approx((35, 15))
    assert (women["lower"], women["upper"]) == pytest.approx((11.59, 28.06), abs=0.02)
    row = pair(worked, "sex=women", "everyone else")
    assert row["ratio"] == pytest.approx(70 / 30)
    error = math.sqrt(1 / 70 - 1 / 200 + 1 / 30 - 1 / 200)
    assert row["ratio_lower"] == pytest.approx(70 / 30 * math.exp(-1.959964 * error))
    assert (row["stands"], row["furthest"], row["chosen"]) == ("behind", True, True)
    assert women["finding"] == (
        "Lonely: 35.0% in Aldermoor (Women) in 2024. That is 20.0 points above everyone else "
        "(15.0%). The ratio is 2.33 to 1."
    )
    assert women["working"] == "indicators/i/#gap-sex"


def test_those_who_did_not_say_are_no_group() -> None:
    found, worked = read(LONELY, SEX)
    assert not (found["reading"].isin([GAP]) & (found["group"] == "sex=unsaid")).any()
    assert "sex=unsaid" not in set(worked.gaps["group"])


def test_with_a_reference_both_comparisons_stand_and_the_reading_takes_the_reference() -> None:
    rows = [
        *counted("", 120, 600),
        *counted("ethnic=white", 60, 400),
        *counted("ethnic=black", 40, 120),
        *counted("ethnic=african", 25, 60),
        *counted("ethnic=mixed", 20, 80),
    ]
    found, worked = read(rows, ETHNIC)
    black = one(found, "ethnic=black")
    assert black["reference_value"] == pytest.approx(15)
    assert "above “White” (15.0%)" in black["finding"]
    assert pair(worked, "ethnic=black", "everyone else")["other_value"] == pytest.approx(80 / 4.8)
    white = one(found, "ethnic=white")  # the reference itself: 60 of 200 others
    assert white["reference_value"] == pytest.approx(30)
    african = one(found, "ethnic=african")  # on another level than the reference
    assert african["reference_value"] == pytest.approx(95 / 5.4)
    behind = worked.gaps[worked.gaps["furthest"]]
    assert behind["group"].tolist() == ["ethnic=black"]  # larger categories only


def test_without_a_total_the_other_groups_stand_for_everyone_else() -> None:
    rows = [*counted("ethnic=white", 60, 400), *counted("ethnic=black", 40, 120)]
    rows += counted("ethnic=mixed", 20, 80)
    _, worked = read(rows, breakdown("ethnic", "white", "black", "mixed"))
    row = pair(worked, "ethnic=black", "all other groups")
    assert row["other_value"] == pytest.approx(80 / 4.8)


def test_of_overlapping_groups_the_others_are_no_whole() -> None:
    rows = [*counted("need=housing", 60, 400), *counted("need=debt", 40, 120)]
    rows += counted("need=work", 20, 80)
    found, worked = read(rows, breakdown("need", "housing", "debt", "work", overlap=True))
    debt = one(found, "need=debt")
    assert debt["verdict"] == "cannot say"
    assert debt["reason"] == "No other group has a value for this period to compare with."
    assert worked.inequality.empty


def test_those_in_two_groups_at_once_are_held_against_everyone_else() -> None:
    rows = [*LONELY, *counted("sex=women;ethnic=black", 30, 50)]
    found, worked = read(rows, SEX, ETHNIC)
    both = one(found, "sex=women;ethnic=black")
    assert both["reference_value"] == pytest.approx(70 / 3.5)
    assert both["verdict"] == "clear gap"
    assert both["working"] == "indicators/i/#gap-sex-ethnic"
    assert pair(worked, "sex=women;ethnic=black", "everyone else")["breakdown"] == "sex;ethnic"


def test_too_few_people_and_hidden_values_are_named_as_such() -> None:
    rows = [
        *counted("", 100, 400),
        *counted("ethnic=white", 90, 380),
        *counted("ethnic=black", 6, 9),
        *counted("ethnic=mixed", math.nan, 11, flag="c")[:1],
        *counted("ethnic=mixed", 0, 11)[1:],
    ]
    found, worked = read(rows, ETHNIC)
    black, mixed = one(found, "ethnic=black"), one(found, "ethnic=mixed")
    assert black["verdict"] == mixed["verdict"] == "too small to say"
    assert black["reason"] == "There are too few people in one of the two to compare them."
    assert mixed["reason"] == "We cannot show the latest value: it is confidential."
    assert not worked.gaps["furthest"].any()


def test_without_a_margin_of_error_nothing_is_called_clear() -> None:
    rows = [
        {"metric": "x", "period": "2024", "group": group, "value": value}
        for group, value in (("", 20.0), ("sex=women", 30), ("sex=men", 10))
    ]
    found, _ = read(rows[:2], SEX, method=Published(X), counts="scores")
    women = one(found, "sex=women")
    assert women["verdict"] == "cannot say"
    assert women["finding"].endswith(
        "That is 10 points above everyone (20%). We cannot say if that is a clear gap. "
        "The source gives no margin of error."
    )
    found, worked = read(rows, SEX, method=Published(X), counts="scores")
    assert one(found, "sex=women")["reference_value"] == 10  # the other of two
    assert len(worked.gaps[worked.gaps["group"] == "sex=women"]) == 2


def test_published_limits_give_the_gap_its_interval() -> None:
    rows = [
        {
            "metric": "x",
            "period": "2024",
            "group": group,
            "value": v,
            "lower": v - 3,
            "upper": v + 3,
        }
        for group, v in (("sex=women", 30.0), ("sex=men", 20.0))
    ]
    found, _ = read(rows, SEX, method=Published(X), counts="scores")
    women = one(found, "sex=women")
    assert women["verdict"] == "clear gap"
    assert women["lower"] == pytest.approx(10 - 3 * math.sqrt(2))


def test_amounts_and_shares_of_one_whole_have_no_gap() -> None:
    """How many there are of a group says nothing of how they fare: nor does 30 of 100 women and
    70 of the same 100 men."""
    found, _ = read(LONELY[::2], SEX, method=Count(X))
    assert not found["reading"].isin([GAP]).any()
    parts = [*counted("sex=women", 30, 100), *counted("sex=men", 70, 100)]
    found, _ = read(parts, SEX, direction="none")
    assert not found["reading"].isin([GAP]).any()
    survey = [*counted("sex=women", 30, 100), *counted("sex=men", 20, 100)]
    found, _ = read(survey, SEX)  # as many asked of both by chance
    assert one(found, "sex=women")["verdict"] == "no clear gap"


def test_rates_and_means_of_everyone_else() -> None:
    """Events 30 − 20 for 1,000 − 400 people. Scores of women 1, 2, 3 and of the others 4, 6, with
    squares 66 − 14 = 52: the mean is 5, and the squared deviations are 52 − 50 = 2."""
    rows = [*counted("", 30, 1000), *counted("sex=women", 20, 400)]
    _, worked = read(rows, SEX, method=Rate(X, N, 1000))
    row = pair(worked, "sex=women", "everyone else")
    assert row["other_value"] == pytest.approx(1000 * 10 / 600)
    assert row["ratio"] == pytest.approx((20 / 400) / (10 / 600))

    scores = [*counted("", 16, 5), {"metric": "q", "period": "2024", "value": 66}]
    women = {"metric": "q", "period": "2024", "group": "sex=women", "value": 14}
    found, worked = read([*scores, *counted("sex=women", 6, 3), women], SEX, method=Mean(X, N, Q))
    row = pair(worked, "sex=women", "everyone else")
    assert row["other_value"] == pytest.approx(5)
    assert math.isnan(row["ratio"])
    # Welch: variances 1/3 and 2/2; t of (4/3)² / ((1/9)/2 + 1/1) = 1.684 degrees, 5.176.
    assert row["upper"] - row["difference"] == pytest.approx(5.176 * math.sqrt(4 / 3), rel=1e-3)
    assert one(found, "sex=women")["verdict"] == "too small to say"  # of three and two people


def test_a_gap_narrows_only_beyond_its_margin() -> None:
    then = [*counted("", 500, 2000, "2020"), *counted("sex=women", 350, 1000, "2020")]
    now = [*counted("", 420, 2000), *counted("sex=women", 230, 1000)]
    found, worked = read([*then, *now], SEX)
    women = one(found, "sex=women", GAP_OVER_TIME)
    assert (women["verdict"], women["value"]) == ("narrowing", pytest.approx(4))
    assert women["reference_value"] == pytest.approx(20)
    assert women["difference"] == pytest.approx(-16)
    assert women["upper"] < 0
    assert women["finding"] == (
        "Lonely, Aldermoor (Women). The gap to everyone else was 20 points in 2020 and "
        "4 points in 2024. The gap is smaller than it was. The ratio was 2.33 to 1 then and is "
        "1.21 to 1 now."
    )
    few = [[{**r, "value": r["value"] / 20} for r in rows] for rows in (then, now)]
    small, _ = read([*few[0], *few[1]], SEX)
    assert one(small, "sex=women", GAP_OVER_TIME)["verdict"] == "no clear change"
    row = worked.gaps[worked.gaps["followed"]].iloc[0]
    assert (row["group"], row["over_time"]) == ("sex=women", "narrowing")
    back, _ = read([*({**r, "period": "2016"} for r in now), *then], SEX)
    assert one(back, "sex=women", GAP_OVER_TIME)["verdict"] == "widening"


def test_a_gap_that_has_closed_is_judged_by_the_group_that_it_was_about() -> None:
    """Nobody is behind now by much: men are by a little. The gap was that of women."""
    then = [*counted("", 500, 2000, "2020"), *counted("sex=women", 350, 1000, "2020")]
    then += counted("sex=men", 150, 1000, "2020")
    now = [
        *counted("", 401, 2000),
        *counted("sex=women", 200, 1000),
        *counted("sex=men", 201, 1000),
    ]
    _, worked = read([*then, *now], SEX)
    followed = worked.gaps[worked.gaps["followed"]]
    assert followed["group"].tolist() == ["sex=women"]
    assert followed["over_time"].tolist() == ["narrowing"]


def test_the_slope_over_fifths() -> None:
    """Lonely 50, 40, 30, 20 and 10 of 100 in equal fifths. On the logit scale the weights are −1,
    −0.5, 0, 0.5, 1: a slope of −2.1972 − 0.4055 + … = logit(0.1) − logit(0.5) +
    (logit(0.2) − logit(0.4)) / 2 = −2.1972 − 0.4904 = −2.6876; the mean of the logits is −0.9673;
    the ends are expit(−0.9673 ± 1.3438): 59.30% and 9.02%."""
    fifths = breakdown("dep", *"abcde", ordered="most_deprived_first")
    rows = [row for n, id in enumerate("abcde") for row in counted(f"dep={id}", 50 - 10 * n, 100)]
    worked = read(rows, fifths)[1]
    row = worked.inequality.iloc[0]
    assert row["slope"] == pytest.approx(9.02 - 59.30, abs=0.02)
    assert row["ratio"] == pytest.approx(9.02 / 59.30, abs=1e-3)
    assert row["lower"] < row["slope"] < row["upper"] < 0
    # 20, 10, 0, 10 and 20 points from the mean of 30: 12 in 30.
    assert row["disparity"] == pytest.approx(40)
    assert (row["reason"], row["groups"]) == ("", 5)
    gone = [{**r, "flag": "c", "value": math.nan} if r["group"] == "dep=c" else r for r in rows]
    row = read(gone, fifths)[1].inequality.iloc[0]
    assert (row["reason"], math.isnan(row["slope"])) == ("One of the groups has no value.", True)
    four = breakdown("dep", *"abde", ordered="most_deprived_first")
    row = read([r for r in rows if r["group"] != "dep=c"], four)[1].inequality.iloc[0]
    assert row["reason"] == "A slope needs five groups or more."
    zero = [{**r, "value": 0.0} if r["value"] == 10 else r for r in rows]
    row = read(zero, fifths)[1].inequality.iloc[0]
    assert row["reason"].startswith("No line can be fitted") and math.isnan(row["ratio"])


def test_tables_have_their_columns_and_verdicts_their_words() -> None:
    from typing import get_args

    found, worked = read(LONELY, SEX)
    assert list(worked.gaps.columns) == list(group_frames.GAPS)
    assert list(worked.inequality.columns) == list(group_frames.INEQUALITY)
    for reading, words in ((GAP, verdicts.Gap), (GAP_OVER_TIME, verdicts.GapOverTime)):
        said = found.loc[found["reading"] == reading]
        assert set(said["verdict"]) <= set(get_args(words))
        assert (
            (said["reason"] != "") == said["verdict"].isin(["cannot say", "too small to say"])
        ).all()


ROWS = [
    *counted("", 100, 400, "2020"),
    *counted("sex=women", 60, 200, "2020"),
    *LONELY,
    *counted("ethnic=white", 60, 300),
    *counted("ethnic=black", 0, 12),
    *counted("ethnic=mixed", 9, 9),
]


def said(rows: list[dict[str, Any]], **rest: Any) -> pd.DataFrame:
    found = read(rows, SEX, ETHNIC, **rest)[0]
    return found[found["reading"].isin([GAP, GAP_OVER_TIME])].reset_index(drop=True)


def test_the_order_of_rows_changes_nothing() -> None:
    pd.testing.assert_frame_equal(said(ROWS).astype(str), said(ROWS[::-1]).astype(str))


def test_another_unit_gives_the_same_verdicts_and_ratios() -> None:
    one, other = (read(ROWS, SEX, ETHNIC, method=Rate(X, N, per))[1].gaps for per in (1, 1000))
    assert one["verdict"].tolist() == other["verdict"].tolist()
    assert one["ratio"].tolist() == pytest.approx(other["ratio"].tolist(), nan_ok=True)
    assert (1000 * one["upper"]).tolist() == pytest.approx(other["upper"].tolist(), nan_ok=True)


@pytest.mark.parametrize("method", [PROPORTION, Rate(X, N, 1000), Mean(X, N, Q), Published(X)])
def test_nothing_gives_an_exception_or_a_number_without_its_basis(method: Methods) -> None:
    zero = [{**row, "value": 0.0} for row in ROWS]
    hidden = [{**row, "flag": "c", "value": math.nan} for row in ROWS]
    squares = [{**row, "metric": "q", "value": 2 * row["value"]} for row in ROWS[::2]]
    for rows in (ROWS, zero, hidden, ROWS[:4], ROWS[-2:]):
        found = said([*rows, *squares], method=method, counts="scores")
        assert not found["finding"].str.contains("nan|inf|None").any()
        unsaid = found["verdict"].isin(["cannot say", "too small to say"])
        assert ((found["reason"] != "") == unsaid).all()
        if rows is hidden:
            assert found[["value", "reference_value", "difference"]].isna().all(axis=None)
