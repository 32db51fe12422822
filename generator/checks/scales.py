"""Scales and their items: what is used must stand in a table of scales."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..errors import Problem, Where, error
from ..model.metric import Id
from ..model.report import Inputs
from ..packages.rows import in_rows
from . import places
from .remedies import hint

NO_SCALES = "Add a table of scales: scales.csv, with a row for each item."


def check(inputs: Inputs) -> list[Problem]:
    """Scales and items that no table of scales has, outcomes that nothing defines, scales named
    in two ways, and items without a range of scores."""
    return [
        *_of_tables(inputs),
        *(
            places.at(inputs, f"indicators.{name}.method", what, remedy, value)
            for name, indicator in inputs.indicators.items()
            for metric in indicator.method.metrics[:1]
            if ":" in metric
            for what, remedy, value in _unknown(inputs, *metric.split(":")[1:3])
        ),
        *_of_outcomes(inputs),
        *_named_twice(inputs),
        *_without_room(inputs),
    ]


def _unknown(inputs: Inputs, scale: str, item: str) -> Iterator[tuple[str, str, str]]:
    """What is wrong with an item, what to type instead, and the word that is wrong."""
    found = inputs.scales.get(Id(scale))
    if not inputs.scales:
        yield f"there is no scale '{scale}'", NO_SCALES, scale
    elif found is None:
        yield f"there is no scale '{scale}'", hint(scale, inputs.scales, "scale"), scale
    elif item not in found.items:
        known = found.items
        yield f"the scale {scale} has no item '{item}'", hint(item, known, "item"), item


def _of_tables(inputs: Inputs) -> list[Problem]:
    """Each unknown item once a file, with how many rows have it."""
    metric, values = inputs.values["metric"].array, inputs.values
    items = [tuple(str(n).split(":")[:3]) if ":" in str(n) else () for n in metric.categories]
    problems = []
    for kind, scale, item in sorted({parts for parts in items if parts}):
        found = list(_unknown(inputs, scale, item))
        if not found:
            continue
        codes = [code for code, parts in enumerate(items) if parts == (kind, scale, item)]
        rows = values[np.isin(metric.codes, codes)].drop_duplicates(["file", "row"])
        for file, own in rows.groupby("file", observed=True, sort=True):
            what, remedy, value = found[0]
            field = "scale" if value == scale and scale not in inputs.scales else "item"
            where = Where(str(file), row=int(own["row"].min()), field=field)
            problems.append(
                error(where, f"{what}{in_rows(len(own))}", remedy, value, times=len(own))
            )
    return problems


def _of_outcomes(inputs: Inputs) -> list[Problem]:
    known = {str(outcome.id): outcome for outcome in inputs.pathway.outcomes}
    return [
        places.at(
            inputs,
            f"scales.{scale.id}.{item.item}.outcome",
            f"there is no outcome '{item.outcome}'",
            hint(item.outcome, known, "outcome"),
            item.outcome,
        )
        for scale in inputs.scales.values()
        for item in scale.items.values()
        if item.outcome and item.outcome not in known
    ]


def _without_room(inputs: Inputs) -> list[Problem]:
    """Items whose highest score is not above their lowest."""
    return [
        places.at(
            inputs,
            f"scales.{scale.id}.{item.item}.maximum",
            f"the highest score is {item.maximum:g}, not more than the lowest, {item.minimum:g}",
            "Type the lowest score under minimum and the highest under maximum.",
            f"{item.maximum:g}",
        )
        for scale in inputs.scales.values()
        for item in scale.items.values()
        if not item.maximum > item.minimum
    ]


def _named_twice(inputs: Inputs) -> list[Problem]:
    """Items whose scale has another title or licence line than in the rows above."""
    problems = []
    for scale in inputs.scales.values():
        for item in scale.items.values():
            for field, own, first in (
                ("scale_title", item.scale_title, scale.title),
                ("licence_line", item.licence_line, scale.licence_line),
            ):
                if own and own != first:
                    path = f"scales.{scale.id}.{item.item}.{field}"
                    what = f"the scale {scale.id} has another {field} here than above"
                    problems.append(places.at(inputs, path, what, f"Type {first}", own))
    return problems
