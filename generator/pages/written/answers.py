"""What stands in a page where someone wrote a call: a live number or a finding, linked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.errors import Problem, did_you_mean, error
from generator.model.indicator import Indicator

from ..parts import address as at
from ..parts import sentences
from ..parts.escape import escape
from ..parts.lookup import Lookup
from ..parts.standing import Standing
from .clean import End, Piece, Start, Text
from .live import HOLDER, Call


@dataclass(frozen=True)
class Answer:
    """The words for a call, the link to their working, and the indicator that they speak of.

    `marked` as made up, where not the whole site is.
    """

    words: str
    href: str
    indicator: Indicator
    marked: bool

    def html(self, linked: bool) -> Markup:
        """As it stands in the page: `linked` unless it is in a link already."""
        words = escape(self.words)
        if linked:
            words = Markup(f'<a href="{escape(self.href)}">{words}</a>')
        return Markup(f"{words} &#40;illustrative&#41;") if self.marked else words


def answer(call: Call, lookup: Lookup, address: str) -> Answer | Problem:
    """What `call` stands for in the page at `address`, or why nothing can stand there."""
    inputs = lookup.report.inputs
    if call.id not in inputs.indicators:
        what = f"there is no indicator '{call.id}'"
        return error(call.where, what, did_you_mean(call.id, inputs.indicators), call.id)
    area = call.place or lookup.main_area
    if area not in lookup.place_codes:
        hint = did_you_mean(area, lookup.place_codes)
        return error(call.where, f"there is no page of a place '{area}'", hint, area)
    standing = Standing(lookup, inputs.indicators[call.id], area)
    words = _words(call, standing)
    if not words or not standing.card:
        reason = sentences.reason(standing).rstrip(".")
        why = f" ({reason})" if reason else ""
        place = lookup.area_name(area)
        what = f"{call.id} has no {call.name} for everyone in {place}{why}"
        hint = 'Take the sentence out, or name a place that has one: place="…".'
        return error(call.where, what, hint, call.id)
    href = at.link(address, standing.card.working or at.indicator(call.id))
    return Answer(words, href, standing.indicator, standing.marked)


def _words(call: Call, standing: Standing) -> str:
    """A finding, or the value that the card shows; where a group stands for all, it has none."""
    card, latest = standing.card, standing.latest
    if call.name == "finding":
        return sentences.on_a_card(standing) if card and card.finding else ""
    if standing.group or not card or not latest or latest.value is None:
        return ""
    return standing.said(latest.value)


def put_in(pieces: Iterable[Piece], answers: Sequence[Answer]) -> tuple[Piece, ...]:
    """The pieces with an answer in each place that is held for one.

    In a link or in code an answer is no link of its own.
    """
    inside = 0
    put: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Start | End) and piece.tag in ("a", "code"):
            inside += 1 if isinstance(piece, Start) else -1
        if not isinstance(piece, Text):
            put.append(piece)
            continue
        for n, text in enumerate(HOLDER.split(piece.text)):
            if n % 2 == 0:
                put.append(Text(text))
            elif int(text) < len(answers):  # else it was typed: a reference to such a character
                put.append(Text(answers[int(text)].html(not inside)))
    return tuple(put)
