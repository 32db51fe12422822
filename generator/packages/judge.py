"""Frictionless's verdict: the only module that knows it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..errors import Problem, Where, error
from .descriptors import REMEDY


def judged(
    wanted: Mapping[str, Any], folder: Path, shown: str, file: str, small: frozenset[str]
) -> list[Problem]:
    """Frictionless's verdict on the descriptor and on the tables whose paths are `small`.

    Only called with a descriptor that has passed every rule above, so that nothing in it leads
    out of the folder; the way of reading is pinned, so that nothing is guessed.
    """
    import frictionless

    checked = {key: value for key, value in wanted.items() if key not in ("resources", "$schema")}
    checked["resources"] = [
        {
            **resource,
            "scheme": "file",
            "format": "csv",
            "dialect": {"header": True, "csv": {"delimiter": ","}},
        }
        for resource in wanted["resources"]
        if resource["path"] in small
    ]
    try:
        report = frictionless.Package.from_descriptor(checked, basepath=str(folder)).validate()
    except frictionless.FrictionlessException as problem:
        notes = problem.reasons or [problem.error]
        return [
            error(Where(file), f"the descriptor is not valid: {note.note}", REMEDY)
            for note in notes[-20:]
        ]
    problems = [
        error(Where(file), f"the descriptor is not valid: {found.note}", REMEDY)
        for found in report.errors
    ]
    for task in report.tasks:
        for found in task.errors[:20]:
            row = getattr(found, "row_number", None)
            field = str(getattr(found, "field_name", "") or "")
            where = Where(f"{shown}/{task.place}", row=row, field=field)
            problems.append(
                error(where, f"{found.title.lower()}: {found.note}", "Mend the cell or the row.")
            )
    return problems
