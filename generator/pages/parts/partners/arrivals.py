"""What came in from partners, and what did not: by whom, and for which periods."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.model.partner import Organisation

from ..known.cells import Result
from ..known.standing import Standing
from .returns import Reported, Returns

_Under = tuple[str, str, str]  # an indicator, an area and a programme
_When = tuple[date, str, str]  # the last day, the frequency and the period
WITHHELD = frozenset("cz")
"""A value with one of these flags came in, and is not shown or does not apply."""


@dataclass(frozen=True)
class Arrivals:
    """Every partner's values by indicator, area and programme; made once by each page type."""

    returns: Returns

    @cached_property
    def _by_partner(self) -> Mapping[_Under, Mapping[str, tuple[Result, ...]]]:
        """What each organisation reports of an indicator."""
        found: dict[_Under, dict[str, tuple[Result, ...]]] = {}
        for part, series in self.returns.lookup.partners_series.items():
            id, area, (organisation, programme) = part
            if organisation:
                found.setdefault((id, area, programme), {})[organisation] = series
        return found

    def reporters(self, standing: Standing) -> tuple[Organisation, ...]:
        """The partners that have ever given a value towards a programme's total, by name."""
        reported = self._by_partner.get(_under(standing), {})
        valued = {id for id, series in reported.items() if any(r.value is not None for r in series)}
        return tuple(partner for partner in self.returns.partners if partner.organisation in valued)

    def silent(self, standing: Standing) -> tuple[Organisation, ...]:
        """Those of them that gave none for its latest period."""
        reported = self._by_partner.get(_under(standing), {})
        latest = standing.latest.period if standing.latest else ""
        return tuple(
            partner
            for partner in self.reporters(standing)
            if not any(r.period == latest and _came(r) for r in reported[partner.organisation])
        )

    @cached_property
    def _due(self) -> Mapping[_Under, frozenset[_When]]:
        """The periods for which any partner gave a value."""
        return {
            key: frozenset(
                _when(r) for series in own.values() for r in series if r.value is not None
            )
            for key, own in self._by_partner.items()
        }

    def missing(self, reported: Reported) -> tuple[str, ...]:
        """The periods, in order of time, for which others in the programme gave a value and the
        partner did not: after its own first, and as long as the ones that it reports."""
        own = reported.own
        first = min((r.end for r in own.series if r.value is not None), default=None)
        if first is None:
            return ()
        came = {r.period for r in own.series if _came(r)}
        frequencies = {r.frequency for r in own.series}
        due = self._due.get(_under(reported.whole), frozenset()) | {_when(r) for r in own.series}
        return tuple(
            period
            for end, frequency, period in sorted(due)
            if frequency in frequencies and end > first and period not in came
        )


def in_period(standing: Standing, period: str) -> Result | None:
    """The result of one period; None where there is none, or none with a value."""
    found = (r for r in standing.series if r.period == period and r.value is not None)
    return next(found, None)


def _under(standing: Standing) -> _Under:
    return standing.indicator.id, standing.area, standing.by[1]


def _when(result: Result) -> _When:
    return result.end, result.frequency, result.period


def _came(result: Result) -> bool:
    return result.value is not None or not WITHHELD.isdisjoint(result.flags)
