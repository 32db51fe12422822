"""Metrics and targets tables, in their two layouts, as the frames of the contract."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from typing import Any, get_args

import numpy as np
import pandas as pd

from ..errors import Problem, did_you_mean
from ..model import frames
from ..model.indicator import Indicator
from ..model.metric import Breakdown
from ..model.words import FLAG_MEANINGS, FLAGS_WITHOUT_VALUE, Flag
from . import columns, rows
from .rows import Fault
from .tables import Table

FLAGS: tuple[str, ...] = get_args(Flag)


def metrics(
    table: Table,
    breakdowns: Iterable[Breakdown],
    heads: Mapping[str, columns.Column],
    needed: Container[str],
) -> tuple[pd.DataFrame, list[Problem]]:
    """Rows of `frames.METRICS` (periods as typed) of one table.

    `heads` are its columns of values, with the metric of each row; one headed `value` is that of
    a long table, which has limits too. A column that the table lacks has no values. Blank values
    are warned about in the columns that are `needed`.
    """
    frame, length = table.frame, len(table.frame)
    shared = _cell(frame, breakdowns, length)
    for name in ("base", "flag", "comment"):
        shared[name] = frame[name].array if name in frame else _nothing(name, length)
    shared["flag"], problems = _flags(shared["flag"], table)
    shared["file"] = columns.constant(table.file, length)
    shared["row"] = table.rows
    made = []
    for head, ids in heads.items():
        is_long = head == "value"
        part = {**shared, "metric": ids}
        for name, of in (("value", head), ("lower", "lower"), ("upper", "upper")):
            has = of in frame and (is_long or name == "value")
            part[name] = frame[of].array if has else _nothing(name, length)
        one = pd.DataFrame({name: part[name] for name in frames.METRICS})
        one, more = _without_value(one, table.file, head)
        problems += more if head in needed else []
        made.append(one)
    problems += [] if "value" in heads else _flagged_for_nothing(table, heads, shared["flag"])
    return columns.together(made, frames.METRICS), problems


def targets(table: Table, breakdowns: Iterable[Breakdown], main_area: str) -> pd.DataFrame:
    """Rows of `frames.TARGETS` (periods as typed) of one table."""
    frame, length = table.frame, len(table.frame)
    made = _cell(frame, breakdowns, length)
    made["area"] = columns.recoded(
        made["area"], [text or main_area for text in made["area"].categories]
    )
    made["indicator"] = frame["indicator"].array
    for name in ("value", "value_to", "kind", "basis"):
        made[name] = frame[name].array if name in frame else _nothing(name, length)
    made["kind"] = columns.recoded(
        made["kind"], [text or "reach" for text in made["kind"].categories]
    )
    made["where"] = _texts([f"{table.file} row {row}" for row in table.rows.tolist()])
    return pd.DataFrame({name: made[name] for name in frames.TARGETS})


def targets_of(
    indicators: Iterable[Indicator], main_area: str, places: Mapping[str, tuple[str, int]]
) -> pd.DataFrame:
    """Rows of `frames.TARGETS` for the targets written with the indicators."""
    written = []
    for indicator in indicators:
        for position, target in enumerate(indicator.targets, 1):
            file, line = places.get(f"indicators.{indicator.id}.targets.{position}", ("", 0))
            written.append(
                {
                    "indicator": indicator.id,
                    "period": str(target.period),
                    "area": main_area,
                    "value": np.nan if target.value is None else target.value,
                    "value_to": np.nan if target.value_to is None else target.value_to,
                    "kind": target.kind,
                    "basis": target.basis,
                    "where": f"{file} line {line}",
                }
            )
    made = {}
    for name, kind in frames.TARGETS.items():
        column = [row.get(name, "") for row in written]
        made[name] = _texts(column) if kind == "category" else np.array(column, dtype=kind)
    return pd.DataFrame(made)


def _texts(column: list[object]) -> columns.Column:
    known = columns.index(sorted({str(text) for text in column}))
    return pd.Categorical(column, categories=known)


def _cell(frame: pd.DataFrame, breakdowns: Iterable[Breakdown], length: int) -> dict[str, Any]:
    """The columns of `frames.CELL`."""
    made: dict[str, Any] = {
        name: frame[name].array if name in frame else _nothing(name, length)
        for name in ("period", "area", "organisation", "programme")
    }
    used = {str(b.id): frame[b.id].array for b in breakdowns if b.id in frame}
    made["group"] = columns.groups(used, length)
    return made


def _nothing(name: str, length: int) -> Any:
    if frames.METRICS.get(name, frames.TARGETS.get(name)) == "float64":
        return np.full(length, np.nan)
    return columns.constant("", length)


def _flags(column: columns.Column, table: Table) -> tuple[columns.Column, list[Problem]]:
    """The flags of each cell in the order of the closed list, parted by one space."""
    faults: dict[int, Fault] = {}
    texts = []
    for code, text in enumerate(column.categories):
        words = [word.strip("[]") for word in re.split(r"[ ,;]+", str(text)) if word]
        unknown = [word for word in words if word not in FLAGS]
        if unknown:
            what = f'"{unknown[0]}" is not a flag'
            faults[code] = what, did_you_mean(unknown[0], FLAGS)
        texts.append(_in_order(words))
    problems = rows.in_column(table.file, "flag", column, faults, table.rows)
    return columns.recoded(column, texts), problems


def _in_order(words: Iterable[str]) -> str:
    return " ".join(sorted({word for word in words if word in FLAGS}, key=FLAGS.index))


def _flagged_for_nothing(
    table: Table, heads: Container[str], flags: columns.Column
) -> list[Problem]:
    """Rows of a table with a column a metric whose flag says that there is no value, and no cell
    of which is blank: what was to be kept back would be published."""
    own = [name for name in table.frame if name in heads]
    full = table.frame[own].notna().all(axis=1).to_numpy()
    problems = []
    for flag in FLAGS_WITHOUT_VALUE:
        has = np.array([flag in str(text).split() for text in flags.categories], dtype=bool)
        what = f"the flag {flag} ({FLAG_MEANINGS[flag]}) stands in a row without a blank cell"
        hint = "Take out the flag, or leave blank what it is about."
        problems += rows.at_rows(
            table.file, "flag", table.rows[full & has[flags.codes]], what, hint
        )
    return problems


def _without_value(frame: pd.DataFrame, file: str, head: str) -> tuple[pd.DataFrame, list[Problem]]:
    """Blank values get the flag x where none says why; flags that say so never stand at a value.

    In a table with a column a metric a flag is for the whole row: `c`, `x` and `z` are for its
    blank cells.
    """
    wide = head != "value"
    blank = frame["value"].isna().to_numpy()
    flags = frame["flag"].array
    says_why = np.array(
        [bool({*FLAGS_WITHOUT_VALUE, "low"} & set(str(text).split())) for text in flags.categories],
        dtype=bool,
    )
    silent = blank & ~says_why[flags.codes]
    told = rows.at_rows(
        file,
        head,
        frame["row"].to_numpy()[silent],
        "the value is blank and no flag says why: it is read as x, not available",
        "Type a value, or a flag: c confidential, x not available, z not applicable.",
        "warning",
    )
    if not silent.any() and not wide:
        return frame, told
    texts = [str(text) for text in flags.categories]
    with_x = [_in_order([*text.split(), "x"]) for text in texts]
    with_value = [
        _in_order(w for w in text.split() if w not in FLAGS_WITHOUT_VALUE) for text in texts
    ]
    choices = (
        columns.recoded(flags, texts),
        columns.recoded(flags, with_x),
        columns.recoded(flags, with_value),
    )
    known = columns.index(sorted({str(text) for choice in choices for text in choice.categories}))
    plain, crossed, kept = (
        known.get_indexer(choice.categories)[choice.codes] for choice in choices
    )
    codes = np.where(silent, crossed, np.where(blank | (not wide), plain, kept))
    return frame.assign(flag=pd.Categorical.from_codes(codes, known)), told
