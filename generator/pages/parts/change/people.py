"""Change in people on the page of a partner or a programme: its scales, one after the other."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.page import File
from generator.wording import change as wording
from generator.wording import names

from .. import address as at
from ..indicator.indicator_tables import Part
from ..known.changed import OfScale
from ..known.lookup import Lookup
from ..worded import Link
from .by_whom import Folded, by_partner
from .scale_parts import scale_part


@dataclass(frozen=True)
class People:
    """A section with one below it for each scale; `all` leads to the page that holds all."""

    lead: str
    caveat: str
    parts: tuple[Part, ...]
    all: Link
    files: tuple[File, ...]


def people(
    lookup: Lookup, page: str, name: str, *, organisation: str = "", programme: str = ""
) -> People | None:
    """What one partner or one programme has; None where it has none of it."""
    found = lookup.worked.changed.of(organisation, programme)
    if not found:
        return None
    made = [
        scale_part(lookup, one, page, name, _partners(lookup, page, one, programme))
        for one in found
    ]
    return People(
        _lead(found),
        wording.CAVEAT,
        tuple(part for part, _ in made),
        Link("Every scale, of everyone", at.link(page, at.CHANGE)),
        tuple(file for _, drawn in made for file in drawn.files),
    )


def _partners(lookup: Lookup, page: str, found: OfScale, programme: str) -> Folded:
    """The partners in a programme."""
    changed, scale = lookup.worked.changed, found.scale
    own = changed.partners_in(str(scale.id), programme) if programme else ()
    return by_partner(lookup, page, scale, own)


def _lead(found: tuple[OfScale, ...]) -> str:
    if len(found) == 1:
        return f"People were assessed before and after on one scale: {found[0].scale.title}."
    many = names.in_words(len(found))
    return f"People were assessed before and after on {many} scales. They are never averaged."
