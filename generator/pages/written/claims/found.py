"""Of whom a claim speaks: everyone in a place, a group or a partner, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from generator.errors import Problem, did_you_mean, error
from generator.model import words
from generator.wording import names

from ...parts.known import cells
from ...parts.known.cells import Reading
from ...parts.known.standing import Standing
from ..calls import Call
from .cell import Cell

_PROVE = (words.ON_A_CARD, words.SINCE_BASELINE, words.TOWARDS_TARGET, words.AGAINST_COMPARATOR)


def cell(call: Call, found: Standing) -> Cell | Problem:
    """The readings of everyone in the place that the claim names, of a group or of a partner."""
    rows = found.lookup.readings(found.indicator.id)
    by = _by(call, rows[rows["area"] == found.area])
    if isinstance(by, Problem):
        return by
    every = _first_of_each(cells.readings(by))
    inputs, group = found.lookup.report.inputs, call.given.get("group", "")
    part = names.part(call.given.get("partner", ""), call.given.get("programme", ""), "", inputs)
    name = f"{found.lookup.area_name(found.area)}{f' ({part})' if part else ''}"
    known = tuple(dict.fromkeys(each.group for each in every if each.group))
    if group and group not in known:
        what = f"nothing is said of the group '{group}' of {call.id} in {name}"
        return error(call.where, what, did_you_mean(group, known), group)
    own = tuple(each for each in every if each.group == group)
    if not any(each.reading == words.SINCE_BASELINE for each in own):
        what = f"nothing is said of everyone in {name} by {call.id}"
        hint = f'Name a group: group="{known[0]}".' if known else "Name another place: place=…."
        return error(call.where, what, hint, call.id)
    title = names.group(group, inputs)
    groups = () if group else tuple(each for each in every if each.group)
    return Cell(found.lookup, f"{name} ({title})" if title else name, own, groups)


def _by(call: Call, here: pd.DataFrame) -> pd.DataFrame | Problem:
    """The rows of the partner and the programme that the claim names, else those of all of them.

    A partner of one programme need not name it.
    """
    partner, programme = call.given.get("partner", ""), call.given.get("programme", "")
    partners = {str(each) for each in here["organisation"] if each}
    if partner and partner not in partners:
        what = f"nothing is said of a partner '{partner}' by {call.id} there"
        return error(call.where, what, did_you_mean(partner, partners), partner)
    own = here[here["organisation"] == partner]
    programmes = sorted({str(each) for each in own["programme"]})
    if programme and programme not in programmes:
        what = f"nothing is said of a programme '{programme}' by {call.id} there"
        return error(call.where, what, did_you_mean(programme, filter(None, programmes)), programme)
    if not programme and "" not in programmes and len(programmes) > 1:
        what = f"{partner} reports {call.id} under several programmes"
        hint = f"Type programme= and one of them: {', '.join(programmes)}."
        return error(call.where, what, hint, partner)
    wanted = programme or ("" if "" in programmes else programmes[0] if programmes else "")
    return own[own["programme"] == wanted]


def _first_of_each(every: Iterable[Reading]) -> tuple[Reading, ...]:
    """Of readings that prove, the one of the frequency that cards show first."""
    found: list[Reading] = []
    seen: set[tuple[str, str]] = set()
    for each in every:
        if each.reading not in _PROVE or (each.reading, each.group) not in seen:
            found.append(each)
        seen.add((each.reading, each.group))
    return tuple(found)
