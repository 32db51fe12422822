"""The targets of an indicator that are not the main area's: of places, partners and groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from generator.model import words
from generator.readings import OWN_TARGETS
from generator.wording import names, periods
from generator.wording.findings import target_words
from generator.wording.working import Working

from .. import address as at
from ..known import cells
from ..known.cells import Reading, Result
from ..known.standing import Standing
from ..shapes import verdict
from ..tables import MOST_ROWS, table
from ..worded import Column, Definition, Link, Reasoned, Row, Text
from .indicator_tables import Part

COLUMNS = (
    Column("Whose target"),
    Column("Baseline", numeric=True),
    Column("Latest", numeric=True, big=True),
    Column("Target", numeric=True),
    Column("Verdict"),
)
CELL = ["area", "organisation", "programme", "group"]
_WAY = ("Way made", "Time gone", "Way made over time gone")


def own_targets(standing: Standing, address: str) -> Iterator[Part]:
    """A row a place, partner, programme or group that has a target, with how it was judged."""
    every = standing.lookup.readings(standing.indicator.id)
    aimed = (every["reading"] == words.TOWARDS_TARGET) & every["reference_value"].notna()
    aimed &= ~(cells.of_everyone(every) & (every["area"] == standing.area))
    if not aimed.any():
        return
    towards = every[aimed].drop_duplicates(CELL)
    shown = list(cells.readings(towards.head(MOST_ROWS)))
    since = _since(every, towards)
    found = _results(standing, towards)
    made, notes = [], []
    for reading in shown:
        row, steps = _row(standing, reading, since[reading.cell], found, address)
        made.append(row)
        way = tuple(f"{name}: {steps[name].partition('. ')[0]}." for name in _WAY if name in steps)
        notes += [Definition(row.head.text, way)] if way else []
    more = len(towards) - len(shown)
    lead = "Each is held against its own baseline, in the order of the tables."
    lead += f" The table shows {MOST_ROWS} of {len(towards):,}." if more else ""
    caption = f"{standing.indicator.title}: targets of places, partners and groups"
    listed = table("targets-table", caption, COLUMNS, made, ledger=True)
    title = "Targets of places, partners and groups"
    yield Part(OWN_TARGETS, title, lead=lead, table=listed, notes=tuple(notes))


def _since(every: pd.DataFrame, towards: pd.DataFrame) -> Mapping[tuple[str, ...], Reading]:
    """What is said since the baseline of each of these cells, at the frequency that cards show."""
    rows = _of_cells(every[every["reading"] == words.SINCE_BASELINE], towards)
    return {r.cell: r for r in cells.readings(rows.drop_duplicates(CELL))}


def _results(
    standing: Standing, towards: pd.DataFrame
) -> Mapping[tuple[tuple[str, ...], str], Result]:
    """The results of these cells, by cell and period."""
    rows = _of_cells(standing.lookup.results(standing.indicator.id), towards)
    return {
        ((r.area, r.organisation, r.programme, r.group), r.period): r for r in cells.results(rows)
    }


def _of_cells(rows: pd.DataFrame, towards: pd.DataFrame) -> pd.DataFrame:
    wanted = pd.MultiIndex.from_frame(towards[CELL].astype(str))
    return rows[pd.MultiIndex.from_frame(rows[CELL].astype(str)).isin(wanted)]


def _row(
    standing: Standing,
    towards: Reading,
    since: Reading,
    found: Mapping[tuple[tuple[str, ...], str], Result],
    address: str,
) -> tuple[Row, dict[str, str]]:
    """The row of a target, and the steps by which it was judged."""
    latest, then = (found.get((towards.cell, r)) for r in (towards.period, since.reference_period))
    flags = "".join(f" [{flag}]" for flag in latest.flags) if latest else ""
    value = flags.strip() or "[x]" if towards.value is None else standing.shown(towards.value)
    now = value if towards.value is None else f"{value}{flags}"
    has_baseline = since.reference_value is not None and since.reference_period != towards.period
    then_text = Text("None")
    if has_baseline and since.reference_value is not None:
        when = standing.short_period(since.reference_period)
        then_text = Text(standing.shown(since.reference_value), when)
    goal, steps = Text("[x]"), dict[str, str]()
    if latest is not None and towards.reference_value is not None:
        work = Working(
            standing.indicator,
            standing.lookup.report.inputs,
            standing.manner,
            latest,
            then,
            since,
            standing.lookup.worked.pace(standing.indicator.id, towards),
        )
        steps = dict(work.steps(towards))
        kind, to = work.kind(towards)
        number, direction = towards.reference_value, standing.indicator.direction
        said = target_words(standing.manner, kind, number, to, direction)
        due = periods.with_article(standing.period(towards.reference_period))
        goal = Text(said, f"by {due}")
    judged = Reasoned(verdict(towards.verdict), towards.reason)
    latest_text = Text(now, standing.short_period(towards.period))
    whose = _whose(standing, towards, address)
    return Row(whose, (then_text, latest_text, goal, judged)), steps


def _whose(standing: Standing, towards: Reading, address: str) -> Link:
    """The place, the part of it, or both: "Millgate", "Haven", "Millgate: Women"."""
    lookup = standing.lookup
    part = names.part(towards.organisation, towards.programme, towards.group, lookup.report.inputs)
    if part and towards.area == standing.area:
        return Link(part)
    name = lookup.area_name(towards.area)
    if part:
        return Link(f"{name}: {part}")
    has_page = towards.area in lookup.place_codes
    return Link(name, at.link(address, at.place(towards.area)) if has_page else "")
