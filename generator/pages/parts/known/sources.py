"""Where an indicator's numbers come from, as it is cited under charts and in definitions."""

from __future__ import annotations

from generator.model.indicator import Indicator
from generator.model.source import Source
from generator.wording import names

from ..worded import Cited, Link
from .lookup import Lookup


def of(lookup: Lookup, indicator: Indicator) -> tuple[Source, ...]:
    """The indicator's own source, else those of its metrics, else those of its package."""
    if indicator.source:
        return (indicator.source,)
    inputs = lookup.report.inputs
    metrics = (inputs.metrics.get(id) for id in indicator.method.metrics)
    found = dict.fromkeys(metric.source for metric in metrics if metric and metric.source)
    if found:
        return tuple(found)
    return tuple(
        source
        for package in inputs.packages
        if package.id == indicator.package
        for source in package.sources
    )


def cited(lookup: Lookup, indicator: Indicator, period: str = "") -> tuple[Cited, ...]:
    """The same, ready to be shown, with the period that was taken."""
    return tuple(
        Cited(Link(source.title, web(source.url)), names.publisher(source.publisher), period)
        for source in of(lookup, indicator)
    )


def web(url: str) -> str:
    """`url` where it is an address of the web, else nothing: no other kind may be a link."""
    return url if url.startswith(("https://", "http://")) else ""
