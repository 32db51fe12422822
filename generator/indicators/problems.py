"""What the numbers themselves show to be wrong, said so that it can be mended."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from generator.errors import SHOWN_OF_A_KIND, Problem, Where, error, warning
from generator.model.indicator import Indicator

from .cells import Cells
from .methods.columns import IMPOSSIBLE, IMPOSSIBLE_SQUARES, NEGATIVE, PART_OVER_WHOLE, Words

NAMED = ("period", "area", "group", "file", "row")
HINTS = {
    PART_OVER_WHOLE: "A part is at most as large as its whole. Correct one of the two numbers.",
    NEGATIVE: "Type 0 or more, or leave the value blank with a flag such as x.",
    IMPOSSIBLE_SQUARES: "Check that the squares are the sum of each score times itself.",
}


def impossible(
    indicator: Indicator, undefined: Words, rows: pd.DataFrame, cells: Cells
) -> list[Problem]:
    """An error for each row that cannot be, at the row of the indicator's first metric."""
    found: list[Problem] = []
    for reason in IMPOSSIBLE:
        places = np.flatnonzero(undefined == reason)
        shown = places[:SHOWN_OF_A_KIND]
        for place in shown:
            row = {name: int(rows[name].iloc[place]) for name in NAMED}
            words = [cells.words[name][row[name]] for name in NAMED[:3]]
            cell = ", ".join(filter(None, words))
            found.append(
                error(
                    _where(indicator, cells.words["file"][row["file"]], row["row"]),
                    f"{reason} for {indicator.id} ({cell})",
                    HINTS[reason],
                    value=f"{rows['value'].iloc[place]:.15g}",
                )
            )
        rest = len(places) - len(shown)
        if rest:
            found.append(
                error(
                    _where(indicator),
                    f"{reason} for {indicator.id} in {rest:,} more rows",
                    HINTS[reason],
                    times=rest,
                )
            )
    return found


def no_values(indicator: Indicator, metrics: Sequence[str]) -> Problem:
    """A warning for an indicator in use that has no result at all."""
    named = ", ".join(metrics)
    hint = (
        f"Add rows for {named}, or write status: in_development."
        if len(metrics) == 1
        else f"No period, area and group has a row for each of {named}. Add the missing rows."
    )
    return warning(_where(indicator), f"'{indicator.id}' has no result", hint, indicator.id)


def _where(indicator: Indicator, file: str = "", row: int = -1) -> Where:
    if file and row > 0:
        return Where(file, row=row, field="value")
    package = f"datapackages/{indicator.package}/indicators.yml" if indicator.package else ""
    return Where(package, field=f"indicators.{indicator.id}")
