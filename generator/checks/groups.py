"""Breakdowns and their categories: nesting, and words that are nearly the same."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from ..errors import Problem, did_you_mean, warning
from ..model.metric import Breakdown
from ..model.report import Inputs
from . import places

TAKEN = (
    "metric", "period", "area", "organisation", "programme", "group", "value", "lower", "upper",
    "base", "flag", "comment", "indicator", "value_to", "kind", "basis",
)  # fmt: skip
"""Names of columns, which neither a breakdown nor a metric may have as its id."""
NEAR = 0.9
MOST_COMPARED = 300


def check(inputs: Inputs) -> list[Problem]:
    """Problems of every breakdown."""
    problems = [
        places.at(
            inputs,
            f"{kind}.{name}",
            f"'{name}' is the name of a column",
            "Give it another id.",
            name,
        )
        for kind, known in (("breakdowns", inputs.breakdowns), ("metrics", inputs.metrics))
        for name in known
        if name in TAKEN
    ]
    groups = [str(text) for text in inputs.values["group"].cat.categories]
    for name, breakdown in inputs.breakdowns.items():
        used = sorted(
            {
                part.partition("=")[2]
                for g in groups
                for part in g.split(";")
                if part.startswith(f"{name}=")
            }
        )
        problems += _nesting(inputs, name, breakdown)
        problems += _order(inputs, name, breakdown)
        problems += _near(inputs, name, breakdown, used)
    for name in inputs.metrics.keys() & inputs.breakdowns.keys():
        what = f"'{name}' is the id of a metric and of a breakdown"
        problems.append(
            places.at(inputs, f"breakdowns.{name}", what, "Give one of them another id.", name)
        )
    return problems


def _nesting(inputs: Inputs, name: str, breakdown: Breakdown) -> Iterator[Problem]:
    path, known = f"breakdowns.{name}", breakdown.categories
    for category in known.values():
        if category.within is None:
            continue
        at = f"{path}.categories.{category.id}.within"
        if category.within not in known:
            what = f"there is no category '{category.within}'"
            yield places.at(inputs, at, what, did_you_mean(category.within, known), category.within)
        elif _is_circle(breakdown, category.id):
            what = f"'{category.id}' lies within itself"
            yield places.at(inputs, at, what, "Let within name the larger category.", category.id)
    if breakdown.reference is not None and known and breakdown.reference not in known:
        what = f"there is no category '{breakdown.reference}'"
        yield places.at(
            inputs,
            f"{path}.reference",
            what,
            did_you_mean(breakdown.reference, known),
            breakdown.reference,
        )


def _order(inputs: Inputs, name: str, breakdown: Breakdown) -> Iterator[Problem]:
    """An order from the most deprived on is one of groups of people, and it must be written."""
    if breakdown.ordered != "most_deprived_first":
        return
    path = f"breakdowns.{name}.ordered"
    if breakdown.of != "people" or breakdown.overlap:
        what = "only groups of people that do not overlap go from the most to the least deprived"
        yield places.at(inputs, path, what, "Type yes if they have an order.", breakdown.ordered)
    elif not breakdown.categories:
        hint = "List the categories, the most deprived first."
        yield places.at(inputs, path, "nothing says in which order they are", hint)


def _is_circle(breakdown: Breakdown, start: str) -> bool:
    seen, at = set[str](), breakdown.categories.get(start)  # type: ignore[call-overload]
    while at is not None and at.within is not None:
        if at.id in seen:
            return True
        seen.add(at.id)
        at = breakdown.categories.get(at.within)
    return False


def _near(inputs: Inputs, name: str, breakdown: Breakdown, used: list[str]) -> Iterator[Problem]:
    """Words that may be one category typed in two ways, where no list says which are meant."""
    if breakdown.categories or len(used) > MOST_COMPARED:
        return
    plain = [re.sub(r"[^a-z0-9]+", "", word.casefold()) for word in used]
    for position, word in enumerate(used):
        for other in range(position):
            alike = difflib.SequenceMatcher(None, plain[other], plain[position])
            digits = [re.sub(r"\D", "", plain[at]) for at in (other, position)]
            if digits[0] == digits[1] and alike.quick_ratio() >= NEAR and alike.ratio() >= NEAR:
                what = f"'{used[other]}' and '{word}' are read as two categories"
                hint = "Type one word for both if they are the same, or list the categories."
                yield warning(places.where(inputs, f"breakdowns.{name}"), what, hint, word)
