"""Kinds of things that were counted, in one level or two, and what share of all each of them is."""

from __future__ import annotations

from generator import charts
from generator.indicators.methods.count import Count
from generator.indicators.methods.sum import Sum
from generator.model.metric import Breakdown
from generator.wording.numbers import number, with_unit

from . import adding_up
from .charted import titled
from .known import points
from .known.cells import Result
from .known.standing import Standing
from .side_by_side import subtitle

PERCENT = 100.0
BY_KIND = "How many of each kind"


def are_counted(standing: Standing, breakdown: Breakdown) -> bool:
    """Whether a breakdown parts what was counted by kinds of things, not people into groups."""
    return breakdown.of == "detail" and isinstance(standing.indicator.method, Count | Sum)


def order(standing: Standing, breakdown: Breakdown) -> str:
    """In which order the rows of a breakdown stand, in words."""
    if breakdown.in_order:
        return "in order"
    return "most first" if are_counted(standing, breakdown) else "lowest first"


def chart(
    standing: Standing, breakdown: Breakdown, found: list[Result], names: dict[str, str], id: str
) -> charts.Chart:
    """The bars of these results, in the order given: what lies within another follows it."""
    larger = within(breakdown)
    whole = _whole(standing, found)
    indicator = standing.indicator
    shares = {r.group: _share(r, whole) for r in found}
    return charts.Details(
        unit=standing.manner.sign,
        heading=breakdown.title,
        counted=_counted(standing),
        of=_all(standing, whole) if whole else "",
    )(
        charts.About(
            id=id,
            title=_title(standing, breakdown, found, names, shares),
            subtitle=subtitle(standing, found[0].period, order(standing, breakdown)),
            measure=f"{indicator.title}: {breakdown.title[:1].lower()}{breakdown.title[1:]}",
            notes=tuple(filter(None, (_adding(standing, breakdown, found, shares),))),
        ),
        tuple(
            charts.Detail(
                names[r.group],
                points.value(standing, r),
                _worded(shares[r.group]),
                r.group,
                names.get(larger.get(r.group, ""), ""),
            )
            for r in found
        ),
        points.value(standing, whole) if whole else charts.NO_VALUE,
    )


def _adding(
    standing: Standing,
    breakdown: Breakdown,
    found: list[Result],
    shares: dict[str, float | None],
) -> str:
    known = [share for share in shares.values() if share is not None]
    if breakdown.overlap and known:
        return adding_up.of_shares(standing, known)
    return adding_up.of_groups(standing, breakdown, found)


def within(breakdown: Breakdown) -> dict[str, str]:
    """The group that each group of a breakdown is a part of, where it is one."""
    return {
        f"{breakdown.id}={category.id}": f"{breakdown.id}={category.within}"
        for category in breakdown.categories.values()
        if category.within is not None
    }


def _whole(standing: Standing, found: list[Result]) -> Result | None:
    """How many there are in all in the period, where that is known."""
    if standing.group:  # a group stands for everyone: there is no value for all
        return None
    same = (r for r in standing.series if r.period == found[0].period)
    return next((r for r in same if r.value is not None and r.value > 0), None)


def _share(result: Result, whole: Result | None) -> float | None:
    """Of the whole, not of the sum of the kinds: those that overlap come to more."""
    if whole is None or whole.value is None or result.value is None:
        return None
    return PERCENT * result.value / whole.value if 0 <= result.value <= whole.value else None


def _worded(share: float | None) -> charts.Value:
    if share is None:
        return charts.NO_VALUE
    return charts.Value(share, number(share, 0 if share >= 1 or share == 0 else 1))


def _counted(standing: Standing) -> str:
    unit = standing.unit_words
    return f"{unit[:1].upper()}{unit[1:]}" if unit else "Number"


def _all(standing: Standing, whole: Result) -> str:
    return f"all {with_unit(standing.manner.bare(whole.value or 0.0), standing.manner.unit)}"


def _title(
    standing: Standing,
    breakdown: Breakdown,
    found: list[Result],
    names: dict[str, str],
    shares: dict[str, float | None],
) -> str:
    """The most common kind of the first level that says what it is, with its share of all."""
    larger = within(breakdown)
    stated = [
        r
        for r in found
        if r.value is not None
        and r.group not in larger
        and r.group.partition("=")[2] not in breakdown.not_stated
    ]
    if len(stated) < 2:
        return titled(breakdown.title, BY_KIND)
    most = max(stated, key=lambda r: r.value or 0)
    share = shares[most.group]
    said = standing.shown(most.value or 0)
    how = said if share is None else f"{_worded(share).text}% of all"
    return titled(f"Most often: {names[most.group]} ({how})", breakdown.title, BY_KIND)
