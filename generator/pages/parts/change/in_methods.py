"""What Data and methods says of change in people."""

from __future__ import annotations

from dataclasses import dataclass

from generator.wording import change as wording

from .. import address as at
from ..known.lookup import Lookup
from ..worded import Link
from .said import licence


@dataclass(frozen=True)
class InMethods:
    """The sentences that stand on other pages too, and the lines of all scales."""

    caveat: str
    never_a_mean: str
    not_people: str
    licences: tuple[str, ...]
    page: Link


def in_methods(lookup: Lookup) -> InMethods | None:
    """None where nobody is assessed before and after."""
    used = lookup.worked.changed.used
    if not used:
        return None
    return InMethods(
        wording.CAVEAT,
        wording.NEVER_A_MEAN,
        wording.NOT_PEOPLE,
        licence(*used),
        Link("Change in people, all scales", at.link(at.METHODS, at.CHANGE)),
    )
