"""Sums of parts give the numbers of the whole, whatever the split: from people, not from sums."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy.stats import t as students_t

from generator import indicators
from generator.model.metric import Breakdown, Category, Id
from generator.model.period import parse
from generator.model.place import Area, AreaLink
from generator.readings.change import moved, pooled
from tests.assessed import item, report, sums
from tests.report_examples import MAIN, SETTINGS, periods_of

FEW = settings(
    max_examples=4, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
"""Each example is a pass over many scales, each with people and a split of its own."""
YEAR = "2024/25"
PARTS: dict[str, tuple[str, ...]] = {
    "organisation": ("east", "west"),
    "programme": ("homes", "hubs"),
    "area": ("W1", "W2"),
    "group": ("sex=female", "sex=male", "sex=not_stated"),
    "period": tuple(str(parse(f"{YEAR} Q{n}")) for n in (1, 2, 3, 4)),
}
SEX = Breakdown(
    Id("sex"),
    "Sex",
    "people",
    categories={Id(name): Category(Id(name), name.title()) for name in ("female", "male")},
    not_stated=(Id("not_stated"),),
)
BOROUGH: dict[str, Any] = {
    "breakdowns": {Id("sex"): SEX},
    "areas": {code: Area(code, code, "ward") for code in PARTS["area"]}
    | {MAIN: Area(MAIN, "Aldermoor", "borough")},
    "area_links": tuple(AreaLink(code, "in", MAIN) for code in PARTS["area"]),
}
RELIABLE = 2.0


class Person(NamedTuple):
    """Where someone was seen, as a place in each of PARTS, and their two scores."""

    part: tuple[int, ...]
    before: float
    after: float


# Quarters, so that sums of any order are exact and a property is not about rounding.
SCORES = st.integers(4, 40).map(lambda number: number / 4)
PEOPLE = st.lists(
    st.builds(
        Person,
        st.tuples(*(st.integers(0, len(words) - 1) for words in PARTS.values())),
        SCORES,
        SCORES,
    ),
    min_size=0,
    max_size=25,
)
SPLITS = (
    (),
    ("organisation",),
    ("group",),
    ("area",),
    ("period",),
    ("organisation", "group"),
    ("programme", "area"),
    ("area", "group"),
    ("area", "period"),
    ("organisation", "programme", "period"),
)
EACH_SPLIT = st.tuples(*(PEOPLE for _ in SPLITS))


def rows(people: Sequence[Person], split: Sequence[str], scale: str) -> list[dict[str, Any]]:
    """One row for each part, those with nobody among them."""
    parts: dict[tuple[str, ...], list[Person]] = {(): list(people)}
    for name in split:
        at = list(PARTS).index(name)
        parts = {
            (*before, word): [p for p in own if PARTS[name][p.part[at]] == word]
            for before, own in parts.items()
            for word in PARTS[name]
        }
    return [
        {
            "scale": scale,
            "item": "money",
            "period": YEAR,
            **dict(zip(split, words, strict=True)),
            **sums([p.before for p in own], [p.after for p in own], 10, len(own), RELIABLE),
        }
        for words, own in parts.items()
    ]


def rows_of_all(everyone: Sequence[Sequence[Person]]) -> list[dict[str, Any]]:
    """The rows of as many scales as there are splits."""
    cases = enumerate(zip(everyone, SPLITS, strict=True))
    return [row for n, (people, split) in cases for row in rows(people, split, f"star{n}")]


def passed(given_rows: Sequence[dict[str, Any]], better: str = "up") -> tuple[pd.DataFrame, ...]:
    """What moved and what is pooled: from the values on, as in the whole pass."""
    scales = [f"star{n}" for n in range(len(SPLITS))]
    items = [item(scale, better=better, reliability=0.8) for scale in scales]
    periods = periods_of(YEAR, *PARTS["period"])
    made = report(items, given_rows, periods=periods, **BOROUGH)
    of_items = moved(indicators.summed(made, SETTINGS).changes, made)
    return of_items, pooled(of_items, made)


def of_all(found: pd.DataFrame) -> pd.DataFrame:
    """The rows of everyone in the main area over the year."""
    whole = (found[["organisation", "programme", "group"]] == "").all(axis=1)
    return found[whole & (found["area"] == MAIN) & (found["period"] == YEAR)]


def from_people(people: Sequence[Person]) -> dict[str, float]:
    """The numbers straight from everyone's scores, by the standard library."""
    n, moves = len(people), [p.after - p.before for p in people]
    found: dict[str, float] = {
        "pairs": n,
        "better": sum(move > 0 for move in moves),
        "worse": sum(move < 0 for move in moves),
        "stayed": sum(move == 0 for move in moves),
        "reliably_up": sum(move > RELIABLE for move in moves),
        "started_at_best": sum(p.before == 10 for p in people),
    }
    if n:
        found["mean_before"] = statistics.fmean(p.before for p in people)
        found["mean_after"] = statistics.fmean(p.after for p in people)
        found["mean_change"] = statistics.fmean(moves)
        found["better_share"] = 100 * found["better"] / n
        found["reliably_better_share"] = 100 * found["reliably_up"] / n
        found["matched_share"] = 50  # as many came only once
    if n > 1:
        sd = statistics.stdev(moves)
        half = students_t.ppf(0.975, n - 1) * sd / math.sqrt(n)
        found |= {"sd_change": sd, "change_upper": found["mean_change"] + half}
        if sd:
            found["effect"] = found["mean_change"] / sd
        before = statistics.stdev(p.before for p in people)
        found["reliable_points"] = 1.96 * math.sqrt(2) * before * math.sqrt(0.2)
    return found


