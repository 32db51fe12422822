"""What those who sent the numbers wrote beside them, in the column `comment`: it is published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd

from generator.indicators import metrics_of
from generator.model.indicator import Indicator
from generator.model.metric import Id
from generator.model.report import Inputs
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
    found = _merged(lookup, rows, ["comment"], "metric")
    made = (
        Row(Link("; ".join(_on(lookup.report.inputs, about))), (Text(when), Text(said)))
        for (said,), about, when in found
    )
    return _table("On", made) if found else None


def _on(inputs: Inputs, metrics: Iterable[str]) -> Iterator[str]:
    """The titles of the metrics, but of what is counted of a scale its own, once: it alone, where
    the note is on all of its items, else with their names."""
    of_scales: dict[str, set[str]] = {}
    for id in metrics:
        if ":" in id:
            _, of, item, *_ = id.split(":")
            of_scales.setdefault(of, set()).add(item)
        else:
            yield inputs.metrics[Id(id)].title if id in inputs.metrics else id
    for id, items in of_scales.items():
        scale = inputs.scales[Id(id)]
        named = ", ".join(one.name for one in scale.items.values() if one.item in items)
        yield scale.title if len(items) == len(scale.items) else f"{scale.title}: {named}"


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
