"""Pieces of HTML with the tags that they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .clean import VOID, End, Piece, Start


def with_above(parts: Sequence[Piece]) -> Iterator[tuple[Piece, Sequence[Start]]]:
    """Each piece with the tags that it stands in, as they are when it is given.

    A tag that is never closed ends with the one around it, and an end without a start ends
    nothing: one wrong tag says nothing of what stands after it.
    """
    above: list[Start] = []
    for piece in parts:
        yield piece, above
        if isinstance(piece, Start) and piece.tag not in VOID:
            above.append(piece)
        elif isinstance(piece, End) and any(each.tag == piece.tag for each in above):
            while above.pop().tag != piece.tag:
                pass
