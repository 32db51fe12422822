"""Three Outcomes Stars and a wellbeing scale: what they ask, and which outcome each item is of.

The items and steps are those that the Stars have. They are mapped onto outcomes as Birmingham's
review of impact data (Table 3) maps them: money and work, health, other people, the home, and
carers' support. Items of which it says nothing speak of no outcome here either.
"""

from __future__ import annotations

from dataclasses import dataclass

from .tables import Row

WELLBEING, MENTAL_WELLBEING = "swemwbs", "total"
RELIABILITY = 0.93
"""Of the wellbeing scale: 1 less the square of 1.03 over 3.921, as its row tells."""


@dataclass(frozen=True)
class Item:
    """What a Star asks about: where people usually stand when they come (`level`), and by how much
    they move on average in the first year and in the last (`gains`)."""

    id: str
    title: str
    outcome: str
    level: float
    gains: tuple[float, float]


@dataclass(frozen=True)
class Star:
    """A Star, with steps from 1 to `highest`."""

    id: str
    title: str
    owner: str
    highest: int
    items: tuple[Item, ...]


TRIANGLE = "Triangle Consulting Social Enterprise Ltd"

HOMELESSNESS = Star(
    "homelessness_star",
    "Homelessness Star",
    f"{TRIANGLE} and the London Housing Foundation",
    10,
    (
        Item("motivation", "Motivation and taking responsibility", "", 5.1, (1.1, 1.3)),
        Item("self_care", "Self-care and living skills", "", 6.2, (0.5, 0.6)),
        Item("money", "Managing money and personal administration", "good_work", 4.3, (0.5, 2.0)),
        Item("networks", "Social networks and relationships", "connected", 4.7, (0.5, 1.4)),
        Item("substances", "Drug and alcohol misuse", "", 8.6, (0.4, 0.3)),
        Item("physical_health", "Physical health", "stay_well", 5.8, (0.3, 0.4)),
        Item("mental_health", "Emotional and mental health", "stay_well", 4.4, (0.8, 1.0)),
        Item("use_of_time", "Meaningful use of time", "", 4.2, (0.6, 1.5)),
        Item("tenancy", "Managing tenancy and accommodation", "homes", 4.5, (1.6, 0.4)),
        Item("offending", "Offending", "", 10.2, (0.3, 0.3)),
    ),
)

EMPOWERMENT = Star(
    "empowerment_star",
    "Empowerment Star",
    TRIANGLE,
    10,
    (
        Item("safety", "Safety", "", 4.6, (2.0, 2.5)),
        Item("accommodation", "Accommodation", "homes", 5.0, (1.5, 0.6)),
        Item("support_networks", "Support networks", "connected", 4.1, (1.2, 2.1)),
        Item("legal", "Legal issues", "", 4.8, (1.3, 1.5)),
        Item("health", "Health and well-being", "stay_well", 4.4, (1.1, 1.3)),
        Item("money", "Money", "good_work", 4.0, (0.9, 1.4)),
        Item("children", "Children", "", 7.4, (0.6, 0.6)),
        Item("work_learning", "Work and learning", "good_work", 3.5, (1.0, 2.0)),
        Item("self_esteem", "Empowerment and self-esteem", "", 3.8, (1.8, 2.2)),
    ),
)

CARERS = Star(
    "carers_star",
    "Carers Star",
    TRIANGLE,
    5,
    (
        Item("health", "Health", "stay_well", 3.1, (0.1, -0.1)),
        Item("caring_role", "The caring role", "carers_life", 2.9, (0.5, 0.6)),
        Item("home", "Managing at home", "homes", 3.5, (0.25, 0.2)),
        Item("time", "Time for yourself", "carers_life", 2.3, (0.6, -0.05)),
        Item("feelings", "How you feel", "stay_well", 2.7, (0.4, 0.25)),
        Item("finances", "Finances", "good_work", 3.3, (0.1, -0.4)),
        Item("work", "Work", "good_work", 3.2, (0.1, 0.05)),
    ),
)

STARS = (HOMELESSNESS, EMPOWERMENT, CARERS)


def scales() -> list[Row]:
    """The table of scales, a row an item."""
    rows: list[Row] = []
    for star in STARS:
        line = f"{star.title}™ © {star.owner}"
        for item in star.items:
            row: Row = {"scale": star.id, "scale_title": star.title, "item": item.id}
            row |= {"title": item.title, "outcome": item.outcome, "minimum": 1}
            row |= {"maximum": star.highest, "better": "up", "licence_line": line}
            rows.append(row | {"reliability": "", "reliability_source": ""})
    return [*rows, _wellbeing()]


def _wellbeing() -> Row:
    line = (
        "Short Warwick Edinburgh Mental Wellbeing Scale (SWEMWBS) © NHS Health Scotland, "
        "University of Warwick and University of Edinburgh, 2008, all rights reserved. "
        "Whoever uses it registers first."
    )
    source = (
        "Worked back from the standard error of measurement, 1.03 points, and the standard "
        "deviation, 3.921, in Shah and others (2018), Health and Quality of Life Outcomes 16:239"
    )
    row: Row = {"scale": WELLBEING, "scale_title": "Short wellbeing scale (SWEMWBS)"}
    row |= {"item": MENTAL_WELLBEING, "title": "Mental wellbeing", "outcome": "stay_well"}
    row |= {"minimum": 7, "maximum": 35, "better": "up", "licence_line": line}
    return row | {"reliability": RELIABILITY, "reliability_source": source}
