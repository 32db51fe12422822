"""The small tables as dataclasses, row by row."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any, TypeVar

import pandas as pd

from ..errors import Problem, Where, error
from ..model.correction import Correction
from ..model.learning import Learning
from ..model.partner import Organisation, Programme
from ..model.place import Area, AreaLink
from ..model.scale import Item
from . import scalars
from .tables import Table

T = TypeVar("T")
KINDS: Mapping[str, type] = {
    "areas": Area,
    "area-links": AreaLink,
    "organisations": Organisation,
    "programmes": Programme,
    "corrections": Correction,
    "learning": Learning,
    "scales": Item,
}
_READ: Mapping[str, Any] = {
    "published": scalars.day,
    "valid_from": scalars.day,
    "valid_to": scalars.day,
    "page": lambda text: text == "yes",
    "period": scalars.period,
    "date": scalars.day,
    "due": scalars.day,
    "closed": scalars.day,
    "about": scalars.ids,
}


def records(table: Table, role: str) -> tuple[list[tuple[Any, int]], list[Problem]]:
    """Each row as the dataclass of the role, with the row's number.

    Blank cells are left to the dataclass's defaults. The table's cells are in order but for
    periods, whose problems are told here.
    """
    made, problems = [], []
    names = [str(name) for name in table.frame.columns]
    for row, cells in zip(
        table.rows.tolist(), table.frame.itertuples(index=False, name=None), strict=True
    ):
        given: dict[str, Any] = {}
        for name, cell in zip(names, cells, strict=True):
            if cell == "" or (isinstance(cell, float) and pd.isna(cell)):
                continue
            try:
                given[name] = _READ[name](cell) if name in _READ else cell
            except scalars.UnreadableError as problem:
                where = Where(table.file, row=row, field=name)
                problems.append(error(where, str(problem), problem.hint, str(cell)))
        if _is_whole(KINDS[role], given):
            made.append((KINDS[role](**given), row))
    return made, problems


def _is_whole(kind: type, given: Mapping[str, Any]) -> bool:
    """Whether every field without a default is there (what is missing has been told)."""
    return all(
        field.name in given
        for field in dataclasses.fields(kind)
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    )
