"""data/learning.csv: the records of learning, as they were written."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from ..model.learning import Learning
from ..model.report import Report
from ..pages.parts import address
from . import fields

DAYS = ("date", "due", "closed")


def table(report: Report) -> pd.DataFrame:
    """A row a record, in the order of their days: columns of `fields.LEARNING`."""
    every = sorted(report.inputs.learning.values(), key=lambda one: (one.date, one.id))
    frame = pd.DataFrame(_rows(report, every), columns=list(fields.LEARNING))
    return frame.astype(dict.fromkeys(DAYS, "datetime64[s]"))


def _rows(report: Report, every: Iterable[Learning]) -> list[dict[str, object]]:
    today = report.settings.report_date
    return [
        {
            "id": one.id,
            "date": pd.Timestamp(one.date),
            "kind": one.kind,
            "about": " ".join(one.about),
            "what": one.what,
            "so_what": one.so_what,
            "effect": one.effect,
            "action": one.action,
            "owner": one.owner,
            "due": pd.Timestamp(one.due) if one.due else pd.NaT,
            "action_status": one.state or "",
            "days_overdue": one.days_overdue(today),
            "closed": pd.Timestamp(one.closed) if one.closed else pd.NaT,
            "used": one.used,
            "address": address.record(one.id),
            "status": report.inputs.status(one.id),
        }
        for one in every
    ]
