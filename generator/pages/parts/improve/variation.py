"""Is the latest value more than chance, and can the target be relied on?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from generator.model.words import VARIATION
from generator.wording import names, process

from .. import address as at
from ..indicator.indicator_tables import Part
from ..known import cells
from ..known.cells import Reading
from ..known.lookup import Lookup
from ..known.standing import Standing
from ..shapes import verdict
from ..tables import MOST_ROWS, table
from ..worded import Column, Definition, Link, Reasoned, Row, Text
from .control_chart import control_chart, in_last_part, limited
from .made import Made

TITLE = "Chance or change?"
NOT_ENOUGH = "not enough data"
CONCERN_FIRST = (
    "special-cause concern",
    "special-cause higher",
    "special-cause lower",
    "special-cause improvement",
)
ELSEWHERE = (
    Column("Whose"),
    Column("Verdict"),
    Column("Latest", numeric=True, big=True),
    Column("Usual range", numeric=True),
)
SEASONAL = ("month", "quarter")


def variation(standing: Standing, page: str) -> Made:
    """The chart and verdict of the place; others that stand out; whether the target is safe."""
    every = standing.lookup.readings(standing.indicator.id)
    if not ((every["reading"] == VARIATION) & (every["working"] != "")).any():
        return Made()
    standing = subject(standing)
    reading = standing.variation
    if reading is None or not reading.working:
        lead = f"In {standing.place}, too few values are known to tell chance from change."
        parts = [Part(VARIATION, TITLE, lead=lead, worked=(_rule(),))]
        return Made((*parts, *_elsewhere(standing, page)))
    rows = limited(standing, reading)
    drawn = control_chart(standing, reading, rows, page)
    own = Part(
        VARIATION,
        TITLE,
        verdict=verdict(reading.verdict),
        lead=reading.finding,
        figure=drawn.figure,
        worked=tuple(_worked(standing, reading, rows)),
    )
    return Made((own, *_assurance(standing), *_elsewhere(standing, page)), drawn.files)


def subject(standing: Standing) -> Standing:
    """How the indicator stands in the place that the section speaks of: the main area, or where
    that has no value at all the first place with a page that is judged."""
    if standing.variation is not None:
        return standing
    others = (replace(standing, area=area.area) for area in standing.lookup.places)
    judged = (one for one in others if one.variation and one.variation.verdict != NOT_ENOUGH)
    return next(judged, standing)


def usual(standing: Standing, reading: Reading) -> str:
    """The usual range of a reading in words, within what is possible; "[z]" where none is told."""
    if reading.lower is None or reading.upper is None or reading.reference_value is None:
        return "[z]"
    least, most = standing.lookup.worked.possible[str(standing.indicator.id)]
    known = process.Usual(
        reading.reference_value, max(reading.lower, least), min(reading.upper, most)
    )
    return known.words(standing.manner)


def _rule() -> Definition:
    return Definition("Rule", (process.RULE,))


def _worked(standing: Standing, reading: Reading, rows: pd.DataFrame) -> Iterator[Definition]:
    known = rows[rows["value"].notna()]
    latest = known.iloc[-1]
    yield _rule()
    yield Definition("Usual level", (_level(standing, in_last_part(rows)),))
    if latest["of_lower"] == latest["of_lower"]:
        ends = (float(latest[f"of_{name}"]) for name in ("mean", "lower", "upper"))
        yield Definition("Limits", (process.limits_from(standing.manner, *ends),))
    for one in standing.indicator.rebase:
        since = f"From {standing.period(str(one.start))}: {one.because.rstrip('.')}."
        yield Definition("Limits start afresh", (since,))
    signals = int((known["of_side"].fillna(0) != 0).sum())
    yield Definition("More than chance", (f"{signals:,} of {len(known):,} values.",))
    if words := process.point(latest["of_rule"], latest["of_side"]):
        yield Definition("The latest value", (f"It is {words}.",))
    if latest["frequency"] in SEASONAL:
        yield Definition("What it leaves out", (process.SEASONS,))
    if reading.reason:
        yield Definition("Why", (reading.reason,))
    yield Definition("Verdict", (verdict(reading.verdict).word,))


def _level(standing: Standing, rows: pd.DataFrame) -> str:
    """The mean, and which values it is the mean of."""
    fixed = standing.indicator.fix_limits
    level = f"{standing.said(rows['of_mean'].iloc[-1])}, the mean of the"
    if fixed and rows["of_fixed"].iloc[-1]:
        until = standing.period(str(fixed.until))
        return f"{level} values up to {until}: {fixed.because.rstrip('.')}."
    return f"{level} {len(rows):,} values from {standing.period(rows['period'].iloc[0])} on."


def _assurance(standing: Standing) -> Iterator[Part]:
    """Whether the target can be relied on, where there is one and limits to hold it against."""
    reading = standing.assurance
    if reading is None or reading.reference_value is None:
        return
    worked = [Definition("Rule", (process.OF_TARGETS,))]
    if reading.lower is not None and reading.upper is not None:
        low, high = standing.manner.bare(reading.lower), standing.manner.bare(reading.upper)
        worked.append(Definition("Limits", (f"{low} to {high}",)))
    due = standing.period(reading.reference_period)
    worked.append(Definition(f"Target for {due}", (standing.said(reading.reference_value),)))
    worked.append(Definition("Verdict", (verdict(reading.verdict).word,)))
    yield Part(
        "assurance",
        "Can the target be relied on?",
        verdict=verdict(reading.verdict),
        lead=reading.finding,
        worked=tuple(worked),
    )


def _elsewhere(standing: Standing, page: str) -> Iterator[Part]:
    """The other series that stand out: of places with a page, of partners and of groups."""
    lookup = standing.lookup
    found = list(cells.readings(elsewhere(lookup, standing.indicator.id, standing.area)))
    if not found:
        return
    found.sort(key=lambda r: CONCERN_FIRST.index(r.verdict))
    rows = [_row(standing, page, reading) for reading in found[:MOST_ROWS]]
    counted = names.in_words(len(found))
    what = (
        "other series stands out from its"
        if len(found) == 1
        else "other series stand out from their"
    )
    listed = table(
        "variation-elsewhere-table",
        f"{standing.indicator.title}: series that stand out, concern first",
        ELSEWHERE,
        rows,
        dense=True,
        hide_caption=True,
    )
    yield Part(
        "variation-elsewhere",
        "Where else values stand out",
        lead=f"{counted[:1].upper()}{counted[1:]} {what} own usual range.",
        table=listed,
        folded="Show them" if len(found) > 1 else "Show it",
    )


def elsewhere(lookup: Lookup, indicator: str, area: str, places_only: bool = False) -> pd.DataFrame:
    """The readings of variation that stand out, that of everyone in `area` left out: of places
    with a page, and unless `places_only` of partners and groups too."""
    every = lookup.readings(indicator)
    apart = (every["reading"] == VARIATION) & every["verdict"].isin(CONCERN_FIRST)
    apart &= every["area"].isin(lookup.place_codes)
    away, whole = every["area"] != area, cells.of_everyone(every)
    return every[apart & (away & whole if places_only else away | ~whole)]


def _row(standing: Standing, page: str, reading: Reading) -> Row:
    lookup = standing.lookup
    part = names.part(reading.organisation, reading.programme, reading.group, lookup.report.inputs)
    name = lookup.area_name(reading.area)
    value = "[x]" if reading.value is None else standing.shown(reading.value)
    return Row(
        Link(part or name, "" if part else at.link(page, at.place(reading.area))),
        (
            Reasoned(verdict(reading.verdict)),
            Text(value, standing.short_period(reading.period)),
            Text(usual(standing, reading)),
        ),
        note=name if part and reading.area != standing.area else "",
    )