@FEW
@given(EACH_SPLIT)
def test_parts_give_the_numbers_of_the_whole(everyone: tuple[list[Person], ...]) -> None:
    found, together = (of_all(table) for table in passed(rows_of_all(everyone)))
    assert list(found["scale"]) == [f"star{n}" for n in range(len(SPLITS))]
    for (_, whole), people, split in zip(found.iterrows(), everyone, SPLITS, strict=True):
        wanted = from_people(people)
        for name, number in wanted.items():
            assert whole[name] == pytest.approx(number, rel=1e-9, abs=1e-9), (split, name)
        assert "effect" not in wanted or whole["effect_lower"] < whole["effect"]
    # Scales of one outcome, each split in its own way, are counted together.
    wanted = from_people([person for people in everyone for person in people])
    names = ["pairs", "better", "stayed", "worse", "scales", "items"]
    many = [len(SPLITS)] * 2
    assert together[names].iloc[0].tolist() == [*(wanted[name] for name in names[:4]), *many]


@FEW
@given(EACH_SPLIT)
def test_shares_come_to_all_and_what_is_better_mirrors(everyone: tuple[list[Person], ...]) -> None:
    given_rows = rows_of_all(everyone)
    up, down = passed(given_rows)[0], passed(given_rows, "down")[0]
    shares = up[["better_share", "same_share", "worse_share"]]
    assert shares[up["pairs"] == 0].isna().all(axis=None), "of nobody there is no share"
    assert ((shares[up["pairs"] > 0].sum(axis=1) - 100).abs() < 1e-9).all()
    for better, worse in (("better", "worse"), ("reliably_better", "reliably_worse")):
        for what in ("share", "lower", "upper"):
            one, other = up[f"{better}_{what}"], down[f"{worse}_{what}"]
            pd.testing.assert_series_equal(one, other, check_names=False)
    same = ["mean_change", "change_lower", "effect", "effect_lower", "same_share"]
    pd.testing.assert_frame_equal(up[same], down[same])


@FEW
@given(EACH_SPLIT, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(everyone: tuple[list[Person], ...], random: Any) -> None:
    given_rows = rows_of_all(everyone)
    shuffled = list(given_rows)
    random.shuffle(shuffled)
    for one, other in zip(passed(given_rows), passed(shuffled), strict=True):
        pd.testing.assert_frame_equal(one.astype(str), other.astype(str))
