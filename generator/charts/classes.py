"""The classes of a map, named in words with their limits; each row is in exactly one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.charts.axes import with_unit
from generator.charts.inputs import Row
from generator.charts.marks import Filling

JUDGED: dict[str, tuple[Filling, str]] = {
    "worse": ("worse", "Worse than {other}"),
    "similar": ("plain", "Similar to {other}"),
    "better": ("better", "Better than {other}"),
}
"""What a verdict looks like, and is called, on a map; any other verdict cannot be shown."""

UNSURE = "Cannot say"
MISSING = "No value published"
FINER_FROM = 20
"""From so many places on there are four classes of values, else three."""

_LOOKS: dict[int, tuple[Filling, ...]] = {
    1: ("light",),
    2: ("plain", "solid"),
    3: ("plain", "dense", "solid"),
    4: ("plain", "light", "dense", "solid"),
}


@dataclass(frozen=True)
class Class:
    """One entry of a map's key: `brief` is what a row of the table says of it, `members` the
    positions of its rows."""

    words: str
    brief: str
    filling: Filling
    members: tuple[int, ...]


def judged(rows: Sequence[Row], other: str, rows_are: str) -> tuple[Class, ...]:
    """The rows by their verdict against a place named `other`, what is worse first."""
    found = []
    for verdict, (filling, words) in JUDGED.items():
        named = words.format(other=other)
        found.append(_counted(rows, named, filling, (verdict,), rows_are))
    rest = {row.verdict for row in rows} - JUDGED.keys()
    found.append(_counted(rows, UNSURE, "unsure", tuple(rest), rows_are))
    return (*(one for one in found if one.members), *_missing(rows, rows_are))


def by_value(rows: Sequence[Row], unit: str, rows_are: str) -> tuple[Class, ...]:
    """The rows in three or four classes of about the same number, lowest values first.

    The limits are the lowest and highest values in a class, as they are worded; what is worded
    alike is in one class, so there may be fewer.
    """
    valued = [n for n, row in enumerate(rows) if row.value.value is not None]
    valued.sort(key=lambda n: (rows[n].value.value or 0.0, n))
    parts = _parted([rows[n].value.text for n in valued])
    looks = _LOOKS[len(parts)] if parts else ()
    made = []
    for place, ((start, stop), filling) in enumerate(zip(parts, looks, strict=True)):
        members = valued[start:stop]
        texts = [rows[n].value.text for n in (members[0], members[-1])]
        limits = " to ".join(with_unit(text, unit) for text in dict.fromkeys(texts))
        brief = " to ".join(dict.fromkeys(texts))
        which = _which(place, len(parts), len(members), len(valued), rows_are)
        made.append(Class(f"{limits}: {which}", brief, filling, tuple(sorted(members))))
    return (*made, *_missing(rows, rows_are))


def _parted(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Where classes start and stop: at about equal counts, never between two alike."""
    n = len(texts)
    if not n:
        return []
    wanted = 4 if n >= FINER_FROM else 3
    allowed = [at for at in range(1, n) if texts[at] != texts[at - 1]]
    cuts = (
        {min(allowed, key=lambda a: (abs(a - n * i / wanted), a)) for i in range(1, wanted)}
        if allowed
        else set()
    )
    return list(pairwise([0, *sorted(cuts), n]))


def _which(place: int, classes: int, members: int, total: int, rows_are: str) -> str:
    if classes == 1:
        return f"all {total:,} {rows_are}"
    if place == 0:
        return f"the lowest {members:,} of {total:,} {rows_are}"
    if place == classes - 1:
        return f"the highest {members:,}"
    return f"the next {members:,}"


def _counted(
    rows: Sequence[Row], words: str, filling: Filling, verdicts: tuple[str, ...], rows_are: str
) -> Class:
    members = tuple(
        n for n, row in enumerate(rows) if row.value.value is not None and row.verdict in verdicts
    )
    return Class(f"{words}: {len(members):,} of {len(rows):,} {rows_are}", words, filling, members)


def _missing(rows: Sequence[Row], rows_are: str) -> tuple[Class, ...]:
    members = tuple(n for n, row in enumerate(rows) if row.value.value is None)
    words = f"{MISSING}: {len(members):,} of {len(rows):,} {rows_are}"
    return (Class(words, "No value", "none", members),) if members else ()
