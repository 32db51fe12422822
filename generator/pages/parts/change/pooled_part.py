"""Every outcome with the items that speak of it, pooled as up, same and down: never as a mean."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from generator import charts
from generator.model.pathway import Outcome
from generator.wording import change as wording
from generator.wording import names
from generator.wording.numbers import number

from .. import address as at
from ..figures import Drawn
from ..indicator.indicator_tables import Part
from ..known.lookup import Lookup
from ..layout import joined
from ..tables import MOST_ROWS, table
from ..worded import Column, Link, Row, Table, Text
from .moves_figure import moved_figure, title_together
from .named import Named
from .said import period

COLUMNS = (
    *(Column("Outcome"), Column("Pairs of scores", numeric=True)),
    *(Column("Better", numeric=True, big=True), Column("The same", numeric=True)),
    Column("Worse", numeric=True),
)
LEAD = f"{wording.A_PAIR} {wording.NEVER_A_MEAN} {wording.NOT_PEOPLE}"


def pooled_part(lookup: Lookup, page: str) -> tuple[Part, Drawn] | None:
    """A chart and a table of all outcomes of which items speak; None without any."""
    changed = lookup.worked.changed
    every = [(outcome, changed.pooled(str(outcome.id))) for outcome in lookup.outcomes]
    found = [(outcome, row) for outcome, row in every if row is not None]
    if not found:
        return None
    rows = [Named(outcome.title, row, code=str(outcome.id)) for outcome, row in found]
    periods = list(dict.fromkeys(period(lookup, str(row.period)) for _, row in found))
    when = joined(periods)
    scales = tuple(
        str(scale.id)
        for scale in lookup.report.inputs.scales.values()
        if any(item.outcome for item in scale.items.values())
    )
    drawn = moved_figure(
        lookup,
        page,
        charts.About(
            "moved-outcomes",
            _title(rows),
            f"Pairs of scores by outcome, {lookup.area_name(lookup.main_area)}, {when}",
            "Change in people by outcome",
        ),
        wording.MIXED,
        rows,
        scales=scales,
        period=when,
        counted="pairs",
        heading="Outcome",
        rows_are="outcomes",
    )
    part = Part(
        "outcomes",
        "By outcome",
        lead=LEAD,
        figure=drawn.figure,
        table=_table(lookup, page, found, when),
        folded_table="Show which items speak of each outcome",
    )
    return part, drawn


def _table(lookup: Lookup, page: str, found: Iterable[tuple[Outcome, Any]], when: str) -> Table:
    rows = [_row(lookup, page, outcome, row) for outcome, row in found]
    caption = f"Change in people by outcome, in the order of the pathway, {when}"
    return table(
        "outcomes-table", caption, COLUMNS, rows[:MOST_ROWS], dense=True, hide_caption=True
    )


def _row(lookup: Lookup, page: str, outcome: Outcome, row: Any) -> Row:
    return Row(
        Link(outcome.title, at.link(page, f"{at.outcome(str(outcome.id))}#change-in-people")),
        (
            Text("[x]" if math.isnan(row.pairs) else number(row.pairs, 0)),
            *(Text(wording.percent(getattr(row, f"{name}_share"))) for name in _SHARES),
        ),
        note=_items(lookup, outcome, str(row.period)),
    )


def _title(rows: list[Named]) -> str:
    """From the outcome with the smallest share that did better to that with the largest."""
    shares = [one.row.better_share for one in rows if not math.isnan(one.row.better_share)]
    if len(shares) < 2:
        return title_together(rows[0].row)
    least, most = map(wording.percent, (min(shares), max(shares)))
    return f"From {least} to {most} of pairs moved for the better, by outcome"


_SHARES = ("better", "same", "worse")


def _items(lookup: Lookup, outcome: Outcome, text: str) -> str:
    """ "Homelessness Star: 2, Empowerment Star: 1"."""
    speaking = lookup.worked.changed.speaking_of(str(outcome.id), text)
    many: dict[str, int] = {}
    for scale, _, row in speaking:
        if row is not None:
            many[scale.title] = many.get(scale.title, 0) + 1
    return "; ".join(
        f"{title}: {names.in_words(n)} item{'s' * (n > 1)}" for title, n in many.items()
    )
