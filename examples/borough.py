"""Makes the tables of the repository's own site: Tanverley, a borough that does not exist.

Run from the root of the repository: `python examples/borough.py`. It writes tables, shapes and
drawings under `datapackages/`, or under the folder that is named. The numbers come from seeded
generators, one for each table, so the same script gives the same bytes. Written by hand, and read
from there as they are: indicators, pathway, stories, and the tables of partners, programmes,
targets and corrections.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from borough import (
    ages,
    assessed,
    counted,
    hubs,
    monthly,
    needs,
    needs_open,
    outline,
    pictures,
    places,
    published,
    referrals,
    scales,
    services,
    survey,
    wellbeing,
)
from borough.tables import write

PACKAGES = Path(__file__).resolve().parents[1] / "datapackages"


def main(folder: Path) -> None:
    """Write every table of the three packages."""
    council, work, health = (folder / name / "data" for name in ("council", "partners", "health"))
    write(council, "areas", places.areas())
    write(council, "area-links", places.links())
    (council / "areas.geojson").write_text(outline.boundaries(seed(1)), "utf-8")
    write(council, "metrics-survey", survey.survey(seed(2)))
    write(council, "metrics-residents", counted.residents(seed(3)))
    write(council, "metrics-safety", published.corrected(counted.safety(seed(4))))
    write(council, "metrics-homes", counted.homes(seed(5)))
    write(council, "metrics-monthly", monthly.monthly(seed(21)))
    write(council, "metrics-schools", counted.schools(seed(6)))
    of_health = counted.health(seed(7))
    write(health, "metrics-health", published.corrected(of_health))
    write(health, "metrics-ages", ages.falls_by_age(seed(22), of_health))
    write(health, "metrics-estimates", published.corrected(published.estimates(seed(8))))
    visits = list(hubs.visits(seed(9)))
    write(work, "metrics-hubs", visits)
    brought = list(needs.needs(seed(10)))
    write(work, "metrics-needs", brought)
    write(work, "metrics-needs-open", needs_open.needs_open(seed(22), brought))
    write(work, "metrics-help", needs.first_help(seed(11)))
    write(work, "metrics-befriending", services.contacts(seed(12)))
    write(work, "metrics-members", hubs.members(seed(13)))
    write(work, "metrics-scores", services.scores(seed(14)))
    write(work, "metrics-experience", needs.told_once(seed(15)))
    write(work, "metrics-jobs", services.jobs(seed(16)))
    write(work, "metrics-breaks", services.breaks_for_carers(seed(17)))
    write(work, "metrics-carers", services.carers_known(seed(18)))
    write(work, "metrics-money", hubs.money(seed(19), visits))
    write(work, "metrics-referrals", referrals.referrals(seed(20)))
    write(work, "scales", scales.scales())
    for name, (changes, scores) in (
        ("stars", assessed.stars(seed(30))),
        ("wellbeing", wellbeing.wellbeing(seed(31))),
    ):
        write(work, f"change-{name}", changes)
        write(work, f"scores-{name}", scores)
    for path, draw in pictures.PICTURES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(draw())


def seed(number: int) -> np.random.Generator:
    """A generator of its own for each table: a change to one leaves the others as they are."""
    return np.random.default_rng((1862, number))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PACKAGES)
