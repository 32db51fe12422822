"""People at each score: they come to the pairs, and their scores to the sums, of the same cell."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pandas as pd

from ...errors import Problem
from ...model.frames import CELL
from .. import places
from .counts import whole
from .rule import Rule, told
from .sums import RELATIVE, ROUNDED

KEY = ("scale", "item", *CELL)
WHEN = {"before": "before_sum", "after": "after_sum"}
ALL_OF_THEM = "Give every score that somebody had its row, and count the pairs alone."


def rules(rows: pd.DataFrame) -> Iterator[Rule]:
    """Rules over the rows of tables of scores."""
    yield from whole(rows, WHEN)
    score, least, most = (rows[name].to_numpy() for name in ("score", "minimum", "maximum"))
    yield Rule(
        "score",
        (score < least) | (score > most),
        lambda at: (
            f"the score {score[at]:.15g} is not one from {least[at]:.15g} to {most[at]:.15g}"
        ),
        "Correct it, or minimum and maximum in the table of scales.",
    )


def beside(rows: pd.DataFrame, changes: pd.DataFrame) -> list[Problem]:
    """Cells whose people by score do not come to what the table of change says of them, each told
    at its first row. A cell that one of the two tables lacks, or lacks a number of, is not held.
    """
    if rows.empty or changes.empty:
        return []
    both = pd.concat([rows[list(KEY)], changes[list(KEY)]], ignore_index=True).astype("category")
    cells = places.codes(both, KEY)
    of_rows, of_changes = cells[: len(rows)], cells[len(rows) :]
    known = changes.assign(cell=of_changes).drop_duplicates("cell").set_index("cell")
    found = _added_up(rows, of_rows)
    first = rows.assign(cell=of_rows).drop_duplicates("cell").set_index("cell").loc[found.index]
    same = known.reindex(found.index)
    table = first.drop(columns=list(WHEN)).join(found)
    return told(table, [rule for when in WHEN for rule in _rules(table, same, when)])


def _added_up(rows: pd.DataFrame, cells: npt.NDArray[np.int64]) -> pd.DataFrame:
    """By cell: people before and after, their scores added up, and who stood at the best before;
    NaN where a number is missing."""
    number, known = pd.factorize(cells)
    best = np.where(rows["rises"], rows["maximum"], rows["minimum"])
    parts = {"best": np.where(rows["score"] == best, rows["before"], 0.0)}
    for when in WHEN:
        parts[when] = rows[when].to_numpy()
        parts[f"{when}_scores"] = (rows[when] * rows["score"]).to_numpy()
    summed = {name: np.bincount(number, part, len(known)) for name, part in parts.items()}
    return pd.DataFrame(summed, index=known)


def _rules(table: pd.DataFrame, changes: pd.DataFrame, when: str) -> Iterator[Rule]:
    """Rules over the first row of each cell, beside its row of the table of change."""
    pairs, total = changes["pairs"].to_numpy(), changes[WHEN[when]].to_numpy()
    people, scores = table[when].to_numpy(), table[f"{when}_scores"].to_numpy()
    apart = (people != pairs) & ~np.isnan(people + pairs)
    yield Rule(
        when,
        apart,
        lambda at: (
            f"the people {when} come to {people[at]:.15g} over all scores, but pairs is "
            f"{pairs[at]:.15g} in the table of change"
        ),
        ALL_OF_THEM,
    )
    yield Rule(
        when,
        (np.abs(scores - total) > ROUNDED + RELATIVE * np.abs(total)) & ~apart,
        lambda at: (
            f"score times {when} comes to {scores[at]:.12g} over all scores, but {WHEN[when]} is "
            f"{total[at]:.15g} in the table of change"
        ),
        ALL_OF_THEM,
    )
    if when == "before":
        best, said = table["best"].to_numpy(), changes["started_at_best"].to_numpy()
        yield Rule(
            when,
            (best != said) & ~np.isnan(best + said) & ~apart,
            lambda at: (
                f"{best[at]:.15g} stood at the best score before, but started_at_best is "
                f"{said[at]:.15g} in the table of change"
            ),
            "Correct one of the two.",
        )
