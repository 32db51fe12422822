"""What the numbers themselves show to be wrong, said so that it can be mended."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pandas as pd

from generator.checks import places
from generator.errors import SHOWN_OF_A_KIND, Problem, Where, error, warning
from generator.model.frames import CELL
from generator.model.indicator import Indicator
from generator.model.metric import COUNTED
from generator.model.report import Inputs
from generator.model.scale import as_typed
from generator.wording import periods

from .cells import Cells
from .methods.columns import IMPOSSIBLE, IMPOSSIBLE_SQUARES, NEGATIVE, PART_OVER_WHOLE, Words

FELL = (
    "A count of the year so far cannot fall. Correct one of the two (a corrected one takes the "
    "flag r), or leave one blank with the flag x."
)
FELL_MAYBE = "That may be right (a refund, a correction). If it is not, correct one of the two."
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


def fallen(
    now: pd.DataFrame, then: pd.DataFrame, cells: Cells, inputs: Inputs
) -> Iterator[Problem]:
    """A problem for each figure of the year so far that is less than the one before.

    `now` and `then` are rows of cells, one beside the other. What is counted cannot become less;
    an amount of money or a score may, so there it is a warning.
    """
    earlier = _in_words(then, cells)
    rows = _in_words(now, cells).assign(before=earlier["value"], when=earlier["period"])
    # A month that ends a quarter may be read twice, once as that quarter.
    rows = rows.drop_duplicates(["metric", "file", "row"])
    counted = [inputs.metrics[name].counts in COUNTED for name in rows["metric"]]

    def fault(rows: pd.DataFrame, hint: str) -> Callable[[int], places.Fault]:
        return lambda place: (_fell(rows, place, inputs), hint)

    of_counts, of_others = rows[counted], rows[[not it for it in counted]]
    yield from places.told(of_counts, "value", fault(of_counts, FELL))
    yield from places.told(of_others, "value", fault(of_others, FELL_MAYBE), "warning")


def _fell(rows: pd.DataFrame, place: int, inputs: Inputs) -> str:
    row = rows.iloc[place]
    when = periods.in_words(row["when"], inputs.periods)
    return (
        f"{row['metric']} is {row['value']:.15g} for the year so far, less than the "
        f"{row['before']:.15g} of {when} ({places.cell(rows, place)})"
    )


def no_figure_before(rows: pd.DataFrame, cells: Cells, inputs: Inputs) -> list[Problem]:
    """A warning for each figure of the year so far that has no row to be taken from it."""
    rows = _in_words(rows, cells).drop_duplicates(["metric", "file", "row"])

    def fault(place: int) -> places.Fault:
        row = rows.iloc[place]
        when = periods.in_words(row["period"], inputs.periods)
        what = (
            f"{row['metric']} has no figure for the year up to the period before, so what "
            f"{when} added is not known ({places.cell(rows, place)})"
        )
        return what, "Add the row of the period before, with 0 if there was nothing yet."

    return places.told(rows, "value", fault, "warning")


def _in_words(rows: pd.DataFrame, cells: Cells) -> pd.DataFrame:
    """Rows of cells with texts in place of codes."""
    texts = {
        name: np.array(cells.words[name], dtype=object)[rows[name].to_numpy()]
        for name in ("metric", *CELL, "file")
    }
    numbers = {name: rows[name].to_numpy() for name in ("value", "row")}
    return pd.DataFrame({**texts, **numbers})


def no_values(indicator: Indicator, metrics: Sequence[str]) -> Problem:
    """A warning for an indicator in use that has no result at all."""
    what = f"'{indicator.id}' has no result"
    return warning(_where(indicator), what, _rows_to_add(indicator, metrics), indicator.id)


def _rows_to_add(indicator: Indicator, metrics: Sequence[str]) -> str:
    named = ", ".join(map(as_typed, metrics))
    if by := getattr(indicator.method, "by", ""):
        return f"Add rows of {named} for the categories of {by}, or write status: in_development."
    if len(metrics) == 1:
        return f"Add rows for {named}, or write status: in_development."
    return f"No period, area and group has a row for each of {named}. Add the missing rows."


def _where(indicator: Indicator, file: str = "", row: int = -1) -> Where:
    if file and row > 0:
        return Where(file, row=row, field="value")
    package = f"datapackages/{indicator.package}/indicators.yml" if indicator.package else ""
    return Where(package, field=f"indicators.{indicator.id}")
