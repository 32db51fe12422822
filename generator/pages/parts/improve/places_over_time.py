"""Places of one kind over time, a small plot each on one scale: a level says less than a way."""

from __future__ import annotations

from collections import Counter

from generator import charts
from generator.charts.small_multiples import MOST_PANELS
from generator.model.words import SINCE_BASELINE
from generator.wording import names

from ..charted import titled
from ..figures import drawn
from ..indicator.indicator_tables import Part
from ..known import points
from ..known.cells import Result
from ..known.sources import cited
from ..known.standing import Standing
from ..tables import MOST_ROWS
from .made import Made

PLACES = "Places over time"
FEWEST = 3
"""Fewer places, or fewer values of each, are no picture of how they move."""
WAYS = {"worsened": "worse", "improved": "better", "higher": "higher", "lower": "lower"}
"""What the readings since the baseline are called in the title, what is worse first."""


def places_over_time(standing: Standing, page: str) -> Made:
    """A folded section for the kind with most places in the area that fit in one picture."""
    kinds = [found for found in _by_kind(standing).items() if _fits(standing, found[1])]
    if not kinds or not standing.series:
        return Made()
    kind, found = max(kinds, key=lambda each: len(each[1]))
    places = names.plural(kind) if kind else "places"
    lookup = standing.lookup
    first, last = (standing.short_period(standing.series[n].period) for n in (0, -1))
    parts = (standing.indicator.title, standing.unit_words, f"{first} to {last}")
    chart = charts.SmallMultiples(standing.manner.sign, places)(
        charts.About(
            id="places-over-time-chart",
            title=_title(standing, found, places),
            subtitle=", ".join(part for part in parts if part),
            measure=f"{standing.indicator.title} by {kind or 'place'}",
        ),
        tuple(
            charts.Series(lookup.area_name(area), tuple(points.point(standing, r) for r in own))
            for area, own in found.items()
        ),
        whole=charts.Series(standing.place, points.points(standing)),
    )
    sources = cited(lookup, standing.indicator, standing.span)
    made = drawn(chart, page, sources, standing.status, standing.marked)
    part = Part(
        "places-over-time",
        f"How {places} move",
        figure=made.figure,
        folded=f"Show {names.in_words(len(found))} {places} over time",
    )
    return Made((part,), made.files)


def _by_kind(standing: Standing) -> dict[str, dict[str, tuple[Result, ...]]]:
    """The series of the places in the area that have enough values, by kind and in order of
    name."""
    lookup, areas = standing.lookup, standing.lookup.report.inputs.areas
    periods = {r.period for r in standing.series}
    frequency = standing.series[-1].frequency if standing.series else ""
    found: dict[str, dict[str, tuple[Result, ...]]] = {}
    for code in lookup.within.get(standing.area, ()):
        every = lookup.series(standing.indicator.id, code, frequency)
        own = tuple(r for r in every if r.period in periods)
        if sum(r.value is not None for r in own) >= FEWEST:
            kind = areas[code].kind if code in areas else ""
            found.setdefault(kind, {})[code] = own
    return found


def _fits(standing: Standing, found: dict[str, tuple[Result, ...]]) -> bool:
    """Whether all of them are drawn, and their table, with that of the area, can be shown whole."""
    rows = len(standing.series) + sum(map(len, found.values()))
    return FEWEST <= len(found) <= MOST_PANELS and rows <= MOST_ROWS


def _title(standing: Standing, found: dict[str, tuple[Result, ...]], places: str) -> str:
    """How many of them changed since the baseline, and which way."""
    said = [standing.lookup.reading(standing.indicator.id, a, SINCE_BASELINE) for a in found]
    counts = Counter(reading.verdict for reading in said if reading)
    since = standing.since
    when = standing.since_when(since.reference_period) if since else ""
    of = f"{names.in_words(len(found))} {places}"
    ways = [f"{word} in {names.in_words(counts[v])}" for v, word in WAYS.items() if counts[v]]
    if not ways or not when:
        return titled(f"No clear change in any of {of} since {when}" if when else "", of, PLACES)
    if len(found) in counts.values():
        return titled(f"Since {when}: {ways[0].split()[0]} in all {of}", ways[0], PLACES)
    told = f"{', '.join(ways)} of {of}"
    return titled(f"Since {when}: {told}", told, PLACES)
