"""One map: an indicator in the places of a kind, as a chart, and the files that belong to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator import charts
from generator.model.page import File
from generator.model.words import AGAINST_COMPARATOR
from generator.wording import reasons
from generator.wording.numbers import with_unit

from .. import downloads
from ..charted import titled
from ..known import points
from ..known.choices import Choice
from ..known.lookup import Lookup
from ..known.standing import Standing

SHARED = "assets/maps/"
"""Where the files are that redraw a map in place."""


@dataclass(frozen=True)
class Mapped:
    """A choice as a chart, with the files that belong to it wherever it is shown."""

    lookup: Lookup
    choice: Choice
    chart: charts.Chart
    rows: tuple[charts.Row, ...]
    numbers: File
    figure: File

    @property
    def address(self) -> str:
        """Where the file is that redraws a map with this choice."""
        return f"{SHARED}{self.choice.name}.json"


def mapped(lookup: Lookup, choice: Choice) -> Mapped:
    """The map of a choice, its places numbered from the lowest value on."""
    standing = Standing(lookup, choice.indicator, lookup.main_area)
    rows = tuple(_rows(standing, choice))
    other = _comparator(lookup, choice, standing)
    chart = charts.AreaMap(
        unit=standing.manner.sign,
        heading=_heading(choice),
        rows_are=choice.kind.plural,
    )(
        charts.About(
            id=choice.kind.id,
            title=_title(standing, choice, rows, other),
            subtitle=_subtitle(standing, choice),
            measure=_measure(standing, choice),
            notes=() if any(r.lower is not None for r in choice.results) else (reasons.NO_MARGIN,),
        ),
        rows,
        (other,) if other else (),
        choice.kind.ground,
    )
    path = f"data/charts/{choice.name}.csv"
    numbers = downloads.of_chart(path, chart.download, lookup.status(choice.indicator.id))
    drawn = downloads.json_file(f"assets/figures/{choice.name}.json", charts.figure(chart))
    return Mapped(lookup, choice, chart, rows, numbers, drawn)


def _heading(choice: Choice) -> str:
    name = choice.kind.name or "place"
    return name[:1].upper() + name[1:]


def _rows(standing: Standing, choice: Choice) -> list[charts.Row]:
    found = {r.area: r for r in choice.results}
    verdicts = _verdicts(standing.lookup, choice)
    rows = []
    for code in choice.kind.codes:
        result = found.get(code)
        value = points.value(standing, result) if result else charts.Value(None)
        name = standing.lookup.area_name(code)
        rows.append(
            charts.Row(name, value, code, code == standing.area, verdicts.get(code, "cannot say"))
        )
    return sorted(rows, key=lambda r: (r.value.value is None, r.value.value or 0.0, r.name, r.code))


def _verdicts(lookup: Lookup, choice: Choice) -> Mapping[str, str]:
    """How each place stands against the comparator in the map's period; nothing for groups."""
    if choice.group or choice.indicator.direction == "none":
        return {}
    found = {}
    for code in choice.kind.codes:
        said = lookup.reading(choice.indicator.id, code, AGAINST_COMPARATOR)
        if said and said.whole and said.period == choice.period:
            found[code] = said.verdict
    return found


def _comparator(lookup: Lookup, choice: Choice, standing: Standing) -> charts.Comparator | None:
    """The one area that all places are held against in the map's period; None for several."""
    if choice.group:
        return None
    said = [
        reading
        for code in choice.kind.codes
        if (reading := lookup.reading(choice.indicator.id, code, AGAINST_COMPARATOR))
        and reading.period == choice.period
        and reading.reference_value is not None
    ]
    against = {(r.reference_area, r.reference_value) for r in said}
    if len(against) != 1:
        return None
    [(code, value)] = against
    if value is None or code in choice.kind.codes:
        return None
    name = lookup.area_name(code)
    return charts.Comparator(name, value, standing.manner.bare(value), code)


def _title(
    standing: Standing,
    choice: Choice,
    rows: tuple[charts.Row, ...],
    other: charts.Comparator | None,
) -> str:
    valued = [row for row in rows if row.value.value is not None]
    low, high = valued[0], valued[-1]
    first, last = (with_unit(row.value.text, standing.manner.sign) for row in (low, high))
    worse = sum(row.verdict == "worse" for row in valued)
    if other and any(row.verdict in ("worse", "better", "similar") for row in valued):
        which = f"{worse:,} of {len(valued):,}" if worse else f"None of {len(valued):,}"
        is_are = "is" if worse == 1 else "are"
        said = f"{which} {choice.kind.plural} {is_are} worse than {other.name}"
        return titled(said, f"{which} {is_are} worse than the place compared with")
    if first == last:
        return titled(f"{first} in all {len(valued):,} {choice.kind.plural}", f"{first} throughout")
    return titled(
        f"From {first} in {low.name} to {last} in {high.name}",
        f"From {first} to {last} in {len(valued):,} {choice.kind.plural}",
        f"From {first} to {last}",
    )


def _measure(standing: Standing, choice: Choice) -> str:
    """Names the table: a page may show the same indicator by several kinds of places."""
    by = f"{choice.title} by {choice.kind.name or 'place'}"
    return f"{by}, {standing.period(choice.period)}, lowest first"


def _subtitle(standing: Standing, choice: Choice) -> str:
    parts = (choice.title, standing.unit_words, standing.period(choice.period))
    return ", ".join(part for part in parts if part)
