"""Tables whose words are codes, with the words in place of them and in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from generator.model.frames import CELL
from generator.model.report import Inputs
from generator.model.settings import Settings

from .cells import Cells, computed_text, flag_text
from .compute import in_words, timed
from .ordering import ordered_words


def worded(
    table: pd.DataFrame,
    columns: Mapping[str, str],
    listed: Mapping[str, Iterable[str]],
    cells: Cells,
    inputs: Inputs,
    settings: Settings,
) -> pd.DataFrame:
    """The `columns` of a table with words for the codes of CELL, and for the bits of flags and of
    the dimensions summed over. It is sorted by what is `listed` (texts already, in the order of the
    list), then by cell and time."""
    table = timed(table, cells, inputs)
    for column, words in ordered_words(cells.words, inputs, settings.main_area).items():
        rank = pd.Index(words).get_indexer(pd.Index(cells.words[column]))
        table[column] = pd.Categorical.from_codes(rank[table[column].to_numpy()], pd.Index(words))
    for column, texts in listed.items():
        table[column] = pd.Categorical(table[column], list(dict.fromkeys(texts)))
    table["flag"] = in_words(table["flags"], flag_text)
    table["computed"] = in_words(table["computed"], computed_text)
    table = table[list(columns)].astype(columns)
    order = [name for name in columns if name in (*listed, "score", *CELL[1:])]
    order += ["frequency", "period_end", "period_start"]
    in_order: pd.DataFrame = table.sort_values(order, kind="stable", ignore_index=True)
    return in_order
