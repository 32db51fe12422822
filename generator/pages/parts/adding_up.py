"""What a reader must know before adding up the parts beside a total."""

from __future__ import annotations

from collections.abc import Iterable

from generator.checks.sums import ABSOLUTE, RELATIVE
from generator.checks.ways import children
from generator.indicators.methods.count import Count
from generator.indicators.methods.sum import Sum
from generator.model.metric import Breakdown
from generator.wording.numbers import with_unit

from .known.cells import Result
from .known.standing import Standing

AS_PUBLISHED = "The parts may not add up to the total: each stands as it was published."
ALL = 100.0
DUST = 1e-6
"""A difference smaller than this is how numbers are kept, not what was counted."""


def of_groups(standing: Standing, breakdown: Breakdown, found: Iterable[Result]) -> str:
    """What to say under the groups of a breakdown in one period, "" where nothing is to be said.

    Categories that overlap: that one person (or case) counts in several. Others: that they may
    not add up, where they don't.
    """
    if breakdown.overlap:
        return _overlap(standing)
    nested = {f"{breakdown.id}={c.id}" for c in breakdown.categories.values() if c.within}
    return of_parts(standing, (r for r in found if r.group not in nested))


def of_places(standing: Standing, found: Iterable[Result]) -> str:
    """The same under a table of places, for those of one kind in the place."""
    by_area = {r.area: r for r in found}
    for (whole, _), codes in children(standing.lookup.report.inputs).items():
        listed = [by_area[code] for code in sorted(codes) if code in by_area]
        complete = whole == standing.area and len(listed) == len(codes)
        if complete and (said := of_parts(standing, listed)):
            return said
    return ""


def of_parts(standing: Standing, found: Iterable[Result]) -> str:
    """That parts and total differ, by less than makes them disagree; "" where they don't."""
    parts = list(found)
    whole = next((r for r in standing.series if parts and r.period == parts[0].period), None)
    if not _is_counted(standing) or whole is None or whole.value is None or whole.computed:
        return ""
    values = [r.value for r in parts if r.value is not None and r.period == whole.period]
    if len(values) < len(parts):
        return ""
    apart = abs(sum(values) - whole.value)
    within = max(ABSOLUTE, RELATIVE * abs(whole.value))
    return AS_PUBLISHED if DUST < apart <= within else ""


def of_shares(standing: Standing, percent: Iterable[float]) -> str:
    """What to say under the shares of all that categories have which overlap."""
    more = "add up" if sum(percent) > ALL else "can add up"
    return f"{_one(standing)} can be in several of these, so the shares {more} to more than 100%."


def _one(standing: Standing) -> str:
    """ "One person", "One referral"; "One case" where the unit is no plain plural."""
    metrics = standing.lookup.report.inputs.metrics
    counted = {metrics[id].counts for id in standing.indicator.method.metrics if id in metrics}
    if "people" in counted:
        return "One person"
    unit = standing.indicator.unit
    one = with_unit("1", unit).removeprefix("1 ")
    return f"One {one}" if _is_counted(standing) and f"{one}s" == unit else "One case"


def _overlap(standing: Standing) -> str:
    said = f"{_one(standing)} can be in several of these"
    if _is_counted(standing):
        return f"{said}, so they can add up to more than the total."
    if standing.indicator.unit == "%":
        return f"{said}, so they can add up to more than 100%."
    return f"{said}."


def _is_counted(standing: Standing) -> bool:
    return isinstance(standing.indicator.method, Count | Sum)
