"""Where what people wrote stands, for messages; and rows of a frame told by file."""

from __future__ import annotations

from collections.abc import Callable, Container

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..errors import SHOWN_OF_A_KIND, Level, Problem, Where, error
from ..model.report import Inputs

Bools = npt.NDArray[np.bool_]
Fault = tuple[str, str]
"""What is wrong, and what to type instead."""


def where(inputs: Inputs, path: str) -> Where:
    """The place of a dotted path, or of the nearest thing above it that has one."""
    above = path
    while above and above not in inputs.places:
        above = above.rpartition(".")[0]
    file, number = inputs.places.get(above, ("", 0))
    field = path.partition(".")[2] if path.startswith("stories.") else path
    field = field.partition(".")[2] if path.startswith("stories.") else field
    if file.endswith(".csv"):
        return Where(file, row=number or None, field=path.rpartition(".")[2])
    return Where(file, line=number or None, field=field)


def at(inputs: Inputs, path: str, what: str, hint: str, value: str = "") -> Problem:
    """An error at a dotted path."""
    return error(where(inputs, path), what, hint, value)


def told(
    rows: pd.DataFrame,
    field: str | Callable[[int], str],
    fault: Callable[[int], Fault],
    level: Level = "error",
    value: Callable[[int], str] = lambda _: "",
) -> list[Problem]:
    """Problems of these rows (with `file` and `row`), the first of each file and then a count.

    `field`, `fault` and `value` take the position of a row among `rows`.
    """
    problems: list[Problem] = []
    if rows.empty:
        return problems
    files, numbers = rows["file"].astype(str).to_numpy(), rows["row"].to_numpy()
    for file in sorted(set(files)):
        places = np.flatnonzero(files == file)
        for place in places[:SHOWN_OF_A_KIND].tolist():
            what, hint = fault(place)
            name = field if isinstance(field, str) else field(place)
            here = Where(file, row=int(numbers[place]), field=name)
            problems.append(Problem(level, here, what, hint, value(place)))
        if (rest := len(places) - SHOWN_OF_A_KIND) > 0:
            has = "row has" if rest == 1 else "rows have"
            what = f"{rest:,} more {has} such a problem"
            here = Where(file, field=field if isinstance(field, str) else "")
            problems.append(Problem(level, here, what, "Mend them in the same way.", "", rest))
    return problems


def with_places(frame: pd.DataFrame) -> pd.DataFrame:
    """Rows of targets with `file` and `row` read off their `where`."""
    if "file" in frame:
        return frame
    parts = frame["where"].astype(str).str.extract(r"^(?P<file>.*) (?:row|line) (?P<row>\d+)$")
    return frame.assign(file=parts["file"].fillna(""), row=parts["row"].fillna("0").astype("int64"))


def cell(rows: pd.DataFrame, place: int) -> str:
    """The cell of a row in words: `2024/25, E08000025, sex=female`."""
    names = ("period", "area", "organisation", "programme", "group")
    return ", ".join(text for name in names if (text := str(rows[name].iloc[place])))


def codes(frame: pd.DataFrame, names: tuple[str, ...]) -> npt.NDArray[np.int64]:
    """One number for each distinct combination of the columns of categories."""
    combined = np.zeros(len(frame), dtype=np.int64)
    size = 1
    for name in names:
        column = frame[name].cat
        many = max(len(column.categories), 1)
        if size > (1 << 62) // many:  # factorized anew before the numbers grow too large
            combined, seen = pd.factorize(combined)
            size = len(seen)
        combined = combined * many + column.codes.to_numpy()
        size *= many
    return combined


def unknown(known: Container[str], frame: pd.DataFrame, name: str) -> Bools:
    """Which cells of a column of categories hold an id that is neither blank nor known."""
    column = frame[name]
    strange = np.array(
        [bool(text) and str(text) not in known for text in column.cat.categories], dtype=bool
    )
    if not len(strange):
        return np.zeros(len(column), dtype=bool)
    found: Bools = strange[column.cat.codes.to_numpy()]
    return found
