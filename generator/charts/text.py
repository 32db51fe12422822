"""How wide a text is at most, and where its lines break; no label is ever cut."""

from __future__ import annotations

import unicodedata

from generator.charts.advances import BOLD, REGULAR

ASCENT, DESCENT = 0.93, 0.24
"""How far DejaVu Sans reaches above and below its baseline, as a share of the text size."""

_WIDEST = 1.35  # an emoji, or a script that the table leaves out


class _Advances(dict[str, float]):
    """Each character's width at size 1: 0 for marks over others, the widest for unknown ones."""

    def __init__(self, runs: tuple[tuple[int, str], ...]) -> None:
        for first, widths in runs:
            for place, thousandths in enumerate(widths.split()):
                char = chr(first + place)
                self[char] = 0.0 if unicodedata.combining(char) else int(thousandths) / 1000

    def __missing__(self, char: str) -> float:
        return 0.0 if unicodedata.combining(char) else _WIDEST


_ADVANCES = {False: _Advances(REGULAR), True: _Advances(BOLD)}


def clean(text: str) -> str:
    """The text on one line: runs of blanks and control characters become one space."""
    if not text.isprintable():
        text = "".join(
            " " if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") else char for char in text
        )
    return " ".join(text.split())


def width(text: str, size: float, bold: bool = False) -> float:
    """An upper bound for the width of `text` in pixels at `size` pixels."""
    return size * sum(map(_ADVANCES[bold].__getitem__, text))


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
            head, hyphen, tail = pieces[-1].rpartition("-")
            pieces[-1:] = [f"{head}-", tail] if head and hyphen else [pieces[-1], ""]
        pieces[-1] += char
    return pieces
