"""Charts of places side by side, and what they have in common with those of groups."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator import charts
from generator.indicators.methods.count import Count
from generator.indicators.methods.sum import Sum
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
    rows = tuple(row(standing, r, names[r.area], r.area, r.area == standing.area) for r in found)
    chart = style(standing, "Place", "places")(
        charts.About(
            id=id,
            title=_places_title(standing, found, kind),
            subtitle=subtitle(standing, found[0].period, "lowest first"),
            measure=standing.indicator.title,
            notes=notes(found, adding_up.of_places(standing, found)),
        ),
        rows,
        _comparators(standing, found),
    )
    return figure(chart, standing, page, found)


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


# What places and groups have in common ----------------------------------------------------------


def style(standing: Standing, heading: str, rows_are: str) -> charts.Bars | charts.Dots:
    """Bars for counts, of which 0 is the natural start; dots for all else."""
    counts = isinstance(standing.indicator.method, Count | Sum)
    chart = charts.Bars if counts else charts.Dots
    return chart(unit=standing.manner.sign, heading=heading, rows_are=rows_are)


def row(standing: Standing, result: Result, name: str, code: str, subject: bool) -> charts.Row:
    """A result as a row of a chart."""
    return charts.Row(name, points.value(standing, result), code, subject)


def _comparators(standing: Standing, found: list[Result]) -> tuple[charts.Comparator, ...]:
    against = standing.against
    if against is None or against.reference_value is None or against.reference_area == "":
        return ()
    if against.reference_area in {r.area for r in found} or against.period != found[0].period:
        return ()
    name, value = standing.lookup.area_name(against.reference_area), against.reference_value
    return (charts.Comparator(name, value, standing.manner.bare(value), against.reference_area),)


def subtitle(standing: Standing, period: str, order: str) -> str:
    """What is shown, where, when, and in which order."""
    elsewhere = standing.area != standing.lookup.main_area
    where = standing.lookup.area_name(standing.area) if elsewhere else ""
    parts = (standing.indicator.title, standing.unit_words, where, standing.period(period), order)
    return ", ".join(part for part in parts if part)


def notes(found: Iterable[Result], adding: str) -> tuple[str, ...]:
    """What is said under a chart: how its rows add up, and that there is no margin of error."""
    margin = "" if any(r.lower is not None for r in found) else NO_MARGIN
    return tuple(filter(None, (adding, margin)))


def figure(chart: charts.Chart, standing: Standing, page: str, found: list[Result]) -> Drawn:
    """The chart on a page, with its sources."""
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
