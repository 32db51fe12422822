"""Makes the tables of the repository's own site: Tanverley, a borough that does not exist.

Run from the root of the repository: `python examples/borough.py`. It writes tables, shapes and
drawings under `datapackages/`, or under the folder that is named. The numbers come from seeded
generators, one for each table, so the same script gives the same bytes. Written by hand, and read
from there as they are: indicators, pathway, stories, and the tables of partners, programmes,
targets and corrections.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import numpy as np
from borough import outline, partners, pictures, places, statistics, survey
from borough.tables import YEARS, Row, write

PACKAGES = Path(__file__).resolve().parents[1] / "datapackages"


def main(folder: Path) -> None:
    """Write every table of the three packages."""
    council, work, health = (folder / name / "data" for name in ("council", "partners", "health"))
    write(council, "areas", places.areas())
    write(council, "area-links", places.links())
    (council / "areas.geojson").write_text(outline.boundaries(seed(1)), "utf-8")
    write(council, "metrics-survey", survey.survey(seed(2)))
    write(council, "metrics-residents", statistics.residents(seed(3)))
    safety = statistics.corrected(statistics.safety(seed(4)))
    write(council, "metrics-safety", safety)
    write(council, "metrics-homes", statistics.homes(seed(5)))
    write(council, "metrics-schools", statistics.schools(seed(6)))

    hospital = statistics.corrected(statistics.health(seed(7)))
    write(health, "metrics-health", hospital)
    published = statistics.corrected(statistics.estimates(seed(8)))
    write(health, "metrics-estimates", published)

    returns = list(partners.hub_returns(seed(9)))
    write(work, "metrics-hubs", returns)
    write(work, "metrics-needs", partners.needs(seed(10)))
    write(work, "metrics-help", partners.first_help(seed(11)))
    write(work, "metrics-befriending", partners.contacts(seed(12)))
    write(work, "metrics-members", partners.members(seed(13)))
    write(work, "metrics-scores", partners.scores(seed(14)))
    write(work, "metrics-experience", partners.told_once(seed(15)))
    write(work, "metrics-jobs", partners.jobs(seed(16)))
    write(work, "metrics-breaks", partners.breaks_for_carers(seed(17)))
    write(work, "metrics-carers", partners.carers_known(seed(18)))
    write(work, "metrics-referrals", partners.failed_referrals(seed(20)))
    write(work, "metrics-money", partners.money(seed(19), visits_by_year(returns)))

    for path, draw in pictures.PICTURES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(draw())


def seed(number: int) -> np.random.Generator:
    """A generator of its own for each table: a change to one leaves the others as they are."""
    return np.random.default_rng((1862, number))


def visits_by_year(returns: list[Row]) -> dict[str, int]:
    """Visits to all hubs in each financial year."""
    visits: Counter[str] = Counter()
    for row in returns:
        year, month = (int(part) for part in str(row["period"]).split("-"))
        visits[YEARS[year - 2021 - (month < 4)]] += int(str(row["hub_visits"] or 0))
    return visits


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PACKAGES)
