"""A published value that was changed, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .metric import Id
from .period import Period
from .words import CorrectionKind


@dataclass(frozen=True)
class Correction:
    """What stood there, what stands there now, and what it means for the message."""

    published: date
    indicator: Id
    period: Period
    area: str
    kind: CorrectionKind
    reason: str
    organisation: str = ""
    old: str = ""
    new: str = ""
    effect: str = ""
