"""A bar for each part of a change, the largest first, over the whole of it."""

from __future__ import annotations

from typing import Any

from generator import charts

from ..charted import titled
from ..figures import Drawn, drawn
from ..known.sources import cited
from ..known.standing import Standing
from .change_parts import name_of, title_of


def made_up_of(standing: Standing, page: str, by: str, parts: list[Any]) -> Drawn:
    """A bar for each part, the largest first, over the whole change."""
    title, first = title_of(standing, by, parts), parts[0]
    since = standing.since_when(first.reference_period)
    unit = standing.manner.unit_of_difference
    about = charts.About(
        id="made-up-of",
        title=_headline(standing, parts),
        subtitle=", ".join(
            filter(None, (f"{standing.indicator.title} by {title.lower()}", unit, f"since {since}"))
        ),
        measure=f"{standing.indicator.title}, change since {since} by {title.lower()}",
    )

    def row(name: str, value: float) -> charts.Row:
        return charts.Row(name, charts.Value(value, standing.bare_change(value)))

    chart = charts.Contributions("", title, "parts")(
        about,
        tuple(row(name_of(standing, part), part.contribution) for part in parts),
        row("The whole change", sum(part.contribution for part in parts)),
    )
    when = f"{standing.period(first.reference_period)} and {standing.period(first.period)}"
    sources = cited(standing.lookup, standing.indicator, when)
    return drawn(chart, page, sources, standing.status, standing.marked)


def _headline(standing: Standing, parts: list[Any]) -> str:
    """ "The largest part of the fall: White"."""
    whole = sum(part.contribution for part in parts)
    way = "rise" if whole > 0 else "fall"
    largest = max(parts, key=lambda part: part.contribution * (1 if whole > 0 else -1))
    return titled(
        f"The largest part of the {way}: {name_of(standing, largest)}", f"The {way} in parts"
    )
