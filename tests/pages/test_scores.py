"""How many stood at each score before and after, score by score or in bands."""

from __future__ import annotations

from collections import namedtuple

from generator.pages.parts.change.scores_figure import distributed
from tests import assessed

Scored = namedtuple("Scored", "score before after")


def words(
    item: object, *rows: tuple[float, float, float], pairs: float
) -> list[tuple[object, ...]]:
    made = distributed(item, [Scored(*row) for row in rows], pairs)  # type: ignore[arg-type]
    return [(one.label, one.before.value, one.after.value) for one in made]


def test_a_score_that_nobody_has_stands_at_none() -> None:
    """All three pairs are named, so nobody else was at 2 or 4."""
    item = assessed.item(minimum=1, maximum=4)
    shown = words(item, (1, 2, 0), (3, 1, 3), pairs=3)
    assert shown == [("1", 2, 0), ("2", 0, 0), ("3", 1, 3), ("4", 0, 0)]


def test_a_score_that_is_not_named_is_missing_where_not_all_pairs_are() -> None:
    item = assessed.item(minimum=1, maximum=3)
    shown = words(item, (1, 2, 1), (3, 1, 3), pairs=4)
    assert shown == [("1", 2, 1), ("2", None, 0), ("3", 1, 3)]  # of the first scores 3 of 4 pairs


def test_many_scores_stand_in_bands_that_hold_each_once() -> None:
    """SWEMWBS goes from 7 to 35: seven bands of four points, the last with its upper end."""
    item = assessed.item(minimum=7, maximum=35)
    rows = [(float(score), 1.0, 2.0) for score in range(7, 36)]
    shown = words(item, *rows, pairs=29)
    assert [label for label, *_ in shown][:2] == ["7 to under 11", "11 to under 15"]
    assert shown[-1] == ("31 to 35", 5, 10)
    assert sum(before for _, before, _ in shown) == 29  # type: ignore[misc]


def test_a_few_scores_between_whole_ones_stand_each_alone() -> None:
    item = assessed.item(minimum=7, maximum=35)
    assert words(item, (19.25, 1, 0), (7, 1, 2), pairs=2) == [("7", 1, 2), ("19.25", 1, 0)]
