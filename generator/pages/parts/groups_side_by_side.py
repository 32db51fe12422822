"""The groups of people, or kinds of things, of one indicator side by side."""

from __future__ import annotations

from dataclasses import replace

from generator import charts
from generator.model.metric import Breakdown

from . import adding_up, details
from .charted import titled
from .figures import Drawn
from .known import points
from .known.cells import Result
from .known.standing import Standing
from .side_by_side import figure, notes, row, style, subtitle


def by_group(
    standing: Standing, page: str, breakdown: Breakdown, id: str = "", earlier: str = ""
) -> Drawn | None:
    """The groups or details of a breakdown in the latest period that has two of them, and as they
    were in an `earlier` one."""
    found = groups(standing, breakdown)
    valued = [r for r in found if r.value is not None]
    if len(valued) < 2:
        return None
    names = {r.group: category(breakdown, r.group) for r in found}
    if details.are_counted(standing, breakdown):
        made = details.chart(standing, breakdown, found, names, id or f"by-{breakdown.id}")
        return figure(made, standing, page, found)
    then = _then(standing, breakdown, earlier)
    chart = _of_groups(standing, breakdown.title, found[0].period, earlier if then else "")(
        charts.About(
            id=id or f"by-{breakdown.id}",
            title=_groups_title(standing, breakdown, valued, names),
            subtitle=subtitle(standing, found[0].period, details.order(standing, breakdown)),
            measure=_by(standing.indicator.title, breakdown.title),
            notes=notes(found, adding_up.of_groups(standing, breakdown, found)),
        ),
        tuple(
            replace(
                row(standing, r, names[r.group], r.group, False),
                earlier=points.value(standing, then[r.group]) if r.group in then else None,
            )
            for r in found
        ),
        _everyone(standing, found[0].period, breakdown),
    )
    return figure(chart, standing, page, found)


def _then(standing: Standing, breakdown: Breakdown, period: str) -> dict[str, Result]:
    """The groups that have a value in a period."""
    every = standing.lookup.groups(standing.indicator.id, breakdown.id, standing.area)
    return {r.group: r for r in every if r.period == period and r.value is not None}


def _of_groups(
    standing: Standing, heading: str, now: str, then: str
) -> charts.Bars | charts.Dots | charts.DotRange:
    plain = style(standing, heading, "groups")
    if not then or isinstance(plain, charts.Bars):
        return plain
    sign, periods = standing.manner.sign, (standing.period(then), standing.period(now))
    return charts.DotRange(sign, heading, "groups", then=periods[0], now=periods[1])


def _by(title: str, breakdown: str) -> str:
    """ "Employment rate by sex"; "Residents by sex" stays as it is."""
    by = f" by {breakdown.lower()}"
    return title if title.lower().endswith(by) else title + by


def groups(standing: Standing, breakdown: Breakdown) -> list[Result]:
    """The latest results of single groups of a breakdown, in the order in which they are shown."""
    every = standing.lookup.groups(standing.indicator.id, breakdown.id, standing.area)
    last = max((r.end for r in every if r.value is not None), default=None)
    found = [r for r in every if r.end == last]
    if len({r.period for r in found}) > 1:  # two frequencies end on one day: the longer one
        first = min(r.start for r in found)
        found = [r for r in found if r.start == first]
    order = {f"{breakdown.id}={id}": n for n, id in enumerate(breakdown.categories)}
    unstated = {f"{breakdown.id}={id}" for id in breakdown.not_stated}

    sign = -1 if details.are_counted(standing, breakdown) else 1

    def place(result: Result) -> tuple[object, ...]:
        written = order.get(result.group, len(order))
        by_value = 0 if breakdown.in_order else sign * (result.value or 0)
        return (result.group in unstated, result.value is None, by_value, written, result.group)

    if breakdown.of == "people":
        return sorted(found, key=place)
    by_group = {r.group: r for r in found}
    larger = {r.group: by_group.get(details.within(breakdown).get(r.group, ""), r) for r in found}
    return sorted(
        found, key=lambda r: (*place(larger[r.group]), larger[r.group] is not r, *place(r))
    )


def is_compared(standing: Standing, breakdown: str) -> bool:
    """Whether its groups are held against one another, as people who fare better or worse."""
    found = standing.lookup.worked.gaps(standing.indicator.id, standing.area)
    return any(g.against and g.breakdown == breakdown for g in found)


def section(standing: Standing, breakdown: str) -> str:
    """The section of the indicator's page that shows the groups of a breakdown."""
    return f"{'gap' if is_compared(standing, breakdown) else 'group'}-{breakdown}"


def category(breakdown: Breakdown, group: str) -> str:
    """What the group of a result, `sex=female`, is called."""
    id = group.partition("=")[2]
    known = {str(key): category.title for key, category in breakdown.categories.items()}
    return known.get(id, id.replace("_", " "))


def _groups_title(
    standing: Standing, breakdown: Breakdown, valued: list[Result], names: dict[str, str]
) -> str:
    stated = [r for r in valued if r.group.partition("=")[2] not in breakdown.not_stated]
    if len(stated) < 2:  # those who did not say stand for nobody in particular
        return breakdown.title
    low = min(stated, key=lambda r: r.value or 0)
    high = max(stated, key=lambda r: r.value or 0)
    lowest, highest = (standing.shown(r.value or 0) for r in (low, high))
    if lowest == highest:
        return f"Each group at {highest}"
    return titled(
        f"{names[high.group]}: highest at {highest}. {names[low.group]}: lowest at {lowest}",
        f"From {lowest} to {highest} by {breakdown.title.lower()}",
        f"From {lowest} to {highest} between groups",
    )


def _everyone(
    standing: Standing, period: str, breakdown: Breakdown
) -> tuple[charts.Comparator, ...]:
    if standing.group:  # a group stands for everyone: there is no value for all
        return ()
    name = "Everyone" if breakdown.of == "people" else "All"
    whole = [r for r in standing.series if r.period == period and r.value is not None]
    return tuple(
        charts.Comparator(name, r.value or 0.0, standing.manner.bare(r.value or 0.0))
        for r in whole[:1]
    )
