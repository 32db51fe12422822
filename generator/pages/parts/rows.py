"""Indicators as rows of tables: everything worded, nothing left blank."""

from __future__ import annotations

from collections.abc import Iterable

from . import address as at
from . import facts, sentences
from .indicator.evidence import STRENGTH
from .known.standing import Standing
from .shapes import verdict
from .worded import Column, Link, Reasoned, Row, Text

PROVE = (
    Column("Indicator"),
    Column("Baseline", numeric=True),
    Column("Latest", numeric=True, big=True),
    Column("Change", numeric=True),
    Column("Target", numeric=True),
    Column("Against", numeric=True),
    Column("Verdict"),
    Column("Strength of evidence"),
)


BY_GROUP = "By group"
INTERVALS = "Under a change stands where the true change most likely lies (95% interval)."


def intervals(standings: Iterable[Standing]) -> str:
    """`INTERVALS` where any change has one, else ""."""
    return INTERVALS if any(facts.change_interval(s) for s in standings) else ""


def prove(standing: Standing, page: str) -> Row:
    """An indicator's row of the prove overview and of its outcome's page."""
    baseline, change, comparator, target = facts.facts(standing)
    indicator = standing.indicator
    return Row(
        head=Link(indicator.title, at.link(page, at.indicator(indicator.id))),
        note=standing.unit_words,
        cells=(
            Text(baseline.value, _baseline_period(standing)),
            latest(standing),
            Text(change.value, facts.change_interval(standing)),
            Text(target.value, "" if target.value == facts.NONE_SET else target.note),
            Text(comparator.value, comparator.term if standing.has_comparator else ""),
            Reasoned(verdict(standing.verdict, standing.provisional), sentences.reason(standing)),
            Text(STRENGTH[indicator.design]),
        ),
    )


def latest(standing: Standing) -> Text:
    """The latest value with its period under it."""
    result = standing.latest
    if result is None or result.value is None:
        return Text("[x]")
    if standing.by_group_only:
        return Text(BY_GROUP, standing.short_period(result.period))
    flags = "".join(f" [{flag}]" for flag in result.flags)
    return Text(f"{standing.shown(result.value)}{flags}", standing.short_period(result.period))


def _baseline_period(standing: Standing) -> str:
    since = standing.since
    if since is None or standing.baseline is None:
        return ""
    return standing.short_period(since.reference_period)
