"""What is said of one cell, and which claims hold of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.model import words
from generator.wording import names
from generator.wording.verdicts import tone

from ...parts.known.cells import Reading
from ...parts.known.lookup import Lookup
from .wordings import GAPS, Says, written

# Of a breakdown's groups one is enough, and none may say one of these.
_DENIED: Mapping[str, tuple[str, ...]] = {
    "narrowing": ("widening",),
    "widening": ("narrowing",),
    "no clear change": ("narrowing", "widening"),
    "no clear gap": ("clear gap",),
    **dict.fromkeys(
        ("too small to say", "cannot say"),
        ("narrowing", "widening", "no clear change", "clear gap", "no clear gap"),
    ),
}


@dataclass(frozen=True)
class Cell:
    """What is said of a place or a group there (`own`), and of each group in it."""

    lookup: Lookup
    name: str
    own: tuple[Reading, ...]
    groups: tuple[Reading, ...]

    def asked(self, said: Says) -> tuple[Reading, ...]:
        """The readings that a claim speaks of."""
        every = (*self.own, *self.groups) if said.readings[0] in GAPS else self.own
        held = (e for reading in said.readings for e in every if e.reading == reading)
        return tuple(e for e in held if not said.other or _plain(said.other) in self._names(e))

    def holds(self, said: Says) -> Reading | None:
        """The reading that bears a claim, None where it does not hold."""
        asked = self.asked(said)
        if said.readings[0] in GAPS:
            denied = {each for verdict in said.verdicts for each in _DENIED.get(verdict, ())}
            if denied.intersection(each.verdict for each in asked):
                return None
        return next((each for each in asked if each.verdict in said.verdicts), None)

    @cached_property
    def holding(self) -> tuple[str, ...]:
        """Every claim that holds as it is written, but those of verdicts that say nothing."""
        every = (*self.own, *(each for each in self.groups if each.reading in GAPS))
        telling = (each for each in every if tone(each.verdict) != "wait")
        return tuple(dict.fromkeys(self.written(e) for e in telling if self.holds(self._says(e))))

    def written(self, reading: Reading) -> str:
        """What it says, as a claim."""
        return written(reading.reading, reading.verdict, self._other(reading))

    def others(self, said: Says) -> tuple[str, ...]:
        """The names of the places or breakdowns that such a claim could speak of."""
        readings = (e for e in (*self.own, *self.groups) if e.reading in said.readings)
        return tuple(dict.fromkeys(filter(None, map(self._other, readings))))

    def _says(self, reading: Reading) -> Says:
        return Says((reading.reading,), frozenset((reading.verdict,)), self._other(reading))

    def _other(self, reading: Reading) -> str:
        """The name of the place that a reading compares with, or of its breakdown; maybe ""."""
        code = reading.reference_area
        if reading.reading == words.AGAINST_COMPARATOR and code:
            inputs = self.lookup.report.inputs
            similar = code == names.SIMILAR
            return self.lookup.area_name(code) if similar else names.area(code, inputs)
        return self._breakdown(reading) if reading.reading in GAPS else ""

    def _breakdown(self, reading: Reading) -> str:
        name = reading.group.partition("=")[0]
        known = self.lookup.report.inputs.breakdowns
        return next((each.title.lower() for id, each in known.items() if id == name), name)

    def _names(self, reading: Reading) -> Collection[str]:
        """What may stand in the place of what it compares with."""
        same = {self._other(reading), reading.reference_area}
        if reading.reading in GAPS:
            name = reading.group.partition("=")[0]
            same = {self._other(reading), name, name.replace("_", " ")}
            same |= {names.plural(each) for each in same}
        elif reading.reference_area == names.SIMILAR:
            same.add(names.middle_of(0))
        return {_plain(each) for each in same}


def _plain(name: str) -> str:
    """A name in small letters, without its article."""
    return name.casefold().removeprefix("the ")
