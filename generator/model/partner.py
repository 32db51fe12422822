"""Who the values come from and under what: organisations and programmes."""

from __future__ import annotations

from dataclasses import dataclass

from .metric import Id


@dataclass(frozen=True)
class Organisation:
    """A provider, funder or other partner."""

    organisation: Id
    name: str
    kind: str = ""
    role: str = ""
    area: str = ""
    reports_to: str = ""
    comment: str = ""


@dataclass(frozen=True)
class Programme:
    """What organisations do together under one name."""

    programme: Id
    name: str
    description: str = ""
