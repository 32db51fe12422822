"""Where an indicator is heading if its recent pattern continues, and whether a target is met."""

from __future__ import annotations

from generator.model import words
from generator.readings.improve.forecast import CANNOT_SAY, SECTION
from generator.wording import consequences
from generator.wording.verdicts import capitalised

from ..indicator.indicator_tables import Part
from ..known.cells import Reading
from ..known.outlook import Outlook
from ..known.standing import Standing
from ..shapes import verdict
from .forecast_fan import fan
from .forecast_steps import steps
from .made import Made

TITLE = "Where it is heading"
OPEN_IT = "Show the forecast as a chart"


def forecast(standing: Standing, page: str) -> Made:
    """The finding, the fan and how it was made; nothing without a forecast or a target."""
    reading = read(standing)
    if reading is None:
        return Made()
    found = outlook(standing)
    if found is None and reading.reference_value is None:
        return Made()
    drawn = fan(standing, page, reading, found) if found else None
    judged = reading.verdict != CANNOT_SAY
    part = Part(
        SECTION,
        TITLE,
        verdict=verdict(reading.verdict) if reading.reference_value is not None else None,
        lead=" ".join(filter(None, (said(standing, reading), in_people(standing, found)))),
        figure=drawn.figure if drawn else None,
        folded="" if judged or not drawn else OPEN_IT,
        worked=tuple(steps(standing, reading, found)) if found else (),
    )
    return Made((part,), drawn.files if drawn else ())


def read(standing: Standing) -> Reading | None:
    """The reading of everyone in the place; None where there is none of its own."""
    found = standing.lookup.reading(standing.indicator.id, standing.area, words.FORECAST)
    return found if found and found.whole else None


def outlook(standing: Standing) -> Outlook | None:
    """What comes next in the series that its card reads."""
    if not standing.series or standing.group:
        return None
    key = (str(standing.indicator.id), standing.series[-1].frequency)
    return standing.lookup.worked.outlooks.get(key)


def in_people(standing: Standing, found: Outlook | None) -> str:
    """What the forecast means in people, with what it supposes; "" where it counts none."""
    if found is None or found.people is None:
        return ""
    row = found.people
    aimed = row.against == "target"
    now = standing.within(str(row.reference_period))
    said = consequences.people(row.difference, row.lower, row.upper, aimed, now)
    return " ".join(filter(None, (said, consequences.held(row.denominator))))


def said(standing: Standing, reading: Reading) -> str:
    """The finding without the title, which heads the page."""
    return capitalised(
        reading.finding.removeprefix(f"{standing.indicator.title}, {standing.place}: ")
    )
