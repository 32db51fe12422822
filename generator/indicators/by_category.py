"""What a standardised rate reads: its metrics by the categories of a breakdown.

A row `sex=female;age_group=0_4` feeds the result of `sex=female`, so the breakdown is taken out of
the group, and its categories stand side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.model.frames import CELL
from generator.model.indicator import Indicator
from generator.model.metric import Breakdown
from generator.model.standard import weighed

from .cells import Cells, Codes, key
from .methods import IndirectlyStandardised, Standardised
from .methods.columns import ByCategory
from .read import Read, smallest

NOWHERE = -1


def with_rest_groups(cells: Cells, indicators: Iterable[Indicator]) -> Cells:
    """The cells with a word for every group that is left when such a breakdown is taken out."""
    groups = list(cells.words["group"])
    for by in sorted({i.method.by for i in indicators if isinstance(i.method, Standardised)}):
        groups += (rest for _, rest in _taken_out(by, cells.words["group"]))
    return replace(cells, words={**cells.words, "group": tuple(dict.fromkeys(groups))})


def read_by_category(
    method: Standardised, everything: Cells, breakdowns: Mapping[str, Breakdown]
) -> Read:
    """The cells, without the breakdown, at which both metrics have a row for some category.

    A category without a row has no value. Of an indirectly standardised rate the reference's
    columns stand beside the cells' own, joined by period.
    """
    categories = tuple(str(id) for id in weighed(breakdowns[method.by]))
    split = _split(method, everything, categories)
    places = [_places(split, everything, name, len(categories)) for name in method.metrics]
    keys = np.intersect1d(places[0].index.to_numpy(), places[1].index.to_numpy())
    at = [found.loc[keys].to_numpy() for found in places]
    first = split.drop_duplicates("key").set_index("key").loc[keys].reset_index(drop=True)
    columns = [_taken(everything, "value", each, np.nan) for each in at]
    given = [ByCategory(column, categories) for column in columns]
    if isinstance(method, IndirectlyStandardised):
        row = _of_reference(method.reference, first, everything)
        given += [
            ByCategory(np.where(row[:, None] < 0, np.nan, column[row]), categories)
            for column in columns
        ]
    bases = [_taken(everything, "base", each, np.nan).sum(axis=1) for each in at]
    both = np.concatenate(at, axis=1)
    return Read(
        rows=first,
        given=tuple(given),
        base=smallest(np.array(bases)),
        flags=np.bitwise_or.reduce(_taken(everything, "flags", both, 0), axis=1),
        computed=np.bitwise_or.reduce(_taken(everything, "computed", both, 0), axis=1),
    )


def _taken_out(by: str, groups: Iterable[str]) -> list[tuple[str, str]]:
    """The category of the breakdown in each group ("" for none), and the group without it."""
    found = []
    for group in groups:
        parts = [part.partition("=") for part in group.split(";") if part]
        own = next((category for name, _, category in parts if name == by), "")
        rest = ";".join("".join(part) for part in parts if part[0] != by)
        found.append((own, rest))
    return found


def _split(method: Standardised, cells: Cells, categories: tuple[str, ...]) -> pd.DataFrame:
    """The rows of both metrics that are of one of the categories, those of the numerator first:
    `place` in the cells, `category` as its number, the group without it, and their `key`."""
    groups = {group: code for code, group in enumerate(cells.words["group"])}
    taken = _taken_out(method.by, groups)
    number = np.array([categories.index(own) if own in categories else -1 for own, _ in taken])
    rest = np.array([groups[left] for _, left in taken])
    metrics = [cells.code("metric", name) for name in method.metrics]
    group, metric = (cells.frame[name].to_numpy() for name in ("group", "metric"))
    place = np.flatnonzero((number[group] >= 0) & np.isin(metric, metrics))
    place = place[np.argsort(metric[place] != metrics[0], kind="stable")]
    rows = cells.frame.iloc[place].assign(
        place=place, category=number[group[place]], group=rest[group[place]]
    )
    return rows.assign(key=key(rows, CELL))


def _places(split: pd.DataFrame, cells: Cells, metric: str, size: int) -> pd.DataFrame:
    """By key, the place in the cells of the metric's row of each category; NOWHERE for none."""
    own = split[split["metric"] == cells.code("metric", metric)]
    keys, row = np.unique(own["key"].to_numpy(), return_inverse=True)
    found = np.full((len(keys), size), NOWHERE)
    found[row, own["category"].to_numpy()] = own["place"].to_numpy()
    return pd.DataFrame(found, index=keys)


def _taken(cells: Cells, column: str, at: Codes, otherwise: float) -> NDArray[np.float64]:
    """The column of the cells at these places."""
    values = cells.frame[column].to_numpy()
    if not len(values):
        return np.full(at.shape, otherwise, dtype=values.dtype)
    found: NDArray[np.float64] = np.where(at == NOWHERE, otherwise, values[at])
    return found.astype(values.dtype)


def _of_reference(area: str, rows: pd.DataFrame, cells: Cells) -> Codes:
    """For each row the place among them of the reference's, for everyone there in the period."""
    whole = rows["area"] == cells.code("area", area)
    for name in CELL[2:]:
        whole &= rows[name] == cells.code(name, "")
    own = np.flatnonzero(whole)
    of_period = np.full(len(cells.words["period"]), NOWHERE)
    of_period[rows["period"].to_numpy()[own]] = own
    found: Codes = of_period[rows["period"].to_numpy()]
    return found
