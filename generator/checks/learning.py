"""Records of learning: what they are about is there, and their actions can be followed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import Problem, warning
from ..model.learning import Learning
from ..model.report import Inputs
from ..model.settings import Settings
from . import places
from .remedies import hint

NAMED = re.compile(r"\b(?:mr|mrs|ms|miss|mx|dr|sir|dame|cllr)\b\.? +[a-z]", re.IGNORECASE)
"""A title with what follows it: a name, and not a role."""
SUCH_AS = "2026-09-30"


def check(inputs: Inputs, settings: Settings) -> list[Problem]:
    """Every problem of the records, each where its cell stands."""
    if not inputs.learning:
        return []
    known = everything(inputs)
    problems: list[Problem] = []
    for record in inputs.learning.values():
        problems += _about(inputs, record, known)
        problems += _action(inputs, record)
        problems += _closing(inputs, record)
        problems += _days(inputs, record, settings)
    return [*problems, *_twice(inputs)]


def everything(inputs: Inputs) -> frozenset[str]:
    """All ids and codes that a record may be about, but for those of records.

    A story whose consent has ended is none of them: its name must not come out with the record.
    """
    pathway = inputs.pathway
    ids = [str(outcome.id) for outcome in pathway.outcomes]
    ids += [str(step.id) for step in pathway.steps]
    ids += [str(link.id) for link in pathway.links]
    for defined in (
        *(inputs.indicators, inputs.metrics, inputs.breakdowns, pathway.domains),
        *(inputs.organisations, inputs.programmes, inputs.stories),
    ):
        ids += [str(id) for id in defined]
    # Without a table of areas, any area may stand.
    ids += inputs.areas or map(str, inputs.values["area"].unique())
    return frozenset(ids)


def _about(inputs: Inputs, record: Learning, known: frozenset[str]) -> Iterator[Problem]:
    if record.id in known:
        what = f"'{record.id}' is the id of a record and of something else"
        yield _error(inputs, record, "id", what, "Give the record another id.", record.id)
    for id in record.about:
        if id not in known and id not in inputs.learning:
            what = f"nothing has the id '{id}'"
            yield _error(inputs, record, "about", what, hint(id, known, "thing"), id)


def _action(inputs: Inputs, record: Learning) -> Iterator[Problem]:
    """Whether somebody can be held to the action, and sees that there is one."""
    if not record.action:
        given = {"status": record.status, "due": record.due, "closed": record.closed}
        for name in (name for name, value in given.items() if value):
            what = f"there is a cell '{name}' and no action"
            remedy = f"Type what is to be done in the column action, or leave {name} blank."
            yield _warning(inputs, record, name, what, remedy)
        if record.kind == "people_said" and not record.effect:
            what = "nothing says what was done about what people said"
            remedy = "Type it in the column action, or in effect why nothing was done."
            yield _warning(inputs, record, "action", what, remedy)
    if record.is_open and not record.owner:
        what = "nobody answers for the action"
        yield _warning(inputs, record, "owner", what, "Type a role, such as Head of housing.")
    if record.is_open and not record.due:
        what = "nothing says by when the action is to be done"
        yield _warning(inputs, record, "due", what, f"Type a day, such as {SUCH_AS}.")
    if NAMED.search(record.owner):
        what = "the owner looks like a person's name"
        yield _warning(inputs, record, "owner", what, "Type the role, such as Head of housing.")


def _closing(inputs: Inputs, record: Learning) -> Iterator[Problem]:
    """Whether an action that has ended says when, and only such a one."""
    if record.state == "done" and not record.closed:
        what = "the action is done, and nothing says when"
        remedy = f"Type the day in the column closed, such as {SUCH_AS}."
        yield _error(inputs, record, "closed", what, remedy)
    if record.state == "dropped" and not record.closed:
        what = "the action was dropped, and nothing says when"
        remedy = f"Type the day in the column closed, such as {SUCH_AS}."
        yield _warning(inputs, record, "closed", what, remedy)
    if record.is_open and record.closed:
        what = f"the action was closed on {record.closed}, and its status is '{record.state}'"
        remedy = "Type done or dropped as its status, or leave closed blank."
        yield _error(inputs, record, "status", what, remedy, record.status or "")


def _days(inputs: Inputs, record: Learning, settings: Settings) -> Iterator[Problem]:
    """Whether the days follow one another: recorded, due or closed, and then reported."""
    for name, day in (("due", record.due), ("closed", record.closed)):
        if day and day < record.date:
            what = f"{day} is before the day of the record, {record.date}"
            remedy = f"Correct one of the two: {name} cannot be before date."
            yield _error(inputs, record, name, what, remedy, str(day))
    for name, day in (("date", record.date), ("closed", record.closed)):
        if day and day > settings.report_date:
            what = f"{day} is after the day that the site speaks on, {settings.report_date}"
            remedy = "Correct the day, or set a later report_date in mkdocs.yml."
            yield _warning(inputs, record, name, what, remedy, str(day))


def _twice(inputs: Inputs) -> Iterator[Problem]:
    seen: dict[tuple[object, ...], Learning] = {}
    for record in inputs.learning.values():
        first = seen.setdefault((record.date, record.kind, record.what), record)
        if first is not record:
            what = f"this was recorded on the same day as '{first.id}'"
            remedy = "Delete one of the two, or say how they differ."
            yield _warning(inputs, record, "what", what, remedy)


def _error(
    inputs: Inputs, record: Learning, field: str, what: str, remedy: str, value: str = ""
) -> Problem:
    return places.at(inputs, f"learning.{record.id}.{field}", what, remedy, value)


def _warning(
    inputs: Inputs, record: Learning, field: str, what: str, remedy: str, value: str = ""
) -> Problem:
    where = places.where(inputs, f"learning.{record.id}.{field}")
    return warning(where, what, remedy, value)
