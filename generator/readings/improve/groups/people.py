"""Which groups of the results are groups of people that may be held against one another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.model.metric import Breakdown
from generator.model.report import Inputs

Bools = NDArray[np.bool_]
Codes = NDArray[np.int64]
NO_GROUP = -1


@dataclass(frozen=True)
class Groups:
    """What each category of the column `group` is, in the order of the categories.

    People who did not say are no group, and details of what was counted are no people.
    """

    people: Bools  # a group of people, or those who are in two such groups at once
    single: Bools  # of one breakdown
    top: Bools  # within no larger category
    apart: Bools  # nobody is in two categories of its breakdown
    breakdown: NDArray[np.object_]  # its id; of an intersection `sex;ethnic_group`
    reference: Codes  # the category that it is held against, where its breakdown names one
    parent: Codes  # the category that it lies within
    place: Codes  # where it stands among the categories of its breakdown
    everyone: int  # the category "", NO_GROUP where there is none


def groups(column: pd.Series, inputs: Inputs) -> Groups:
    """The categories of a `group` column of results, each looked at once."""
    texts = [str(text) for text in column.cat.categories]
    at = {text: code for code, text in enumerate(texts)}
    known = {str(name): each for name, each in inputs.breakdowns.items() if each.of == "people"}
    parts = [
        [tuple(part.split("=", 1)) for part in text.split(";")] if text else [] for text in texts
    ]
    people = [bool(each) and all(_stated(known, *part) for part in each) for each in parts]
    first = [each[0] if each else ("", "") for each in parts]
    single = np.array([len(each) == 1 for each in parts], dtype=bool)
    return Groups(
        people=np.array(people, dtype=bool),
        single=single,
        top=np.array([_depth(known, *part) == 0 for part in first], dtype=bool),
        apart=np.array(
            [name in known and not known[name].overlap for name, _ in first], dtype=bool
        ),
        breakdown=np.array([";".join(name for name, _ in each) for each in parts], dtype=object),
        reference=np.array(
            [
                at.get(_reference(known, *part), NO_GROUP) if alone else NO_GROUP
                for part, alone in zip(first, single.tolist(), strict=True)
            ],
            dtype=np.int64,
        ),
        parent=np.array(
            [at.get(_parent(known, *part), NO_GROUP) for part in first], dtype=np.int64
        ),
        place=np.array([_place(known, *part) for part in first], dtype=np.int64),
        everyone=at.get("", NO_GROUP),
    )


def _stated(known: Mapping[str, Breakdown], name: str, category: str) -> bool:
    return name in known and category not in known[name].not_stated


def _depth(known: Mapping[str, Breakdown], name: str, category: str) -> int:
    """How many larger categories it lies within."""
    found, depth = (
        {str(id): each for id, each in known[name].categories.items()} if name in known else {},
        0,
    )
    while category in found and found[category].within is not None:
        category, depth = str(found[category].within), depth + 1
    return depth


def _reference(known: Mapping[str, Breakdown], name: str, category: str) -> str:
    """The group that it is held against: none for the reference itself, nor on another level."""
    if name not in known or (against := known[name].reference) is None or against == category:
        return "no such group"
    same_level = _depth(known, name, category) == _depth(known, name, str(against))
    return f"{name}={against}" if same_level else "no such group"


def _parent(known: Mapping[str, Breakdown], name: str, category: str) -> str:
    found = {str(id): each for id, each in known[name].categories.items()} if name in known else {}
    within = found[category].within if category in found else None
    return f"{name}={within}" if within is not None else "no such group"


def _place(known: Mapping[str, Breakdown], name: str, category: str) -> int:
    """Where it is written among its breakdown's categories, last where it is not."""
    found = [str(id) for id in known[name].categories] if name in known else []
    return found.index(category) if category in found else len(found)
