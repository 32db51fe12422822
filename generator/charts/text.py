"""How wide a text is at most, and where its lines break; no label is ever cut."""

from __future__ import annotations

import unicodedata

from generator.charts.advances import BOLD, REGULAR

ASCENT, DESCENT = 0.93, 0.24
"""How far DejaVu Sans reaches above and below its baseline, as a share of the text size."""

_WIDEST = 1.35  # an emoji, or a script that the table leaves out


def _table(runs: tuple[tuple[int, str], ...]) -> dict[int, float]:
    return {
        first + place: int(thousandths) / 1000
        for first, widths in runs
        for place, thousandths in enumerate(widths.split())
    }


_ADVANCES = {False: _table(REGULAR), True: _table(BOLD)}


def clean(text: str) -> str:
    """The text on one line: runs of blanks and control characters become one space."""
    kept = (
        " " if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") else char for char in text
    )
    return " ".join("".join(kept).split())


def width(text: str, size: float, bold: bool = False) -> float:
    """An upper bound for the width of `text` in pixels at `size` pixels."""
    table = _ADVANCES[bold]
    return size * sum(
        0.0 if unicodedata.combining(char) else table.get(ord(char), _WIDEST) for char in text
    )


def wrap(text: str, limit: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """The lines of `text`, each at most `limit` pixels wide; a word wider than that is broken.

    All characters but the blanks at line ends are kept.
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width(longer, size, bold) <= limit:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _broken(word, limit, size, bold)
        lines.extend(full)
    return (*lines, line)


def _broken(word: str, limit: float, size: float, bold: bool) -> list[str]:
    pieces = [""]
    for char in word:
        if pieces[-1] and width(pieces[-1] + char, size, bold) > limit:
            pieces.append("")
        pieces[-1] += char
    return pieces
