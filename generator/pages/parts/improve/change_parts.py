"""The parts that make up an indicator's change, with their names: what tells most comes first."""

from __future__ import annotations

from typing import Any

import numpy as np

from generator.wording import contributions, names
from generator.wording.verdicts import capitalised

from ..known.standing import Standing

FAR_MORE = 1.5
"""So many times its share of the whole makes a part worth naming by its share of the change."""


def contributed(standing: Standing) -> list[tuple[str, list[Any]]]:
    """By what the change is broken down, and the parts, the largest first.

    First the breakdown whose parts differ most from what their size alone would make them.
    """
    rows = rows_of(standing)
    found = []
    for by in dict.fromkeys(str(part.by) for part in rows if part.reason == ""):
        own = [part for part in rows if part.by == by]
        uneven = np.nansum([abs(p.contribution - p.weight * p.difference) for p in own])
        parts = sorted(own, key=lambda part: (is_rest(part), -abs(part.contribution)))
        found.append((-float(uneven), by, parts))
    return [(by, parts) for _, by, parts in sorted(found, key=lambda each: each[:2])]


def told(standing: Standing, by: str, parts: list[Any], start: str = "By") -> str:
    """What the change is made up of by one thing, in a sentence."""
    title = f"{start} {title_of(standing, by, parts).lower()}"
    named = [(name_of(standing, part), part.contribution) for part in parts]
    return contributions.parts(standing.manner, title, named)


def telling(standing: Standing, parts: list[Any]) -> str:
    """The part that makes up much more of the change than of the whole; "" where none does."""
    whole = sum(part.contribution for part in parts)
    shares = [(part.contribution / whole if whole else 0.0, part) for part in parts]
    most, part = max(shares, key=lambda pair: pair[0] - (pair[1].weight or 0.0))
    weight = part.weight
    if is_rest(part) or min(share for share, _ in shares) < 0 or most < FAR_MORE * weight:
        return ""
    return contributions.telling(name_of(standing, part), most, weight)


def rows_of(standing: Standing) -> tuple[Any, ...]:
    """The rows of the indicator in its place, for the period that the card reads."""
    return standing.lookup.worked.contributions(str(standing.indicator.id), standing.area)


def is_rest(part: Any) -> bool:
    """Whether it is what the parts leave over by rounding."""
    return not (part.area or part.group)


def title_of(standing: Standing, by: str, parts: list[Any]) -> str:
    """What the change is broken down by: "Ethnic group", "Ward", "Partner"."""
    inputs = standing.lookup.report.inputs
    what, _, name = by.partition("-")
    if what == "group":
        known = {str(id): item.title for id, item in inputs.breakdowns.items()}
        return known.get(name, name)
    if what == "partners":
        return "Partner"
    kinds = [inputs.areas[part.area].kind for part in parts if part.area in inputs.areas]
    return capitalised(next(iter(kinds), "") or "place")


def name_of(standing: Standing, part: Any) -> str:
    """The group, place or partner."""
    inputs = standing.lookup.report.inputs
    if is_rest(part):
        return contributions.OVER
    if part.group:
        return names.group(part.group, inputs)
    if part.organisation:
        own = (one for one in rows_of(standing) if one.organisation == part.organisation)
        twice = len({one.programme for one in own}) > 1
        return names.part(part.organisation, part.programme if twice else "", "", inputs)
    return standing.lookup.area_name(part.area)
