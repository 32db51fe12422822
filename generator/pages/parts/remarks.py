"""What those who sent the numbers wrote beside them, in the column `comment`: it is published."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from generator.indicators import metrics_of
from generator.model.indicator import Indicator
from generator.wording import names, periods

from . import address as at
from .known.lookup import Lookup
from .tables import MOST_ROWS, table
from .worded import Column, Link, Row, Table, Text

TITLE = "Notes that came with the numbers"


def of_indicator(lookup: Lookup, indicator: Indicator, page: str) -> Table | None:
    """The notes beside the values of its metrics, by whom and when; None where there is none.

    One note beside several groups, programmes or metrics, or in several periods, stands once.
    """
    rows = lookup.commented
    if rows.empty:
        return None
    rows = rows[rows["metric"].isin(metrics_of(indicator))]
    found = _merged(lookup, rows, ["area", "organisation", "comment"], "programme")
    made = (
        Row(_who(lookup, area, partner, under, page), (Text(when), Text(said)))
        for (area, partner, said), under, when in found
    )
    return _table("From", made) if found else None


def of_partner(lookup: Lookup, organisation: str) -> Table | None:
    """The notes that came with a partner's numbers: on what, and when; None where there is none."""
    rows = lookup.commented
    rows = rows[rows["organisation"] == organisation]
    metrics = {str(id): metric.title for id, metric in lookup.report.inputs.metrics.items()}
    found = _merged(lookup, rows, ["comment"], "metric")
    made = (
        Row(Link("; ".join(metrics.get(id, id) for id in about)), (Text(when), Text(said)))
        for (said,), about, when in found
    )
    return _table("On", made) if found else None


def _table(first: str, made: Iterable[Row]) -> Table:
    columns = (Column(first), Column("When"), Column("Note"))
    return table("remarks-table", "As they were written, latest first", columns, made)


def _merged(
    lookup: Lookup, rows: pd.DataFrame, by: list[str], other: str
) -> list[tuple[tuple[str, ...], list[str], str]]:
    """Each distinct key, the values of `other` beside it, and when it holds; the latest first."""
    known = lookup.report.inputs.periods
    found: dict[tuple[str, ...], tuple[set[str], set[str]]] = {}
    for *key, beside, period in zip(
        *(rows[name].tolist() for name in (*by, other, "period")), strict=True
    ):
        others, when = found.setdefault(tuple(key), (set(), set()))
        others.add(beside)
        when.add(period)
    dated = [
        (key, sorted(others), sorted(when, key=lambda text: (known[text].end, known[text].start)))
        for key, (others, when) in sorted(found.items())
    ]
    dated.sort(key=lambda each: known[each[2][-1]].end, reverse=True)
    return [(key, others, _when(lookup, when)) for key, others, when in dated[:MOST_ROWS]]


def _when(lookup: Lookup, texts: list[str]) -> str:
    """ "2024/25", or of several "8 periods, Apr–Jun 2021 to Jan–Mar 2023"."""
    known = lookup.report.inputs.periods
    if len(texts) == 1:
        return periods.in_words(texts[0], known)
    first, last = (periods.short(known[text]) for text in (texts[0], texts[-1]))
    return f"{len(texts):,} periods, {first} to {last}"


def _who(lookup: Lookup, area: str, partner: str, under: list[str], page: str) -> Link:
    """The partner that the values are of, else the programme, else the place; with its page."""
    inputs = lookup.report.inputs
    if named := names.part(partner, "", "", inputs):
        has_page = partner in {str(id) for id in inputs.organisations}
        return Link(named, at.link(page, at.partner(partner)) if has_page else "")
    if named := ", ".join(filter(None, (names.part("", one, "", inputs) for one in under))):
        return Link(named)
    has_page = area in lookup.place_codes
    return Link(lookup.area_name(area), at.link(page, at.place(area)) if has_page else "")
