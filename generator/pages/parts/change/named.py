"""A row of change in people with the name that it stands under."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Named:
    """`row` is of `MOVED` or `POOLED`, None where there is none; `earlier` is that of the period
    before. `href` leads to what it is of, `note` stands under its name."""

    name: str
    row: Any
    earlier: Any = None
    code: str = ""
    href: str = ""
    note: str = ""
    subject: bool = False
