"""What stands in a page where someone wrote a call, and all that comes along with it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.errors import Problem, did_you_mean, error
from generator.model.page import File

from ..parts.escape import escape
from ..parts.known.lookup import Lookup
from ..parts.known.standing import Standing
from .calls import Call


@dataclass(frozen=True)
class Spot:
    """Where a call stands: in the page at `address`, under a heading of `level`.

    `id` is that of a figure put there; `again` counts those like it that stand before it.
    """

    lookup: Lookup
    address: str
    level: int
    id: str = ""
    again: int = 0


@dataclass(frozen=True)
class Words:
    """A text that stands in a sentence, and the link to how it was worked out.

    `marked` as made up, where not the whole site is.
    """

    text: str
    href: str
    marked: bool

    def html(self, linked: bool) -> Markup:
        """As it stands in the page: `linked` unless it is in a link already."""
        words = escape(self.text)
        if linked:
            words = Markup(f'<a href="{escape(self.href)}">{words}</a>')
        return Markup(f"{words} &#40;illustrative&#41;") if self.marked else words


@dataclass(frozen=True)
class Evidence:
    """Where the evidence of a claim stands; it is `marked` as made up where not all is."""

    href: str
    marked: bool


@dataclass(frozen=True)
class Block:
    """A part of a page; one that is a `card` shares a row with those beside it."""

    html: Markup
    card: bool = False


@dataclass(frozen=True)
class Answer:
    """What is shown, the ids of the indicators and stories that it speaks of, and its files."""

    shown: Words | Evidence | Block
    about: tuple[str, ...]
    files: tuple[File, ...] = ()


def standing(call: Call, lookup: Lookup) -> Standing | Problem:
    """The indicator and the place that a call names, or which of the two there is none of."""
    known = lookup.report.inputs.indicators
    if call.id not in known:
        hint = did_you_mean(call.id, known)
        return error(call.where, f"there is no indicator '{call.id}'", hint, call.id)
    area = call.place or lookup.main_area
    if area not in lookup.place_codes:
        hint = did_you_mean(area, lookup.place_codes)
        return error(call.where, f"there is no page of a place '{area}'", hint, area)
    return Standing(lookup, known[call.id], area)
