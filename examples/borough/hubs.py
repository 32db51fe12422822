"""What the six hubs send in each month, who their members are, and what they cost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np

from .contracts import HUBS
from .drawing import rolled, split
from .places import BOROUGH, PEOPLE
from .survey import AGES, SEXES
from .tables import MONTHS, YEARS, Row, provisional, table

VISITS = {
    "together_town": 1900,
    "quay_trust": 2350,
    "millfields_centre": 1720,
    "st_wilfrids_hall": 640,
    "marsh_end_rooms": 2050,
    "orchard_neighbours": 1180,
}

JOINED_BY = {
    "asian": 0.075,
    "black": 0.11,
    "mixed": 0.03,
    "white": 0.715,
    "other": 0.014,
    "not_stated": 0.056,
}
"""The shares of members by ethnic group: fewer Asian residents join than live here."""


def visits(rng: np.random.Generator) -> Iterator[Row]:
    """One column a metric, as a hub's monthly return is."""
    for number, month in enumerate(MONTHS):
        in_year = int(month[-2:])
        quiet = {8: 0.78, 12: 0.74, 1: 1.08, 2: 1.06, 11: 1.05}.get(in_year, 1)
        # Doors half shut in spring 2021 and again in the winter after.
        shut = {0: 0.22, 1: 0.3, 2: 0.42, 3: 0.6, 4: 0.72, 8: 0.8, 9: 0.62, 10: 0.74}.get(number, 1)
        for hub, usual in VISITS.items():
            slope = {"quay_trust": 0.001, "marsh_end_rooms": 0.006}.get(hub, 0.0042)
            seen = usual * (0.86 + slope * number) * quiet * shut
            made = round(seen * rng.normal(1, 0.035))
            first = int(rng.binomial(made, 0.118 - 0.0006 * number))
            hours = round(made * rng.normal(0.31, 0.015) * (1 - 0.0062 * number))
            row: Row = {"period": month, "area": BOROUGH, "organisation": hub, "programme": HUBS}
            row |= {"hub_visits": made, "first_visits": first, "volunteer_hours": hours}
            row |= {"flag": provisional(month), "comment": ""}
            if (hub, month) == ("st_wilfrids_hall", "2024-08"):
                row |= dict.fromkeys(("hub_visits", "first_visits", "volunteer_hours"), 0)
                row["comment"] = "Shut while the roof was repaired"
            elif (hub, month) == ("marsh_end_rooms", "2025-11"):
                row |= {"hub_visits": round(made * 0.4), "first_visits": round(first * 0.4)}
                row["comment"] = "Flooded; open in the school hall for the last week"
            elif (hub, month) == ("quay_trust", "2022-09"):
                row |= dict.fromkeys(("hub_visits", "first_visits", "volunteer_hours"), "")
                row |= {"flag": "x", "comment": "The return was lost when the system changed"}
            elif (hub, month) in {
                ("orchard_neighbours", "2023-05"),
                ("millfields_centre", "2025-12"),
            }:
                continue
            yield row


def members(rng: np.random.Generator) -> list[Row]:
    """Members of hubs by the ward where they live, and by group; the borough is to be summed."""
    near = np.array((34, 31, 27, 9, 19, 6, 29, 22, 8)) / 1000
    growth = np.array((0.62, 0.84, 1.0, 1.13, 1.24))
    joined = rng.binomial(PEOPLE[:, None], near[:, None] * growth)
    joined[5, 0] = 0  # no hub was near Brackenhill yet
    rows = rolled("hub_members", YEARS, np.asarray(joined), totals=False)
    for number, year in enumerate(YEARS):
        everyone = int(joined[:, number].sum())
        risks = {
            "sex": {"female": 1.2, "male": 0.78},
            "age_band": {"18_34": 0.5, "35_49": 0.8, "50_64": 1.1, "65_79": 2.0, "80_over": 1.7},
        }
        for breakdown, known in risks.items():
            sizes = SEXES if breakdown == "sex" else AGES
            dealt = split(rng, everyone, {name: sizes[name] * risk for name, risk in known.items()})
            for name, value in dealt.items():
                row: Row = {"metric": "hub_members", "period": year, "area": BOROUGH}
                rows.append(row | {breakdown: name, "value": value, "flag": provisional(year)})
    for number, year in enumerate(YEARS):
        everyone = int(joined[:, number].sum())
        for name, value in split(rng, everyone, JOINED_BY).items():
            row = {"metric": "hub_members", "period": year, "area": BOROUGH}
            rows.append(row | {"ethnic_group": name, "value": value, "flag": provisional(year)})
    return rows


def money(rng: np.random.Generator, returns: list[Row]) -> list[Row]:
    """Spending on the hubs, and the visits of the same year."""
    made: Counter[str] = Counter()
    for row in returns:
        first, month = (int(part) for part in str(row["period"]).split("-"))
        made[YEARS[first - 2021 - (month < 4)]] += int(str(row["hub_visits"] or 0))
    rows: list[Row] = []
    for number, year in enumerate(YEARS):
        spent = int(round((612000 + 31000 * number) * rng.normal(1, 0.01), -2))
        for metric, value in (("hub_spend", spent), ("visits_in_year", made[year])):
            said = (metric, year, BOROUGH, HUBS, value, provisional(year))
            rows += table("metric period area programme value flag", said)
    return rows
