"""How each reading was worked out, step by step, under the id that readings link."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import words

from .standing import Standing

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
    steps: tuple[str, ...]


def workings(standing: Standing) -> tuple[Worked, ...]:
    """Every reading of the indicator in its place, in the order of `TITLES`."""
    found = []
    for reading, title in TITLES.items():
        it = standing.lookup.reading(standing.indicator.id, standing.area, reading)
        if it:
            steps = tuple(s for s in (it.finding, it.reason, f"Verdict: {it.verdict}.") if s)
            found.append(Worked(f"working-{reading.replace(' ', '-')}", title, steps))
    return tuple(found)
