"""Everything needed to check and reuse an indicator, as terms and what stands for them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from generator.model.indicator import Indicator
from generator.model.words import Cumulative
from generator.wording import names, periods
from generator.wording.findings import aimed

from .. import address as at
from ..known import cells, points, sources
from ..known.cells import Result
from ..known.standing import Standing
from ..worded import Definition, Link
from .evidence import STRENGTH
from .standardised import standardised

_DIRECTION = {"up": "Up is better", "down": "Down is better", "none": "Neither is better"}
_EVIDENCE = {
    "quantitative": "Counted or measured",
    "voices": "What people said",
    "ratings": "What people answered when asked to rate",
    "tasks": "What people could do when tested",
    "evaluation": "An evaluation",
}
_KIND = {
    "primary_outcome": "Primary outcome",
    "standardised_output": "Output, counted alike everywhere",
    "provider_output": "Output, as each provider counts it",
    "reach": "Who was reached",
    "experience": "People’s experience",
    "context": "Context",
}
_FREQUENCY = {
    "day": "Days",
    "point": "Single days on which something was counted",
    "month": "Months",
    "quarter": "Quarters",
    "year-01": "Calendar years",
    "year-04": "Financial years, from April to March",
    "year-08": "School years, from August to July",
}
_CUMULATIVE: dict[Cumulative, str] = {
    "financial_year": "Counted from the start of each financial year; we show what was added."
}


def definitions(standing: Standing, page: str) -> tuple[Definition, ...]:
    """What the page at address `page` says of the indicator; blank terms are left out."""
    found = (*_what(standing, page), *_judged(standing), *_origin(standing, page))
    return tuple(d for d in found if any(d.texts) or d.links)


def _what(standing: Standing, page: str) -> Iterator[Definition]:
    indicator, lookup = standing.indicator, standing.lookup
    yield Definition("What it counts", (indicator.definition or indicator.title,))
    yield Definition("Unit", (indicator.unit,))
    for part, id in method_parts(indicator):
        metric = lookup.report.inputs.metrics.get(id)
        texts = [metric.title, metric.description] if metric else [id]
        texts += [_CUMULATIVE[metric.cumulative]] if metric and metric.cumulative else []
        yield Definition(part, tuple(text for text in texts if text))
    yield from standardised(standing)
    stages = (lookup.report.inputs.metrics.get(id) for id in indicator.stages)
    told = (". ".join(filter(None, (m.title, m.description))) for m in stages if m)
    yield Definition("Stages, in order", tuple(told))
    per = getattr(indicator.method, "per", None)
    shown = witness(standing)
    how = shown.method if shown else ""
    how += f", per {per:,.0f}" if per and per != 1 else ""
    yield Definition("Method", (how[:1].upper() + how[1:],))
    yield Definition("Period", (frequency(standing),))
    outcome = next((o for o in lookup.outcomes if o.id == indicator.outcome), None)
    if outcome:
        yield Definition(
            "Outcome", links=(Link(outcome.title, at.link(page, at.outcome(outcome.id))),)
        )
    yield Definition("Stands for", (indicator.proxy_for,))
    yield Definition("Kind", (_KIND[indicator.kind],))
    yield Definition(
        "Evidence", (f"{_EVIDENCE[indicator.evidence]}; {STRENGTH[indicator.design]}",)
    )


def _judged(standing: Standing) -> Iterator[Definition]:
    indicator, lookup = standing.indicator, standing.lookup
    yield Definition("Direction", (_DIRECTION[indicator.direction],))
    since = standing.since
    when = standing.period(since.reference_period) if since and since.reference_period else ""
    if since and since.reference_period == since.period:  # one period only: nothing to compare
        when = ""
    basis = indicator.baseline.basis if indicator.baseline else ""
    first = "" if indicator.baseline or not when else "the first value"
    yield Definition("Baseline", (": ".join(t for t in (when, basis or first) if t) or "None",))
    targets = tuple(_targets(standing))
    yield Definition("Target", targets or ("None set",))
    compared = "; ".join(lookup.area_name(c) for c in standing.comparators)
    yield Definition("Compared with", (compared or "No other place",))
    yield Definition("Margin of error", (margin(standing),))
    breaks = [f"{b.label}: {b.because}" for b in points.breaks(standing)]
    yield Definition("Breaks in the series", tuple(breaks))
    yield Definition("Limits", (indicator.limits,))


def _targets(standing: Standing) -> Iterator[str]:
    """Every target of everyone in the place, by when, and on what it rests."""
    for row in standing.lookup.worked.targets(str(standing.indicator.id), standing.area):
        aim = aimed(
            standing.manner, row.kind, row.value, row.value_to, standing.indicator.direction
        )
        yield f"{aim} by {standing.period(row.period)}{f': {row.basis}' if row.basis else ''}"


def _origin(standing: Standing, page: str) -> Iterator[Definition]:
    indicator, lookup = standing.indicator, standing.lookup
    for source in sources.of(lookup, indicator):
        released = f"Released {periods.day(source.released)}" if source.released else ""
        by = f"From {names.publisher(source.publisher)}" if source.publisher else ""
        link = Link(source.title, sources.web(source.url))
        yield Definition("Source", tuple(t for t in (by, released) if t), (link,))
    yield Definition("Kept by", (indicator.owner,))
    known = tuple(f"{name}: {id}" for name, id in sorted(indicator.identifiers.items()))
    yield Definition("Also known as", known)
    package = next((p for p in lookup.report.inputs.packages if p.id == indicator.package), None)
    licences = package.licences if package else (lookup.report.settings.licence,)
    yield Definition(
        "Licence", links=tuple(Link(one.title, sources.web(one.url)) for one in licences)
    )
    if package:
        yield Definition("Status of the data", (f"{package.title}: {package.status}",))
    yield Definition("Name in the data", (indicator.id,))


def method_parts(indicator: Indicator) -> Iterator[tuple[str, str]]:
    """The metrics of the method by the part that they play: ("Numerator", id)."""
    method = indicator.method
    if not dataclasses.is_dataclass(method):
        return
    for field in dataclasses.fields(method):
        id = getattr(method, field.name)
        if isinstance(id, str) and id in method.metrics:
            yield field.name.replace("_", " ").capitalize(), id


def frequency(standing: Standing) -> str:
    """ "Financial years, from April to March: 2006/07 to 2024/25"."""
    series = [r for r in standing.series if r.value is not None]
    if not series:
        return ""
    first, last = (
        standing.period(r.period).removesuffix(" school year") for r in (series[0], series[-1])
    )
    kind = kind_of_periods(series[-1].frequency)
    span = first if first == last else f"{first} until {last}"
    return f"{kind}: {span}" if kind else span[:1].upper() + span[1:]


def kind_of_periods(frequency: str) -> str:
    """ "Financial years, from April to March"; "" for those that nobody has a word for."""
    if frequency.startswith("years_"):
        return f"{frequency[6:].partition('-')[0]} years together"
    return _FREQUENCY.get(frequency, "")


def witness(standing: Standing) -> Result | None:
    """The result that shows how the indicator is made: the place's latest or, where it has no
    value, the latest of any place."""
    latest = standing.latest
    if latest is not None and latest.value is not None:
        return latest
    rows = standing.lookup.results(standing.indicator.id)
    rows = rows[rows["value"].notna()].sort_values("period_end", kind="stable").tail(1)
    return next(iter(cells.results(rows)), None)


def margin(standing: Standing) -> str:
    """How sure the values are, and who says so."""
    shown = witness(standing)
    if shown is None or shown.lower is None:
        return "None given by the source"
    sure = f"{shown.confidence or 0.95:.0%} interval"
    return f"{sure}, {shown.method}" if shown.method else sure
