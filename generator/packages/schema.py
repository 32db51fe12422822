"""The Table Schemas of `generator/schemas/`: the single source of a table's columns."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ..model.metric import Breakdown, Metric

FOLDER = Path(__file__).parent.parent / "schemas"
ROLES = (
    "metrics", "targets", "areas", "area-links", "organisations", "programmes", "corrections",
    "learning", "scales", "change", "scores",
)  # fmt: skip
NOT_READ_YET = (
    "services", "returns", "evidence-plan", "voices", "unit-values",
    "deflators", "value-map", "spending",
)  # fmt: skip
WITH_BREAKDOWNS = ("metrics", "targets", "change", "scores")
ID = "^[a-z0-9_]+$"
WORD = "^[^;=]*$"
IN_LONG_TABLES = ("metric", "value", "lower", "upper")
"""Columns of a metrics table that one with a column a metric doesn't have."""


@dataclass(frozen=True)
class Column:
    """What one column takes; `descriptor` is its field in the Table Schema."""

    descriptor: Mapping[str, Any]

    @property
    def name(self) -> str:
        return str(self.descriptor["name"])

    @property
    def type(self) -> str:
        return str(self.descriptor["type"])

    @property
    def constraints(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.descriptor.get("constraints", {})
        return found

    @property
    def required(self) -> bool:
        return bool(self.constraints.get("required"))


@cache
def schema(role: str) -> Mapping[str, Any]:
    """The Table Schema of a role, as its file has it."""
    found: Mapping[str, Any] = json.loads((FOLDER / f"{role}.json").read_text("utf-8"))
    return found


def role_of(name: str) -> str | None:
    """The role that a resource's name (`metrics-carers`) says, None where it says none."""
    known = (*ROLES, *NOT_READ_YET)
    fitting = [role for role in known if name == role or name.startswith(f"{role}-")]
    return max(fitting, key=len, default=None)


def columns(
    role: str, breakdowns: Iterable[Breakdown] = (), metrics: Iterable[Metric] = ()
) -> dict[str, Column]:
    """All columns that a table of this role may have, by name, in the schema's order.

    Breakdown columns stand after `programme`; with `metrics`, the columns are those of a table
    with a column a metric.
    """
    fields = [Column(field) for field in schema(role)["fields"]]
    if metrics:
        fields = [field for field in fields if field.name not in IN_LONG_TABLES]
    if role in WITH_BREAKDOWNS:
        at = [field.name for field in fields].index("programme") + 1
        fields[at:at] = [_of_breakdown(breakdown) for breakdown in breakdowns]
    for metric in metrics:
        fields.insert(len(fields) - 3, _of_metric(metric))
    return {field.name: field for field in fields}


def _of_breakdown(breakdown: Breakdown) -> Column:
    what = "Group of people" if breakdown.of == "people" else "Detail"
    field: dict[str, Any] = {
        "name": breakdown.id,
        "title": breakdown.title,
        "type": "string",
        "description": f"{what}. Blank: all.",
    }
    if known := [
        *breakdown.categories,
        *(n for n in breakdown.not_stated if n not in breakdown.categories),
    ]:
        field["constraints"] = {"enum": [str(category) for category in known]}
    else:  # the words found; those that part the groups of a cell cannot stand in them
        field["constraints"] = {"pattern": WORD}
    return Column(field)


def _of_metric(metric: Metric) -> Column:
    return Column(
        {
            "name": metric.id,
            "title": metric.title,
            "type": "number",
            "description": metric.description or f"{metric.title}. Blank where there is no value.",
        }
    )
