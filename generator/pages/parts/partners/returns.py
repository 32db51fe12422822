"""Who reports what: partners, the programmes that they report under, and what did not come in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from generator.model.indicator import Indicator
from generator.model.partner import Organisation, Programme

from ..known.cells import By
from ..known.lookup import Lookup
from ..known.standing import Standing


@dataclass(frozen=True)
class Reported:
    """An indicator as one partner reports it, and the programme that it stands beside ("": all)."""

    own: Standing
    programme: str

    @property
    def whole(self) -> Standing:
        """The whole of the programme in the same place."""
        return replace(self.own, by=("", self.programme))


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
    def reporting(self) -> tuple[Organisation, ...]:
        """The partners that have given numbers, by name."""
        given = {organisation for organisation, _ in self._pairs}
        return tuple(o for o in self.partners if o.organisation in given)

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

    def _standings(self, indicator: Indicator, by: By) -> tuple[Standing, ...]:
        areas = self._areas.get(by, {}).get(indicator.id, ())
        return tuple(Standing(self.lookup, indicator, area, by) for area in areas)

    def of_programme(self, programme: str, organisation: str = "") -> tuple[Standing, ...]:
        """What a programme adds up to, or what one partner reports under it: by indicator, in the
        order of the pathway."""
        by = (organisation, programme)
        return tuple(s for i in self.lookup.ordered for s in self._standings(i, by))

    def of_partner(self, organisation: str) -> tuple[Reported, ...]:
        """What an organisation reports, by indicator in the order of the pathway.

        Under one programme it stands beside the whole of that. Under several there is a row for
        all of them, where they add up, and one for each.
        """
        under = [p.programme for p in self.programmes_of(organisation)]
        return tuple(
            reported
            for indicator in self.lookup.ordered
            for reported in self._of_partner(indicator, organisation, under)
        )

    def _of_partner(
        self, indicator: Indicator, organisation: str, under: Iterable[str]
    ) -> Iterator[Reported]:
        every = self._standings(indicator, (organisation, ""))
        parts = [
            Reported(standing, programme)
            for programme in under
            for standing in self._standings(indicator, (organisation, programme))
        ]
        programmes = {part.programme for part in parts}
        if len(programmes) == 1:
            aimed = any(s.towards and s.towards.reference_value is not None for s in every)
            # Its target may be set for all that it does, which is what it does here.
            yield from (Reported(s, *programmes) for s in every) if aimed else parts
        else:
            yield from (Reported(standing, "") for standing in every)
            yield from parts
