"""Where in a page its calls stand, and their answers put there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import count, groupby

from markupsafe import Markup

from generator.errors import Problem, error

from .above import with_above
from .answer import Answer, Block, Words
from .calls import HOLDER, Call
from .clean import HEADINGS, TAGS, End, Piece, Start, Text

_MADE = TAGS | {"h1", "h5", "h6"}
"""What Markdown makes; anything else that a call stands in was typed as HTML."""
_ALONE = "Put it on a line of its own, with an empty line above and below it."


def figure_ids(calls: Sequence[Call], taken: Collection[str]) -> tuple[str, ...]:
    """An id for the figure of each call: none of them begins one that is `taken` in the page."""
    used = list(taken)
    for call in calls:
        base = f"{call.name}-{call.id}-{call.given.get('kind', 'trend')}" if call.id else "drawn"
        ids = (base if n == 1 else f"{base}-{n}" for n in count(1))
        used.append(next(id for id in ids if not any(each.startswith(id) for each in used)))
    return tuple(used[len(taken) :])


def levels(parts: Sequence[Piece]) -> Mapping[int, int]:
    """The level of the heading over each call, 1 where it stands over the first."""
    level, found = 1, dict[int, int]()
    for piece in parts:
        if isinstance(piece, Start) and piece.tag in HEADINGS:
            level = int(piece.tag[1])
        for number in _held(piece):
            found[number] = level
    return found


def not_alone(parts: Sequence[Piece], calls: Sequence[Call]) -> list[Problem]:
    """The blocks that stand in a sentence, a list, a heading or a table."""
    alone = {n for numbers in _alone(parts, calls).values() for n in numbers}
    # What stands in HTML is not told of again: that is refused itself.
    found = dict.fromkeys(
        n
        for piece, above in with_above(parts)
        for n in _held(piece)
        if n < len(calls) and not any(map(_is_typed, above))
    )
    return [
        error(
            calls[n].where,
            f"{calls[n].name} does not stand alone on its line",
            _ALONE,
            calls[n].name,
        )
        for n in found
        if calls[n].block and n not in alone
    ]


def put_in(
    parts: Sequence[Piece], calls: Sequence[Call], answers: Sequence[Answer]
) -> tuple[Piece, ...]:
    """The pieces with an answer in each place that is held for one.

    In a link or in code an answer is no link of its own. Blocks that follow each other and are
    cards stand in one row.
    """
    alone = _alone(parts, calls)
    put: list[Piece] = []
    blocks: list[Block] = []
    inside = skip = 0
    for index, piece in enumerate(parts):
        if index in alone:
            shown = [answers[n].shown for n in alone[index]]
            blocks += [each for each in shown if isinstance(each, Block)]
            skip = 3  # <p>, the text that holds them, </p>
        if skip:
            skip -= 1
            continue
        if isinstance(piece, Start | End) and piece.tag in ("a", "code"):
            inside += 1 if isinstance(piece, Start) else -1
        if blocks and not (isinstance(piece, Text) and not piece.text.strip()):
            put.append(Text(_together(blocks)))
            blocks = []
        put += _answered(piece, answers, inside) if isinstance(piece, Text) else [piece]
    return (*put, Text(_together(blocks))) if blocks else tuple(put)


def _held(piece: Piece) -> Iterator[int]:
    """The calls that a piece holds the places of."""
    if isinstance(piece, Text):
        yield from (int(found[1]) for found in HOLDER.finditer(piece.text))


def _alone(parts: Sequence[Piece], calls: Sequence[Call]) -> dict[int, tuple[int, ...]]:
    """The blocks of each paragraph that holds nothing else, by where the paragraph starts.

    It stands in the page itself: not in a list or a quotation.
    """
    found = dict[int, tuple[int, ...]]()
    for index, (piece, above) in enumerate(with_above(parts)):
        is_first = isinstance(piece, Start) and piece.tag == "p" and not above
        if is_first and _only_blocks(parts[index + 1 :][:2], calls):
            found[index] = tuple(_held(parts[index + 1]))
    return found


def _is_typed(tag: Start) -> bool:
    """Whether it is HTML that someone typed: a `div` of Markdown's has a class."""
    return tag.tag not in _MADE or (tag.tag == "div" and not tag.attributes)


def _only_blocks(inside: Sequence[Piece], calls: Sequence[Call]) -> bool:
    match inside:
        case [Text(text), End("p")]:
            numbers = [int(found[1]) for found in HOLDER.finditer(text)]
            only = bool(numbers) and not HOLDER.sub("", text).strip()
            return only and all(n < len(calls) and calls[n].block for n in numbers)
    return False


def _together(blocks: Sequence[Block]) -> Markup:
    html = Markup()
    for cards, own in groupby(blocks, lambda block: block.card):
        inside = Markup("\n").join(block.html for block in own)
        row = Markup('<ul class="cards">\n{}\n</ul>').format(inside) if cards else inside
        html += Markup('<div class="live">\n{}\n</div>\n').format(row)
    return html


def _answered(piece: Text, answers: Sequence[Answer], inside: int) -> Iterator[Text]:
    for n, text in enumerate(HOLDER.split(piece.text)):
        if n % 2 == 0:
            yield Text(text)
        elif int(text) < len(answers):  # else it was typed: a reference to such a character
            shown = answers[int(text)].shown
            if isinstance(shown, Words):
                yield Text(shown.html(not inside))
