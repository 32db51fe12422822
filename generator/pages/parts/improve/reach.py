"""Who uses a service against who lives there: each group's share of both, a section a breakdown."""

from __future__ import annotations

import math
from collections.abc import Iterator

from generator import charts
from generator.model.metric import Breakdown
from generator.wording import names
from generator.wording import reach as wording
from generator.wording.numbers import number

from ..figures import Drawn, drawn
from ..indicator.indicator_tables import Part
from ..known.compared import Reached
from ..known.sources import cited, web
from ..known.standing import Standing
from ..layout import joined
from ..shapes import verdict
from ..tables import MOST_ROWS, table
from ..worded import Cited, Column, Definition, Link, Reasoned, Row, Table, Text, Verdict
from .made import Made

COLUMNS = (
    *(Column("Group"), Column("Reach"), Column("Times its share", numeric=True, big=True)),
    *(Column("Of those reached", numeric=True), Column("Of those eligible", numeric=True)),
)
NONE = "–"


def reach(standing: Standing, page: str) -> Made:
    """A section for each breakdown of those reached that can be held against who could be."""
    rows = standing.lookup.worked.reached(standing.indicator.id, standing.area)
    parts: list[Part] = []
    files: list[Drawn] = []
    for breakdown in standing.lookup.report.inputs.breakdowns.values():
        own = [r for r in rows if r.breakdown == breakdown.id]
        if any(not math.isnan(r.ratio) for r in own):
            made = _drawn(standing, page, breakdown, own)
            parts.append(_section(standing, breakdown, own, made))
            files.append(made)
    return Made(tuple(parts), tuple(file for made in files for file in made.files))


def _section(standing: Standing, breakdown: Breakdown, own: list[Reached], made: Drawn) -> Part:
    title = breakdown.title[:1].lower() + breakdown.title[1:]
    id = f"reach-{breakdown.id}"
    return Part(
        id,
        f"Who is reached, by {title}",
        verdict=over_all(own),
        lead=lead(standing, own),
        figure=made.figure,
        table=_table(standing, f"{id}-table", title, own),
        folded_table="Show each group with both shares",
        worked=tuple(_worked(standing, own)),
    )


def over_all(own: list[Reached]) -> Verdict:
    """One word over all groups: under-represented where one is."""
    order = ("under-represented", "similar", "over-represented", "too small to say", "cannot say")
    words = {r.verdict for r in own}
    return verdict(next(word for word in order if word in words))


def lead(standing: Standing, own: list[Reached]) -> str:
    """Who is missing most, who is too few, and how many did not say."""
    known = standing.lookup.report.inputs
    under = sorted((r for r in own if r.verdict == "under-represented"), key=lambda r: r.ratio)
    said = ["No group is clearly under-represented."]
    if under:
        each = [f"{names.group(r.group, known)} ({wording.times(r.ratio)})" for r in under]
        said = [f"Under-represented, against their share of those eligible: {joined(each)}."]
    small = [names.group(r.group, known) for r in own if r.verdict == "too small to say"]
    if small:
        said.append(f"Too small to say: {joined(small)}.")
    unsaid = max((r.not_stated for r in own if not math.isnan(r.not_stated)), default=0.0)
    if unsaid:
        said.append(f"Of all reached, {wording.percent(unsaid)} did not state their group.")
    return " ".join(said)


def _drawn(standing: Standing, page: str, breakdown: Breakdown, own: list[Reached]) -> Drawn:
    inputs = standing.lookup.report.inputs
    rows = tuple(charts.Row(names.group(r.group, inputs), _value(r), r.group) for r in own)
    under = [r for r in own if r.verdict == "under-represented"]
    title = "No group is clearly under-represented"
    if under:
        least = min(under, key=lambda r: r.ratio)
        title = f"{names.group(least.group, inputs)}: {wording.times(least.ratio)} its share"
    when = standing.period(own[0].period)
    chart = charts.Dots(heading=breakdown.title, rows_are="groups")(
        charts.About(
            id=f"by-reach-{breakdown.id}",
            title=title,
            subtitle=f"{standing.indicator.title}, times their share of those eligible, {when}",
            measure=f"{standing.indicator.title}, times their share of those eligible",
        ),
        rows,
        (charts.Comparator("Their share", 1.0, "1.00"),),
    )
    sources = (*cited(standing.lookup, standing.indicator), *_of_eligible(standing, own))
    return drawn(chart, page, sources, standing.status, standing.marked)


def _of_eligible(standing: Standing, own: list[Reached]) -> tuple[Cited, ...]:
    """Where the numbers of those eligible come from, where that is written."""
    source = standing.lookup.report.inputs.metrics[str(standing.indicator.eligible)].source
    if source is None:
        return ()
    when = next((standing.period(r.eligible_period) for r in own if r.eligible_period), "")
    title = Link(source.title, web(source.url))
    return (Cited(title, names.publisher(source.publisher), when),)


def _value(row: Reached) -> charts.Value:
    if math.isnan(row.ratio):
        return charts.Value(None, flags=("c",) if row.verdict == "too small to say" else ("x",))
    ends = (row.ratio, row.lower, row.upper)
    value, lower, upper = (number(end, 2) for end in ends)
    return charts.Value(row.ratio, value, row.lower, row.upper, lower, upper)


def _table(standing: Standing, id: str, title: str, own: list[Reached]) -> Table:
    caption = f"{standing.indicator.title} by {title}, {standing.period(own[0].period)}"
    rows = (_row(standing, each) for each in own[:MOST_ROWS])
    return table(id, caption, COLUMNS, rows, dense=True, hide_caption=True)


def _row(standing: Standing, each: Reached) -> Row:
    shown = not math.isnan(each.ratio)
    ends = f"{number(each.lower, 2)} to {number(each.upper, 2)}" if shown else ""
    cells = (
        Reasoned(verdict(each.verdict), each.reason),
        Text(number(each.ratio, 2), ends) if shown else Text(NONE),
        Text(wording.percent(each.share)) if shown else Text(NONE),
        Text(wording.percent(each.eligible_share)) if shown else Text(NONE),
    )
    return Row(Link(names.group(each.group, standing.lookup.report.inputs)), cells)


def _worked(standing: Standing, own: list[Reached]) -> Iterator[Definition]:
    yield Definition("Rule", (wording.RULE,))
    yield Definition("Ratio", (wording.RATIO,))
    yield Definition("Those eligible", (eligible(standing, own),))
    first = next(r for r in own if not math.isnan(r.dissimilarity))
    apart = f"{wording.percent(first.dissimilarity)}. {wording.DISSIMILARITY}"
    yield Definition("Index of dissimilarity", (apart,))
    yield Definition("People who did not say", ("They are in neither share.",))


def eligible(standing: Standing, own: list[Reached]) -> str:
    """Who could have been reached, when they were counted and by whom."""
    metric = standing.lookup.report.inputs.metrics[str(standing.indicator.eligible)]
    periods = dict.fromkeys(standing.period(r.eligible_period) for r in own if r.eligible_period)
    source = metric.source.title if metric.source else ""
    parts = (metric.title, joined(periods) if periods else "", source)
    return f"{', '.join(part for part in parts if part)}. {metric.description}".strip()
