"""Who moved and how far, from sums: by hand, and as the field's own numbers have it."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from generator.model import change_frames, frames
from generator.readings.change import moved
from tests.assessed import item, one, report, sums, worked
from tests.assessed import moved as all_moved

# Student (1908), "The probable error of a mean": extra hours of sleep with two drugs, as R's
# datasets::sleep has them.
FIRST = (0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0)
LAST = (1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4)
OF_SQUARES = ["change_lower", "change_upper", "sd_change"]
EFFECTS = ["effect", "effect_lower", "effect_upper", "effect_corrected", "effect_before"]
LIMITED = ("share", "lower", "upper")
RELIABLE = [f"reliably_{which}_{what}" for which in ("better", "worse") for what in LIMITED]


def test_students_sleep() -> None:
    """R 4.2.2, t.test(paired = TRUE): 1.58 (0.7001142 to 2.4598858); sd() of the differences
    1.229995; nine of ten slept longer, whose Wilson limits are (0.9 + z²/20 ∓ z·√(0.009 +
    z²/400)) / (1 + z²/10) = 59.58% and 98.21%."""
    found = one(**sums(FIRST, LAST, best=3.7, unmatched=2))
    assert found[["mean_before", "mean_after", "mean_change"]].tolist() == pytest.approx(
        [0.75, 2.33, 1.58], rel=1e-12
    )
    assert found[OF_SQUARES].tolist() == pytest.approx([0.7001142, 2.4598858, 1.229995], abs=5e-7)
    assert found[["better", "stayed", "worse"]].tolist() == [9, 1, 0]
    assert found[["better_share", "same_share", "worse_share"]].tolist() == [90, 10, 0]
    limits = found[["better_lower", "better_upper"]].tolist()
    assert limits == pytest.approx([59.58, 98.21], abs=6e-3)
    assert found["effect"] == pytest.approx(1.2845576, abs=5e-8)
    assert found["matched_share"] == pytest.approx(100 * 10 / 12)
    assert found["no_room_share"] == 10


def test_what_is_better_turns_words_and_no_number() -> None:
    given = sums([5, 5, 5, 8], [3, 4, 5, 9], best=8, reliable=1)
    up, down = (one(better=better, reliability=0.8, **given) for better in ("up", "down"))
    for kind in ("", "_share", "_lower", "_upper"):
        assert up[f"better{kind}"] == down[f"worse{kind}"]
        assert up[f"worse{kind}"] == down[f"better{kind}"]
    assert up["reliably_worse_share"] == down["reliably_better_share"] == 25  # 5 to 3, of four
    assert up["reliably_better_share"] == down["reliably_worse_share"] == 0
    # (3 + 4 + 5 + 9 − 5 − 5 − 5 − 8) / 4
    assert up["mean_change"] == down["mean_change"] == -0.5
    assert up["effect"] == down["effect"] < 0


def test_three_by_hand() -> None:
    """2 to 4, 4 to 5, 6 to 6: changes 2, 1, 0 with mean 1 and variance (1 + 0 + 1) / 2 = 1;
    t(2, 0.975) = 4.302653, so the half width is 4.302653 / √3 = 2.484138. First scores have mean
    4 and variance (4 + 0 + 4) / 2 = 4: the change is half of their deviation. With a reliability
    of 0.75 a change is reliable above 1.96 · √2 · 2 · √0.25 = 2.771859."""
    found = one(reliability=0.75, **sums([2, 4, 6], [4, 5, 6]))
    assert found["sd_change"] == found["effect"] == 1
    assert found[OF_SQUARES[:2]].tolist() == pytest.approx([1 - 2.484138, 1 + 2.484138], abs=1e-6)
    assert found["effect_before"] == 0.5
    assert found["reliable_points"] == pytest.approx(2.771859, abs=1e-6)


def test_nobody_is_no_share_and_no_mean() -> None:
    found = one(**sums([], [], best=10, unmatched=5))
    assert found[["pairs", "better", "worse"]].tolist() == [0, 0, 0]
    assert found["matched_share"] == 0, "five came once and none twice"
    rest = [name for name in change_frames.MOVED if name.endswith(LIMITED)]
    rest.remove("matched_share")
    assert found[[*rest, *EFFECTS, "sd_change", "mean_change"]].isna().all()


def test_one_pair_has_a_change_and_no_interval() -> None:
    found = one(**sums([3], [5]))
    assert (found["mean_change"], found["better_share"]) == (2, 100)
    assert found[[*OF_SQUARES, *EFFECTS]].isna().all()


def test_two_pairs_have_an_interval_and_no_correction() -> None:
    """Changes 1 and 3: mean 2, sd √2, t(1, 0.975) = 12.7062: 2 ± 12.7062 · √2 / √2."""
    found = one(**sums([3, 3], [4, 6]))
    assert found["change_lower"] == pytest.approx(2 - 12.7062, abs=1e-4)
    assert found["effect"] == pytest.approx(math.sqrt(2))
    assert found["effect_lower"] < 0 < found["effect_upper"]
    assert math.isnan(found["effect_corrected"])


@pytest.mark.parametrize("by", [1.0, 0.1, -0.3, 0.0, 1e-3, 19.98])
@pytest.mark.parametrize("many", [2, 7, 1000])
def test_all_moved_by_the_same_have_no_spread_and_no_effect(by: float, many: int) -> None:
    """Whatever is left by adding up 0.1 · 0.1 with rounding."""
    before = [n / 7 for n in range(many)]
    given = sums(before, [first + by for first in before])
    given["change_sum"] = sum([by] * many)
    given["change_squares_sum"] = sum([by * by] * many)
    found = one(**given)
    assert found["sd_change"] == 0
    assert found["change_lower"] == found["change_upper"] == found["mean_change"]
    assert found["mean_change"] == pytest.approx(by)
    assert found[EFFECTS[:4]].isna().all()


@pytest.mark.parametrize(
    ("missing", "gone"),
    [
        ("change_squares_sum", [*OF_SQUARES, *EFFECTS[:4]]),
        ("before_squares_sum", ["effect_before", "reliable_points"]),
        ("change_sum", ["mean_change", *OF_SQUARES, *EFFECTS]),
        ("before_sum", ["mean_before", "effect_before", "reliable_points"]),
        ("after_sum", ["mean_after"]),
        ("unmatched", ["matched_share"]),
        ("started_at_best", ["no_room_share"]),
        ("stayed", [f"same_{what}" for what in LIMITED]),
        ("reliably_up", RELIABLE[:3]),
        ("moved_down", ["worse", *(f"worse_{what}" for what in LIMITED)]),
    ],
)
def test_a_missing_sum_takes_only_what_rests_on_it(missing: str, gone: list[str]) -> None:
    given = sums(FIRST, LAST, best=3.7, unmatched=2, reliable=2)
    assert one(reliability=0.8, **given).notna().all()
    del given[missing]
    found = one(reliability=0.8, **given)
    assert sorted(found.index[found.isna()]) == sorted([missing, *gone])


def test_without_a_published_reliability_nothing_is_reliable() -> None:
    found = one(**sums(FIRST, LAST, reliable=2))
    assert found["reliably_up"] == 2  # 2.4 and 4.6 hours more
    assert found[["reliable_points", *RELIABLE]].isna().all()


def test_numbers_that_cannot_be_give_no_number() -> None:
    """They are refused before anything is computed; all the same, nothing fails."""
    given = sums(FIRST, LAST) | {"moved_up": 11, "change_squares_sum": 1.0}
    found = one(**given)
    assert found[["better_share", "better_lower", *OF_SQUARES, *EFFECTS[:4]]].isna().all()


def test_everyone_and_each_partner_have_a_row() -> None:
    rows = [
        {"scale": "star", "item": "money", "period": "2024", "organisation": partner, **sums(*both)}
        for partner, both in {"east": ([1, 2], [2, 2]), "west": ([5], [4])}.items()
    ]
    found = all_moved([item()], rows).set_index("organisation")
    assert found["pairs"].to_dict() == {"": 3, "east": 2, "west": 1}
    assert found["better"].to_dict() == {"": 1, "east": 1, "west": 0}
    assert found.loc["", "computed"] == "summed over organisation"


def test_they_stand_beside_the_readings() -> None:
    """Also where no indicator asks for them."""
    made = report(
        [item()], [{"scale": "star", "item": "money", "period": "2024", **sums([1], [2])}]
    )
    assert worked(made).moved["mean_change"].tolist() == [1]


def test_no_rows_have_no_moves() -> None:
    nothing = moved(frames.empty(change_frames.CHANGES), report([], []))
    pd.testing.assert_frame_equal(nothing, frames.empty(change_frames.MOVED))


def test_columns_are_those_that_are_written_down() -> None:
    row = {"scale": "star", "item": "money", "period": "2024", **sums([1], [2])}
    found = all_moved([item()], [row])
    assert {name: str(kind) for name, kind in found.dtypes.items()} == change_frames.MOVED
    assert not np.isinf(found.select_dtypes("float64").to_numpy()).any()
