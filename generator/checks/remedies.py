"""What to type in place of an id that nothing defines."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from ..errors import did_you_mean
from ..model.place import Area

Ids = Collection[str]

NEAR = 40
"""How many known ids a hint may list; of more, only the nearest is named."""
OF_ROWS = "Define it, or delete its rows."


def hint(name: str, known: Ids, kind: str, of_rows: bool = False) -> str:
    """What to type in place of an id that is not known; `of_rows`: of a table's rows.

    Of areas `known` has each code with its `Area`.
    """
    if kind == "area" and isinstance(known, Mapping):
        return _of_area(name, known, of_rows)
    if not known:
        rest = "delete its rows" if of_rows else "leave this out"
        return f"No {kind} is defined yet: define it, or {rest}."
    guess = did_you_mean(name, known)
    otherwise = OF_ROWS if of_rows else ""
    if len(known) > NEAR:
        guess = guess.partition(" Known: ")[0] if guess.startswith("Did") else ""
        otherwise = otherwise or f"Define the {kind}, or correct the id."
    return f"{guess} {otherwise}".strip()


def _of_area(typed: str, areas: Mapping[str, Area], of_rows: bool) -> str:
    """Codes that are near one another are those of other places, so that only a slip of the same
    digits is a guess."""
    named = [code for code in sorted(areas) if areas[code].name.casefold() == typed.casefold()]
    if named:
        return f"Type {' or '.join(named)}."
    slips = [code for code in sorted(areas) if _is_slip(typed, code)]
    guess = f"Did you mean {slips[0]} ({areas[slips[0]].name})?" if slips else ""
    otherwise = OF_ROWS if of_rows else ""
    if len(areas) > NEAR:
        otherwise = otherwise or "Define the area, or correct the code."
    else:
        known = ", ".join(f"{code} ({areas[code].name})" for code in sorted(areas))
        otherwise = f"Known: {known}. {otherwise}"
    return f"{guess} {otherwise}".strip()


def _is_slip(typed: str, code: str) -> bool:
    """Whether the two have the same digits, but for two neighbours that changed places."""
    ours, theirs = re.sub("[^0-9]", "", typed), re.sub("[^0-9]", "", code)
    if not ours or len(ours) != len(theirs):
        return False
    unlike = [at for at, digit in enumerate(ours) if digit != theirs[at]]
    if len(unlike) != 2:
        return not unlike
    first, second = unlike
    return second == first + 1 and ours[first] + ours[second] == theirs[second] + theirs[first]
