"""Who reports what: partners, the programmes that they report under, and what did not come in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.model.partner import Organisation, Programme

from .cells import By, Result
from .lookup import Lookup
from .standing import Standing

_Under = tuple[str, str, str]  # an indicator, an area and a programme
_When = tuple[date, str, str]  # the last day, the frequency and the period
WITHHELD = frozenset("cz")
"""A value with one of these flags came in, and is not shown or does not apply."""


@dataclass(frozen=True)
class Returns:
    """The report by partner; made once by each page type that needs it."""

    lookup: Lookup

    @cached_property
    def partners(self) -> tuple[Organisation, ...]:
        """All partners, by name."""
        known = self.lookup.report.inputs.organisations.values()
        return tuple(sorted(known, key=lambda o: (o.name.casefold(), o.organisation)))

    @cached_property
    def programmes(self) -> tuple[Programme, ...]:
        """All programmes, by name."""
        known = self.lookup.report.inputs.programmes.values()
        return tuple(sorted(known, key=lambda p: (p.name.casefold(), p.programme)))

    @cached_property
    def _pairs(self) -> frozenset[By]:
        """Which organisation has given numbers under which programme."""
        rows = self.lookup.report.inputs.values[["organisation", "programme"]].drop_duplicates()
        return frozenset(zip(rows["organisation"], rows["programme"], strict=True))

    def partners_in(self, programme: str) -> tuple[Organisation, ...]:
        """The partners that have given numbers under a programme, by name."""
        return tuple(o for o in self.partners if (o.organisation, programme) in self._pairs)

    def programmes_of(self, organisation: str) -> tuple[Programme, ...]:
        """The programmes under which an organisation has given numbers, by name."""
        return tuple(p for p in self.programmes if (organisation, p.programme) in self._pairs)

    # Numbers ----------------------------------------------------------------------------------

    @cached_property
    def _areas(self) -> Mapping[By, Mapping[str, tuple[str, ...]]]:
        """The areas for which there are results, by partner and by indicator: the main one alone
        where it is among them."""
        found: dict[By, dict[str, list[str]]] = {}
        for id, area, by in self.lookup.partners_series:
            found.setdefault(by, {}).setdefault(id, []).append(area)
        main = self.lookup.main_area
        return {
            by: {
                id: (main,) if main in areas else tuple(sorted(areas, key=self.lookup.area_name))
                for id, areas in own.items()
            }
            for by, own in found.items()
        }

    def of(self, *parts: By) -> tuple[Standing, ...]:
        """What these report, by indicator in the order of the pathway, then as named."""
        return tuple(
            Standing(self.lookup, indicator, area, by)
            for indicator in self.lookup.ordered
            for by in parts
            for area in self._areas.get(by, {}).get(indicator.id, ())
        )

    def of_partner(self, organisation: str) -> tuple[Standing, ...]:
        """What an organisation reports: under each programme, else under none."""
        programmes = [p.programme for p in self.programmes_of(organisation)]
        under = self.of(*((organisation, programme) for programme in programmes))
        told = {standing.indicator.id for standing in under}
        others = (s for s in self.of((organisation, "")) if s.indicator.id not in told)
        order = {indicator.id: n for n, indicator in enumerate(self.lookup.ordered)}
        return tuple(sorted((*under, *others), key=lambda s: order[s.indicator.id]))

    # What did not come in ---------------------------------------------------------------------

    @cached_property
    def _by_partner(self) -> Mapping[_Under, Mapping[str, tuple[Result, ...]]]:
        """What each organisation reports of an indicator."""
        found: dict[_Under, dict[str, tuple[Result, ...]]] = {}
        for (id, area, (organisation, programme)), series in self.lookup.partners_series.items():
            if organisation:
                found.setdefault((id, area, programme), {})[organisation] = series
        return found

    def reporters(self, standing: Standing) -> tuple[Organisation, ...]:
        """The partners that have ever given a value towards a programme's total, by name."""
        reported = self._by_partner.get(_under(standing), {})
        valued = {id for id, series in reported.items() if any(r.value is not None for r in series)}
        return tuple(partner for partner in self.partners if partner.organisation in valued)

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

    def missing(self, standing: Standing) -> tuple[str, ...]:
        """The periods, in order of time, for which others in a programme gave a value and one
        partner did not: after its own first, and as long as the ones that it reports."""
        first = min((r.end for r in standing.series if r.value is not None), default=None)
        if first is None:
            return ()
        came = {r.period for r in standing.series if _came(r)}
        frequencies = {r.frequency for r in standing.series}
        due = self._due.get(_under(standing), frozenset()) | {_when(r) for r in standing.series}
        return tuple(
            period
            for end, frequency, period in sorted(due)
            if frequency in frequencies and end > first and period not in came
        )


def whole(standing: Standing) -> Standing:
    """The whole of the programme that a partner reports under, else of the place."""
    return Standing(standing.lookup, standing.indicator, standing.area, ("", standing.by[1]))


def _under(standing: Standing) -> _Under:
    return standing.indicator.id, standing.area, standing.by[1]


def _when(result: Result) -> _When:
    return result.end, result.frequency, result.period


def _came(result: Result) -> bool:
    return result.value is not None or not WITHHELD.isdisjoint(result.flags)


def in_period(standing: Standing, period: str) -> Result | None:
    """The result of one period; None where there is none, or none with a value."""
    found = (r for r in standing.series if r.period == period and r.value is not None)
    return next(found, None)
