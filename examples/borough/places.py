"""The places: a country, a region, boroughs, and in ours three localities with nine wards.

All codes start with X, so that nobody takes them for real ones.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .tables import Row, table

Numbers = NDArray[np.float64]

Counts = NDArray[np.int64]

COUNTRY, REGION, BOROUGH = "X10000001", "X20000001", "X30000001"

LOCALITIES = {
    "X40000001": "Tanverley Town",
    "X40000002": "North Vale",
    "X40000003": "Southmarsh",
}

# name, locality, people, how deprived it is (-1 least, 1 most)
WARDS = {
    "X50000001": ("Castlegate", "X40000001", 24600, 0.3),
    "X50000002": ("Quayside", "X40000001", 27900, 1.0),
    "X50000003": ("Millfields", "X40000001", 29400, 0.6),
    "X50000004": ("Heathfield Rise", "X40000002", 26100, -0.5),
    "X50000005": ("St Wilfrid's", "X40000002", 23800, -0.7),
    "X50000006": ("Brackenhill", "X40000002", 21500, -1.0),
    "X50000007": ("Marsh End", "X40000003", 30200, 0.8),
    "X50000008": ("Orchard Park", "X40000003", 32700, -0.2),
    "X50000009": ("Saltery", "X40000003", 25300, 0.1),
}

# name, people, how much better (-) or worse (+) things stand there than in the country
SIMILAR = {
    "X30000011": ("Brackenford", 214000, 0.15),
    "X30000012": ("Cresswell Bay", 268000, 0.35),
    "X30000013": ("Dunmere", 236000, -0.25),
    "X30000014": ("Eastry Vale", 187000, 0.1),
    "X30000015": ("Fallow Hill", 301000, -0.1),
    "X30000016": ("Garside and Holme", 252000, 0.45),
    "X30000017": ("Hallowmouth", 229000, -0.4),
}

IN_OUR_REGION = ("X30000011", "X30000012", "X30000014")

PEOPLE = np.array([people for _, _, people, _ in WARDS.values()])

DEPRIVED: Numbers = np.array([deprived for *_, deprived in WARDS.values()])

LOCALITY_OF = [locality for _, locality, *_ in WARDS.values()]

MOST_TO_LEAST = ("most", "second", "middle", "fourth", "least")


def fifths(deprived: Numbers) -> Numbers:
    """The share of a place's people in each fifth of neighbourhoods, most deprived first."""
    weight = np.exp(-np.outer(deprived, np.linspace(-1.1, 1.1, 5)))
    return np.asarray(weight / weight.sum(axis=1, keepdims=True))


def areas() -> list[Row]:
    """The table of areas."""
    wards = [(code, name, "ward", people, "yes") for code, (name, _, people, _) in WARDS.items()]
    localities = [
        (code, name, "locality", int(PEOPLE[[of == code for of in LOCALITY_OF]].sum()), "yes")
        for code, name in LOCALITIES.items()
    ]
    boroughs = [
        (code, name, "borough", people, "no") for code, (name, people, _) in SIMILAR.items()
    ]
    return table(
        "area name kind population page",
        (BOROUGH, "Tanverley", "borough", int(PEOPLE.sum()), "yes"),
        *localities,
        *wards,
        *boroughs,
        (REGION, "East Albria", "region", 3120000, "no"),
        (COUNTRY, "Albria", "country", 24300000, "no"),
    )


def links() -> list[Row]:
    """Which place lies in which, and which boroughs are like ours."""
    inside = [(code, "in", locality) for code, (_, locality, *_) in WARDS.items()]
    inside += [(code, "in", BOROUGH) for code in LOCALITIES]
    inside += [(code, "in", REGION) for code in (BOROUGH, *IN_OUR_REGION)]
    inside += [(REGION, "in", COUNTRY)]
    alike = [(BOROUGH, "similar", code) for code in SIMILAR]
    rows = [(*link, "Made up") for link in (*inside, *alike)]
    return table("area kind other source", *rows)
