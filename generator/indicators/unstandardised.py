"""Why results of a standardised rate have no value, said so that it can be mended."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from generator.checks import places
from generator.errors import Problem, warning
from generator.model.indicator import Indicator
from generator.model.report import Inputs

from .cells import WITHOUT_VALUE, Cells
from .methods import IndirectlyStandardised
from .methods.columns import CATEGORY_MISSING, NO_REFERENCE, Words
from .read import Read

NAMED = ("period", "area", "group")
HINTS = {
    CATEGORY_MISSING: "Add a row for every category, with 0 where nothing happened.",
    NO_REFERENCE: "Add the reference's rows of these periods for every category.",
}


def unstandardised(
    indicator: Indicator, undefined: Words, found: Read, cells: Cells, inputs: Inputs
) -> Iterator[Problem]:
    """An error for a reference without any value; else a warning for each reason that leaves
    results without one where no flag says why, with the first of them."""
    path = f"indicators.{indicator.id}.method"
    method = indicator.method
    indirect = isinstance(method, IndirectlyStandardised)
    if indirect and len(found.rows) and np.isnan(found.given[2].value).all():
        yield _no_reference(inputs, path, method)
        return
    silent = found.flags & WITHOUT_VALUE == 0
    for reason, hint in HINTS.items():
        at = np.flatnonzero((undefined == reason) & silent)
        if len(at):
            row = found.rows.iloc[at[0]]
            cell = ", ".join(filter(None, (cells.words[name][int(row[name])] for name in NAMED)))
            results = "result has" if len(at) == 1 else "results have"
            what = f"{len(at):,} {results} no value: {reason} (the first: {cell})"
            yield warning(places.where(inputs, path), what, hint, indicator.id, len(at))


def _no_reference(inputs: Inputs, path: str, method: Any) -> Problem:
    return places.at(
        inputs,
        f"{path}.reference",
        f"{method.reference} has no values of {' and '.join(method.metrics)} by {method.by}",
        "Name an area that has a row of both for every category, or add its rows.",
        method.reference,
    )
