"""Standardised rates: the breakdown and the weights that they rest on, and their reference."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..errors import Problem, did_you_mean
from ..model.metric import Breakdown, Category
from ..model.report import Inputs
from ..model.standard import ESP2013, YEARS, weighed
from . import places
from .references import area_uses
from .remedies import Ids, hint

AGES = tuple(YEARS * place for place in range(len(ESP2013)))
"""The first year of each age group of the European Standard Population."""
NUMBER = "Type how many people it stands for, or 0 to leave the category out."


def check(inputs: Inputs) -> list[Problem]:
    """What stands in the way of every standardised rate."""
    return [
        problem
        for name, indicator in inputs.indicators.items()
        if hasattr(indicator.method, "by")
        for problem in _of(inputs, f"indicators.{name}.method", indicator.method)
    ]


def _of(inputs: Inputs, path: str, method: Any) -> Iterator[Problem]:
    if (breakdown := inputs.breakdowns.get(method.by)) is None:
        yield _unknown(inputs, f"{path}.by", method.by, inputs.breakdowns, "breakdown")
    elif breakdown.overlap or not breakdown.categories:
        yield _no_parts(inputs, f"{path}.by", breakdown)
    elif hasattr(method, "standard"):
        yield from _weights(inputs, f"{path}.standard", method.standard, breakdown)
    if hasattr(method, "reference"):
        for at, area, kind, known in area_uses(inputs, f"{path}.reference", method.reference):
            if area not in known:
                yield _unknown(inputs, at, area, known, kind)
    if method.per is not None and not 0 < method.per < math.inf:
        what = f"a rate for every {method.per:g} is none"
        yield places.at(inputs, f"{path}.per", what, "Type a number above 0, such as 100000.")


def _unknown(inputs: Inputs, path: str, name: str, known: Ids, kind: str) -> Problem:
    return places.at(inputs, path, f"there is no {kind} '{name}'", hint(name, known, kind), name)


def _no_parts(inputs: Inputs, path: str, breakdown: Breakdown) -> Problem:
    """A breakdown whose categories do not make up a whole."""
    id = breakdown.id
    if not breakdown.overlap:
        remedy = f"List them under breakdowns.{id}.categories."
        return places.at(inputs, path, "nothing says which categories there are", remedy, id)
    return places.at(
        inputs,
        path,
        "its categories overlap, so that people would be counted twice",
        "Name a breakdown in which each is counted once.",
        id,
    )


def _weights(
    inputs: Inputs, path: str, standard: str | Mapping[Any, float], breakdown: Breakdown
) -> Iterator[Problem]:
    if isinstance(standard, str):
        categories = [breakdown.categories[id] for id in weighed(breakdown)]
        if tuple(map(_from_age, categories)) != AGES:
            what = f"{standard} needs the {len(AGES)} age groups from 0 to 4, 5 to 9, … up to 90"
            remedy = (
                f"List them as categories of {breakdown.id}, youngest first, as 0_4, 5_9, … "
                f"90_plus; or type a weight for each of its {len(categories)} categories."
            )
            yield places.at(inputs, path, what, remedy, standard)
        return
    known = [str(id) for id in weighed(breakdown)]
    for id, weight in standard.items():
        if id not in known:
            yield _no_category(inputs, f"{path}.{id}", id, breakdown)
        elif not 0 <= weight < math.inf:
            yield places.at(
                inputs, f"{path}.{id}", "a weight is less than 0", NUMBER, f"{weight:g}"
            )
    if missing := [id for id in known if id not in standard]:
        none = f"no weight is given for {', '.join(missing)}"
        yield places.at(inputs, path, none, "Type one for each category, 0 to leave it out.")
    elif not sum(standard.values()) > 0:
        yield places.at(inputs, path, "all weights are 0", "Type what each category weighs.")


def _no_category(inputs: Inputs, path: str, id: str, breakdown: Breakdown) -> Problem:
    what = f"there is no category '{id}' of {breakdown.id} to weigh"
    return places.at(inputs, path, what, did_you_mean(id, weighed(breakdown)), id)


def _from_age(category: Category) -> int | None:
    """The first year of age in a category's id or, without a number there, in its title."""
    found = re.search(r"\d+", category.id) or re.search(r"\d+", category.title)
    return int(found[0]) if found else None
