"""Items of one outcome together: only as up, same, down."""

from __future__ import annotations

from typing import Any

import pandas as pd

from generator.model import change_frames, frames
from generator.readings.change import pooled
from tests.assessed import item, report, sums, worked

STARS = [
    item("home", "money"),
    item("home", "tenancy"),
    item("carers", "finances"),
    item("carers", "health", outcome="well"),
    item("worry", "total", better="down", minimum=0, maximum=21),
    item("home", "drugs", outcome=""),
]
NUMBERS = {
    "home money": ([2, 3, 4], [5, 3, 3]),  # 1 better, 1 the same, 1 worse
    "home tenancy": ([1, 1], [2, 2]),  # 2 better
    "carers finances": ([4], [4]),  # 1 the same
    "carers health": ([2], [1]),  # 1 worse
    "worry total": ([20, 18, 5], [3, 9, 7]),  # 2 better, for less is; 1 worse
    "home drugs": ([1], [9]),  # speaks of no outcome
}


def rows(**cell: Any) -> list[dict[str, Any]]:
    return [
        {
            **dict(zip(("scale", "item"), name.split(), strict=True)),
            "period": "2024/25",
            **sums(*both),
            **cell,
        }
        for name, both in NUMBERS.items()
    ]


def of_everyone(given: list[dict[str, Any]], outcome: str = "settled") -> pd.Series:
    found = worked(report(STARS, given)).pooled
    whole = found[(found["outcome"] == outcome) & (found["organisation"] == "")]
    assert len(whole) == 1
    return whole.iloc[0]


def test_items_of_three_scales_are_counted_together() -> None:
    """1 + 2 + 0 + 2 better, 1 + 0 + 1 + 0 the same, 1 + 0 + 0 + 1 worse, of 3 + 2 + 1 + 3."""
    found = of_everyone(rows())
    assert found[["pairs", "better", "stayed", "worse"]].tolist() == [9, 5, 2, 2]
    assert found[["scales", "items"]].tolist() == [3, 4]
    shares = found[["better_share", "same_share", "worse_share"]]
    assert shares.tolist() == [100 * 5 / 9, 100 * 2 / 9, 100 * 2 / 9]
    assert of_everyone(rows(), "well")[["pairs", "worse", "items"]].tolist() == [1, 1, 1]


def test_partners_add_up_too() -> None:
    east, west = rows(organisation="east"), rows(organisation="west")[:1]
    found = worked(report(STARS, [*east, *west])).pooled
    settled = found[found["outcome"] == "settled"].set_index("organisation")
    assert settled["pairs"].to_dict() == {"": 12, "east": 9, "west": 3}
    assert settled["items"].to_dict() == {"": 4, "east": 4, "west": 1}


def test_a_count_that_one_item_lacks_is_missing_of_all() -> None:
    given = rows()
    del given[0]["stayed"]
    found = of_everyone(given)
    assert found[["pairs", "better", "worse"]].tolist() == [9, 5, 2]
    assert found[["stayed", "same_share"]].isna().all()


def test_no_mean_and_no_interval_is_pooled() -> None:
    """Scales differ in length, and one person may stand under several items."""
    words = ("mean", "sum", "lower", "upper", "effect", "sd")
    assert not [name for name in change_frames.POOLED if any(word in name for word in words)]


def test_without_an_outcome_nothing_is_pooled() -> None:
    assert worked(report(STARS, rows()[-1:])).pooled.empty
    nothing = pooled(frames.empty(change_frames.MOVED), report([], []))
    pd.testing.assert_frame_equal(nothing, frames.empty(change_frames.POOLED))


def test_columns_are_those_that_are_written_down() -> None:
    found = worked(report(STARS, rows())).pooled
    assert {name: str(kind) for name, kind in found.dtypes.items()} == change_frames.POOLED
    assert found["outcome"].tolist() == ["settled", "well"]
