"""The funnel of the places or partners that are held against their average."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator import charts
from generator.indicators.methods import Change, Proportion, Rate, Standardised
from generator.model.scale import COUNTED
from generator.wording import names, spreads
from generator.wording.numbers import number
from generator.wording.verdicts import capitalised

from ..charted import titled
from ..figures import Drawn, drawn
from ..known.sources import cited
from ..known.standing import Standing

SIGNALS: dict[str, charts.Signal] = {
    "worse than expected": "worse",
    "better than expected": "better",
    "higher than expected": "higher",
    "lower than expected": "lower",
}


def funnel(
    standing: Standing, page: str, among: str, others: str, named: Sequence[tuple[str, Any]]
) -> Drawn:
    """The figure of the units of one set, each with its name."""
    judged = [unit for _, unit in named if unit.judged]
    first = judged[0]
    period = standing.period(first.period)
    parts = (standing.indicator.title, standing.unit_words, period)
    average = charts.Comparator(
        f"All {names.in_words(len(judged))} {others}",
        first.average,
        standing.manner.bare(first.average),
    )
    chart = charts.Funnel(
        standing.manner.sign,
        _size_of(standing),
        "Partner" if first.organisation else "Place",
        others,
    )(
        charts.About(
            id=f"funnel-{among}",
            title=_title(others, judged),
            subtitle=", ".join(part for part in parts if part),
            measure=standing.indicator.title,
        ),
        tuple(_row(standing, name, unit) for name, unit in named if _drawable(unit)),
        average,
        _curve(standing, among, first.frequency),
    )
    sources = cited(standing.lookup, standing.indicator, period)
    return drawn(chart, page, sources, standing.status, standing.marked)


def _title(others: str, judged: list[Any]) -> str:
    apart, of = sum(unit.verdict in SIGNALS for unit in judged), names.in_words(len(judged))
    if not apart:
        return titled(f"All {of} {others} are as expected", "All are as expected")
    count, lie = capitalised(names.in_words(apart)), "lies" if apart == 1 else "lie"
    return titled(f"{count} of {of} {others} {lie} apart from the rest", f"{count} {lie} apart")


def _size_of(standing: Standing) -> str:
    """What is counted along: the title of the denominator, or what stands for it."""
    method, metrics = standing.indicator.method, standing.lookup.report.inputs.metrics
    if isinstance(method, Standardised):
        return spreads.EXPECTED if method.per is None else spreads.PEOPLE
    if isinstance(method, Change):
        return COUNTED["pairs"]
    if isinstance(method, Proportion | Rate) and method.denominator in metrics:
        return metrics[method.denominator].title
    return "Out of"


def _drawable(unit: Any) -> bool:
    """Whether it is judged, or has no value at all; one of another period is left out."""
    return bool(unit.judged or unit.value != unit.value)


def _row(standing: Standing, name: str, unit: Any) -> charts.FunnelRow:
    def value(given: float) -> charts.Value:
        if given != given:
            return charts.Value(None)
        return charts.Value(given, standing.manner.bare(given))

    if not unit.judged:
        nothing = charts.Value(None)
        return charts.FunnelRow(name, nothing, nothing, words=unit.verdict, code=_code(unit))
    return charts.FunnelRow(
        name,
        charts.Value(unit.size, number(unit.size, 0)),
        value(unit.value),
        value(unit.lower95),
        value(unit.upper95),
        value(unit.lower998),
        value(unit.upper998),
        signal=SIGNALS.get(unit.verdict, "none"),
        words=unit.verdict,
        code=_code(unit),
    )


def _code(unit: Any) -> str:
    return str(unit.organisation or unit.area)


def _curve(standing: Standing, among: str, frequency: str) -> tuple[charts.FunnelLimits, ...]:
    rows = standing.lookup.worked.of("funnel_limits", standing.indicator.id)
    own = (rows["among"] == among) & (rows["frequency"] == frequency)
    columns = ["size", "lower95", "upper95", "lower998", "upper998"]
    return tuple(
        charts.FunnelLimits(*row) for row in rows.loc[own, columns].itertuples(index=False)
    )
