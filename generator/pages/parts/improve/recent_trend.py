"""The trend of the last five years, where it can be calculated."""

from __future__ import annotations

from generator.wording import trend
from generator.wording.working import result

from ..indicator.indicator_tables import Part
from ..known import cells
from ..known.cells import Reading
from ..known.standing import Standing
from ..shapes import verdict
from ..worded import Definition
from .made import Made

SECTION = "recent-trend"
YEARS = 5


def recent_trend(standing: Standing, page: str) -> Made:
    """The verdict with the five values and the test behind it."""
    reading = standing.recent_trend
    every = standing.lookup.readings(standing.indicator.id)
    pointed = every["working"].astype(str).str.endswith(f"#{SECTION}").any()
    if not pointed:
        return Made()
    steps = [Definition("Rule", (trend.RULE,))]
    if reading is None or reading.reason:
        why = reading.reason if reading else ""
        lead = f"In {standing.place}, this cannot be calculated. {why}".strip()
        return Made((Part(SECTION, "Recent trend", lead=lead, worked=tuple(steps)),))
    last = [r for r in standing.series if r.value is not None][-YEARS:]
    steps += [Definition(standing.period(r.period), (result(r, standing.manner),)) for r in last]
    steps.append(Definition("Test", (_test(standing, reading),)))
    steps.append(Definition("Verdict", (verdict(reading.verdict).word,)))
    own = Part(
        SECTION,
        "Recent trend",
        verdict=verdict(reading.verdict),
        lead=reading.finding,
        worked=tuple(steps),
    )
    return Made((own,))


def _test(standing: Standing, reading: Reading) -> str:
    """The numbers of the test of everyone in the place."""
    rows = cells.whole(standing.lookup.results(standing.indicator.id))
    own = rows[(rows["area"] == reading.area) & (rows["period"] == reading.period)]
    tested = standing.lookup.worked.trends.loc[own.index].iloc[0]
    return trend.test(tested["by"], float(tested["chi_squared"]), bool(tested["held"]))
