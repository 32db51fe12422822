"""Who is reached, who benefits and whether gaps close, a row an indicator and breakdown."""

from __future__ import annotations

import math
from collections.abc import Iterable

from generator.wording import gaps as wording
from generator.wording import names
from generator.wording import reach as reach_wording

from ..improve.gap_table import stands
from ..improve.reach import eligible, over_all
from ..known.standing import Standing
from ..shapes import verdict
from ..tables import table
from ..worded import Column, Reasoned, Row, Table, Text
from .found import Groups

REACHED = (
    *(Column("Service"), Column("Reach"), Column("Furthest below its share", big=True)),
    *(Column("Did not say", numeric=True), Column("Held against")),
)
BEHIND = (
    *(Column("Indicator"), Column("Gap"), Column("Furthest behind", big=True)),
    *(Column("Held against"), Column("Apart", numeric=True)),
)
CLOSING = (
    *(Column("Indicator"), Column("Gap"), Column("Group")),
    *(Column("Then", numeric=True), Column("Now", numeric=True, big=True)),
)
NONE = "–"
CLOSING_ORDER = ("widening", "no clear change", "narrowing")
MOST_OPEN = 10
"""So many gaps stand open, the widest; the others are folded."""


def who_is_reached(found: Iterable[Groups]) -> Table | None:
    """Those who are under-represented first, by how much."""
    rows = [groups for groups in found if groups.reached]
    rows.sort(key=_least)
    made = [_reached(groups) for groups in rows]
    caption = "Who is reached, the group furthest below its share first"
    return _table("reached-table", caption, REACHED, made)


def who_is_behind(found: Iterable[Groups]) -> tuple[Table | None, Table | None]:
    """Groups clearly behind, the widest gap first, as a share of the larger value; and those that
    come after the first few, to be folded."""
    rows = [groups for groups in found if groups.behind]
    rows.sort(key=lambda groups: (groups.behind.verdict != "clear gap", -groups.width))  # type: ignore[union-attr]
    made = [_behind(groups) for groups in rows]
    caption = "Groups furthest behind, the widest first, as a share of the larger value"
    return (
        _table("behind-table", caption, BEHIND, made[:MOST_OPEN]),
        _table("behind-more-table", f"{caption}: the others", BEHIND, made[MOST_OPEN:]),
    )


def no_one_behind(found: Iterable[Groups]) -> tuple[Groups, ...]:
    """Where groups are held against one another and none is clearly behind."""
    return tuple(groups for groups in found if groups.gaps and not groups.behind)


def is_it_closing(found: Iterable[Groups]) -> tuple[Table | None, Table | None]:
    """Gaps that widen first, then those that narrow; and those that do not clearly change, to be
    folded."""
    rows = [groups for groups in found if groups.followed and told(groups)]
    rows.sort(key=lambda groups: CLOSING_ORDER.index(groups.followed.over_time))  # type: ignore[union-attr]
    moved = [g for g in rows if g.followed and g.followed.over_time != "no clear change"]
    still = [g for g in rows if g not in moved]
    return (
        _table(
            "closing-table",
            "Gaps that have moved, those that widen first",
            CLOSING,
            list(map(_closing, moved)),
        ),
        _table("still-table", "Gaps with no clear change", CLOSING, list(map(_closing, still))),
    )


def told(groups: Groups) -> bool:
    """Whether there is, or was, a gap to speak of: one that is clear now or has clearly moved."""
    gap = groups.followed
    return gap is not None and (
        gap.over_time != "no clear change" or (groups.behind or gap).verdict == "clear gap"
    )


def _table(id: str, caption: str, columns: tuple[Column, ...], rows: list[Row]) -> Table | None:
    return table(id, caption, columns, rows, dense=True, hide_caption=True) if rows else None


def _least(groups: Groups) -> tuple[bool, float]:
    under = [r.ratio for r in groups.reached if r.verdict == "under-represented"]
    return not under, min(under, default=1.0)


def _reached(groups: Groups) -> Row:
    standing, inputs = groups.standing, groups.standing.lookup.report.inputs
    under = [r for r in groups.reached if r.verdict == "under-represented"]
    least = min(under, key=lambda r: r.ratio, default=None)
    said = Text(NONE)
    if least:
        shares = f"{reach_wording.percent(least.share)} of those reached, "
        shares += f"{reach_wording.percent(least.eligible_share)} of those eligible"
        name = names.group(least.group, inputs)
        said = Text(f"{name}, {reach_wording.times(least.ratio)} its share", shares)
    unsaid = [r.not_stated for r in groups.reached if not math.isnan(r.not_stated)]
    cells = (
        Reasoned(over_all(list(groups.reached))),
        said,
        Text(reach_wording.percent(unsaid[0]) if unsaid else "[x]"),
        Text(eligible(standing, list(groups.reached)).rstrip(".")),
    )
    return Row(groups.link("reach"), cells, note=groups.title)


def _behind(groups: Groups) -> Row:
    gap, standing = groups.behind, groups.standing
    assert gap is not None
    inputs = standing.lookup.report.inputs
    against = wording.other(gap.against, inputs)
    near, far = sorted((abs(gap.lower), abs(gap.upper)))
    bare = standing.manner.bare
    ends = "" if math.isnan(gap.lower) else f"{bare(near)} to {bare(far)}"
    cells = (
        Reasoned(stands(gap), gap.reason),
        Text(standing.shown(gap.value), names.group(gap.group, inputs)),
        Text(standing.shown(gap.other_value), against),
        Text(_size(standing, gap.difference), ends),
    )
    return Row(groups.link("gap"), cells, note=_note(groups, gap.period))


def _closing(groups: Groups) -> Row:
    gap, standing = groups.followed, groups.standing
    assert gap is not None
    inputs = standing.lookup.report.inputs
    who = f"{names.group(gap.group, inputs)} to {wording.other(gap.against, inputs)}"
    cells = (
        Reasoned(verdict(gap.over_time)),
        Text(who),
        Text(
            _size(standing, gap.then_difference), _when(standing, gap.then_ratio, gap.then_period)
        ),
        Text(_size(standing, gap.difference), _when(standing, gap.ratio, gap.period)),
    )
    return Row(groups.link("gap"), cells, note=_note(groups))


def _when(standing: Standing, ratio: float, period: str) -> str:
    """The ratio, where there is one, and when: the two can move apart."""
    times = "" if math.isnan(ratio) else reach_wording.times(ratio)
    return ", ".join(filter(None, (times, standing.short_period(period))))


def _size(standing: Standing, difference: float) -> str:
    """How far two groups are apart, without a sign; a unit in words stands under the title."""
    return standing.shown_change(abs(difference)).lstrip("+")


def _note(groups: Groups, period: str = "") -> str:
    when = groups.standing.short_period(period) if period else ""
    parts = (groups.title, groups.standing.unit_words, when)
    return ", ".join(part for part in parts if part)
