"""Columns of categories put together: many columns as one, many tables as one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np
import pandas as pd

Column: TypeAlias = "pd.Categorical[Any]"
"""A column of categories of text."""


def index(texts: Iterable[object]) -> pd.Index[str]:
    """The texts as categories, all of one kind."""
    return pd.Index([str(text) for text in texts], dtype="str")


def constant(text: str, length: int) -> Column:
    """A column that holds one text throughout."""
    return pd.Categorical.from_codes(np.zeros(length, dtype=np.int8), index([text]))


def recoded(column: Column, texts: Sequence[str]) -> Column:
    """The column with each of its categories as the text at its place (several may be equal)."""
    known = sorted(set(texts))
    place = {text: code for code, text in enumerate(known)}
    codes = np.array([place[text] for text in texts], dtype=np.int64)
    return pd.Categorical.from_codes(codes[column.codes], index(known))


def groups(columns: Mapping[str, Column], length: int) -> Column:
    """`sex=female;ethnic_group=black` from the breakdowns in their order, "" where all blank."""
    combined, parts = np.zeros(length, dtype=np.int64), [[""]]
    for name, column in columns.items():
        parts.append([f"{name}={text}" if text else "" for text in column.categories])
        mixed = combined * len(column.categories) + column.codes
        # Factorized at every step, so that the codes cannot grow beyond what a number holds.
        combined, seen = pd.factorize(mixed)
        before, own = np.divmod(seen, len(column.categories))
        texts = [
            ";".join(part for part in (parts[0][b], parts[1][o]) if part)
            for b, o in zip(before.tolist(), own.tolist(), strict=True)
        ]
        parts = [texts]
    return pd.Categorical.from_codes(combined, index(parts[0]))


def together(frames: Sequence[pd.DataFrame], kinds: Mapping[str, str]) -> pd.DataFrame:
    """The frames one under another, with the columns and kinds that `kinds` names."""
    if len(frames) == 1:
        return frames[0][list(kinds)]
    joined: dict[str, object] = {}
    for name, kind in kinds.items():
        parts = [frame[name] for frame in frames]
        if kind != "category":
            joined[name] = (
                np.concatenate([part.to_numpy() for part in parts]) if parts else np.empty(0, kind)
            )
        else:
            joined[name] = united([part.array for part in parts])
    return pd.DataFrame(joined)


def united(parts: Sequence[Column]) -> Column:
    """The columns one under another, their categories sorted."""
    known = sorted({str(text) for part in parts for text in part.categories})
    place = {text: code for code, text in enumerate(known)}
    codes = [
        np.array([place[str(text)] for text in part.categories], dtype=np.int64)[part.codes]
        for part in parts
        if len(part)
    ]
    joined = np.concatenate(codes) if codes else np.empty(0, dtype=np.int64)
    return pd.Categorical.from_codes(joined, index(known))
