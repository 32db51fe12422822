"""How many stood at each score before and after, score by score or in bands."""

from __future__ import annotations

from collections import Counter, namedtuple

from generator.model.metric import Id
from generator.pages import indicator
from generator.pages.parts.change.scores_figure import distributed
from tests import assessed
from tests.pages import changing

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


def scores(cell: tuple[str, str], before: tuple[int, ...], after: tuple[int, ...]) -> changing.Rows:
    """Rows of a table of scores, counted from the pairs."""
    first, last = Counter(before), Counter(after)
    who = {"organisation": cell[0], "programme": cell[1], "period": "2025/26"}
    for score in sorted({*first, *last}):
        found = {"score": score, "before": first[score], "after": last[score]}
        yield {"scale": "star", "item": "money", **who, **found}


def shown(*rows: changing.Rows) -> bool:
    """Whether the indicator's page draws how many stood at each score."""
    known = changing.lookup(*changing.ROWS, *(row for table in rows for row in table))
    bodies = {one.path: getattr(one, "body", "") for one in indicator.lay_out(known)}
    assert "Who moved which way" in bodies[f"indicators/{Id('money')}.md"]
    return "People at each score" in bodies[f"indicators/{Id('money')}.md"]


def test_scores_that_only_some_partners_sent_are_not_shown_as_everyone_s() -> None:
    haven = list(scores(changing.HAVEN, (2, 3, 3, 4, 10, 5), (6, 5, 3, 3, 10, 6)))
    anchor = list(scores(changing.ANCHOR, (1, 2, 3, 4), (2, 4, 3, 9)))
    assert shown(haven, anchor)
    assert not shown(haven)
