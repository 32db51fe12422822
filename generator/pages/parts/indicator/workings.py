"""How each reading was worked out, step by step, under the id that readings link."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import words
from generator.readings import WORKING
from generator.wording.working import Working

from ..known.standing import Standing
from ..worded import Definition

TITLES = {
    words.ON_A_CARD: "The verdict",
    words.SINCE_BASELINE: "Since the baseline",
    words.TOWARDS_TARGET: "Towards the target",
    words.AGAINST_COMPARATOR: "Against another place",
}


@dataclass(frozen=True)
class Worked:
    """The steps of one reading."""

    id: str
    title: str
    steps: tuple[Definition, ...]


def workings(standing: Standing) -> tuple[Worked, ...]:
    """Every reading of the indicator in its place, in the order of `TITLES`."""
    latest = standing.latest
    if latest is None:
        return ()
    since = standing.since
    at_baseline = (r for r in standing.series if since and r.period == since.reference_period)
    baseline = standing.indicator.baseline
    own_value = baseline is not None and baseline.value is not None
    work = Working(
        standing.indicator,
        standing.lookup.report.inputs,
        standing.manner,
        latest,
        None if own_value else next(at_baseline, None),
        since,
        standing.lookup.worked.pace(standing.indicator.id, standing.towards),
    )
    found = []
    for name, title in TITLES.items():
        reading = standing.lookup.reading(standing.indicator.id, standing.area, name)
        if reading:
            steps = tuple(Definition(what, (said,)) for what, said in work.steps(reading))
            found.append(Worked(WORKING[name], title, steps))
    return tuple(found)
