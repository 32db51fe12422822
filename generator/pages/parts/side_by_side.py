"""Charts of places and groups side by side, and the rows that they are made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator import charts
from generator.indicators.methods.count import Count
from generator.indicators.methods.sum import Sum
from generator.model.metric import Breakdown
from generator.wording.names import SIMILAR

from . import adding_up
from .charted import NO_MARGIN, titled
from .figures import Drawn, drawn
from .known import cells, points
from .known.cells import Result
from .known.sources import cited
from .known.standing import Standing
from .worded import Text

FEWEST_PLACES = 3
"""Fewer places than this are no comparison worth a picture."""


@dataclass(frozen=True)
class Compared:
    """The places side by side in one period: a chart, and what kind of places they are."""

    drawn: Drawn
    kind: str  # "similar places", "places in Birmingham"


def against_places(standing: Standing, page: str, id: str = "against-places") -> Compared | None:
    """The place among similar ones, else the places in it; None where there are too few."""
    if standing.latest is None:
        return None
    lookup, area = standing.lookup, standing.area
    for codes, kind in (
        (_similar(standing), "similar places"),
        (lookup.within.get(area, ()), f"places in {standing.place}"),
    ):
        wanted = (r for r in standing.everywhere if r.area == area or r.area in codes)
        found = sorted(wanted, key=lambda r: (r.value is None, r.value or 0, r.area))
        if sum(r.value is not None and r.area != area for r in found) >= FEWEST_PLACES:
            return Compared(_places(standing, page, id, found, kind), kind)
    return None


def _similar(standing: Standing) -> tuple[str, ...]:
    """The similar places; none where the indicator is not to be held against them."""
    if SIMILAR not in standing.indicator.compare_with:
        return ()
    return tuple(standing.lookup.similar.get(standing.area, ()))


def _places(standing: Standing, page: str, id: str, found: list[Result], kind: str) -> Drawn:
    names = {r.area: standing.lookup.area_name(r.area) for r in found}
    rows = tuple(_row(standing, r, names[r.area], r.area, r.area == standing.area) for r in found)
    chart = _style(standing, "Place", "places")(
        charts.About(
            id=id,
            title=_places_title(standing, found, kind),
            subtitle=_subtitle(standing, found[0].period, "lowest first"),
            measure=standing.indicator.title,
            notes=_notes(found, adding_up.of_places(standing, found)),
        ),
        rows,
        _comparators(standing, found),
    )
    return _drawn(chart, standing, page, found)


def _places_title(standing: Standing, found: list[Result], kind: str) -> str:
    own = next((r.value for r in found if r.area == standing.area), None)
    others = [r.value for r in found if r.area != standing.area and r.value is not None]
    if own is None or kind != "similar places":
        low, high = (standing.shown(n) for n in (min(others), max(others)))
        return titled(f"From {low} to {high} in {len(others)} {kind}", f"From {low} to {high}")
    lower = sum(value < own for value in others)
    which = {0: f"None of {len(others)}", len(others): f"All {len(others)}"}
    counted = which.get(lower, f"{lower} of {len(others)}")
    is_are = "is" if lower == 1 else "are"
    return titled(
        f"{counted} {kind} {is_are} lower than {standing.place}", f"{counted} {kind} {is_are} lower"
    )


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
    then = _then(standing, breakdown, earlier)
    chart = _of_groups(standing, breakdown.title, found[0].period, earlier if then else "")(
        charts.About(
            id=id or f"by-{breakdown.id}",
            title=_groups_title(standing, breakdown, valued, names),
            subtitle=_subtitle(
                standing, found[0].period, "in order" if breakdown.in_order else "lowest first"
            ),
            measure=_by(standing.indicator.title, breakdown.title),
            notes=_notes(found, adding_up.of_groups(standing, breakdown, found)),
        ),
        tuple(
            replace(
                _row(standing, r, names[r.group], r.group, False),
                earlier=points.value(standing, then[r.group]) if r.group in then else None,
            )
            for r in found
        ),
        _everyone(standing, found[0].period, breakdown),
    )
    return _drawn(chart, standing, page, found)


def _then(standing: Standing, breakdown: Breakdown, period: str) -> dict[str, Result]:
    """The groups that have a value in a period."""
    every = standing.lookup.groups(standing.indicator.id, breakdown.id, standing.area)
    return {r.group: r for r in every if r.period == period and r.value is not None}


def _of_groups(
    standing: Standing, heading: str, now: str, then: str
) -> charts.Bars | charts.Dots | charts.DotRange:
    style = _style(standing, heading, "groups")
    if not then or isinstance(style, charts.Bars):
        return style
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

    def place(result: Result) -> tuple[object, ...]:
        written = order.get(result.group, len(order))
        by_value = 0 if breakdown.in_order else (result.value or 0)
        return (result.group in unstated, result.value is None, by_value, written, result.group)

    return sorted(found, key=place)


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
    return titled(
        f"{names[high.group]}: highest at {highest}. {names[low.group]}: lowest at {lowest}",
        f"From {lowest} to {highest} by {breakdown.title.lower()}",
        f"From {lowest} to {highest} between groups",
    )


# What both have in common ------------------------------------------------------------------------


def _style(standing: Standing, heading: str, rows_are: str) -> charts.Bars | charts.Dots:
    """Bars for counts, of which 0 is the natural start; dots for all else."""
    counts = isinstance(standing.indicator.method, Count | Sum)
    chart = charts.Bars if counts else charts.Dots
    return chart(unit=standing.manner.sign, heading=heading, rows_are=rows_are)


def _row(standing: Standing, result: Result, name: str, code: str, subject: bool) -> charts.Row:
    return charts.Row(name, points.value(standing, result), code, subject)


def _comparators(standing: Standing, found: list[Result]) -> tuple[charts.Comparator, ...]:
    against = standing.against
    if against is None or against.reference_value is None or against.reference_area == "":
        return ()
    if against.reference_area in {r.area for r in found} or against.period != found[0].period:
        return ()
    name, value = standing.lookup.area_name(against.reference_area), against.reference_value
    return (charts.Comparator(name, value, standing.manner.bare(value), against.reference_area),)


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


def _subtitle(standing: Standing, period: str, order: str) -> str:
    elsewhere = standing.area != standing.lookup.main_area
    where = standing.lookup.area_name(standing.area) if elsewhere else ""
    parts = (standing.indicator.title, standing.unit_words, where, standing.period(period), order)
    return ", ".join(part for part in parts if part)


def _notes(found: Iterable[Result], adding: str) -> tuple[str, ...]:
    margin = "" if any(r.lower is not None for r in found) else NO_MARGIN
    return tuple(filter(None, (adding, margin)))


def _drawn(chart: charts.Chart, standing: Standing, page: str, found: list[Result]) -> Drawn:
    sources = cited(standing.lookup, standing.indicator, cells.years(found))
    return drawn(chart, page, sources, standing.status, standing.marked)


# Rows for tables ---------------------------------------------------------------------------------


def numbers(standing: Standing, result: Result) -> tuple[Text, Text, Text]:
    """Value and the two ends of its interval as cells."""
    flags = "".join(f" [{flag}]" for flag in result.flags)
    shown = [
        "[x]" if n is None else standing.shown(n)
        for n in (result.value, result.lower, result.upper)
    ]
    value = (flags.strip() or "[x]") if result.value is None else f"{shown[0]}{flags}"
    return Text(value), Text(shown[1]), Text(shown[2])
