"""What was learned and decided, by date, and what is being done about it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from .metric import Id
from .words import ActionStatus, LearningKind


@dataclass(frozen=True)
class Learning:
    """One dated record; `about` names whatever it is about, by id.

    Where there is an `action` it has a `state`: to do where nothing else is written.
    """

    id: Id
    date: datetime.date
    kind: LearningKind
    what: str
    about: tuple[str, ...] = ()
    so_what: str = ""
    effect: str = ""
    action: str = ""
    owner: str = ""
    due: datetime.date | None = None
    status: ActionStatus | None = None
    closed: datetime.date | None = None
    used: str = ""

    @property
    def state(self) -> ActionStatus | None:
        """How far its action is; None where it has none."""
        return (self.status or "to_do") if self.action else None

    @property
    def is_open(self) -> bool:
        """Whether its action is still to be done."""
        return self.state in ("to_do", "under_way")

    def days_overdue(self, on: datetime.date) -> int:
        """By how many days an open action is past its day, on this one; 0 where it is in time."""
        if not self.is_open or self.due is None:
            return 0
        return max((on - self.due).days, 0)

    def was_open(self, on: datetime.date) -> bool:
        """Whether its action stood on the list at the end of this day."""
        still = self.is_open or self.closed is None or self.closed > on
        return bool(self.action) and self.date <= on and still
