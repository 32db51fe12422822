"""Needs that people bring to any partner: how many, how soon, how well."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from .contracts import BEFRIENDING, CARERS, CONTRACTS, NOT_RETURNED, WHY, WORK
from .drawing import split
from .places import BOROUGH
from .tables import QUARTERS, YEARS, Row, provisional, table

KINDS = {
    "money": 0.31,
    "housing": 0.19,
    "company": 0.16,
    "health": 0.14,
    "work": 0.12,
    "other": 0.08,
}


KINDS_FROM = QUARTERS.index("2024/25 Q1")


KINDS_OF = {  # what people bring to each programme, where it differs
    BEFRIENDING: {
        "money": 0.03,
        "housing": 0.02,
        "company": 0.82,
        "health": 0.1,
        "work": 0.01,
        "other": 0.02,
    },
    CARERS: {
        "money": 0.22,
        "housing": 0.05,
        "company": 0.3,
        "health": 0.33,
        "work": 0.06,
        "other": 0.04,
    },
    WORK: {
        "money": 0.12,
        "housing": 0.04,
        "company": 0.03,
        "health": 0.06,
        "work": 0.71,
        "other": 0.04,
    },
}


HARDER = {
    "money": 0.04,
    "housing": -0.19,
    "company": 0.1,
    "health": -0.04,
    "work": -0.06,
    "other": 0.0,
}


def needs(rng: np.random.Generator) -> Iterator[Row]:
    """Needs that people brought and those fully met, by partner and programme; by kind of need
    since the return asks for it."""
    for number, quarter in enumerate(QUARTERS):
        winter = {"3": 1.05, "4": 1.12}.get(quarter[-1], 0.96)
        for contract in CONTRACTS:
            why = WHY.get((quarter, contract.organisation), "")
            if (quarter, contract.organisation) in NOT_RETURNED:
                continue
            grown = 0.72 + 0.019 * number if number < 12 else 0.93 + 0.012 * (number - 11)
            brought = round(contract.size * grown * winter * rng.normal(1, 0.05))
            dealt = split(rng, brought, KINDS_OF.get(contract.programme, KINDS))
            counts = {}
            for kind, presented in dealt.items():
                chance = 0.575 + 0.0052 * number + contract.good + HARDER[kind]
                chance -= 0.09 if why and "again" not in why else 0
                chance -= 0.004 * max(0, number - 9) if kind == "housing" else 0
                counts[kind] = (presented, int(rng.binomial(presented, min(0.95, chance))))
            if number < KINDS_FROM:
                presented, met = np.array([*counts.values()]).sum(axis=0).tolist()
                counts = {"": (presented, met)}
            row: Row = {"period": quarter, "area": BOROUGH, "organisation": contract.organisation}
            row["programme"] = contract.programme
            said: Row = {"flag": "r" if "again" in why else provisional(quarter), "comment": why}
            for kind, (presented, met) in counts.items():
                yield {"metric": "needs", **row, "need": kind, "value": presented, **said}
                yield {"metric": "needs_met", **row, "need": kind, "value": met, **said}


def first_help(rng: np.random.Generator) -> Iterator[Row]:
    """Days waited for first help, one column a metric: their sum, and how many people waited."""
    for number, quarter in enumerate(QUARTERS):
        for contract in CONTRACTS:
            if (quarter, contract.organisation) in NOT_RETURNED:
                continue
            people = int(rng.poisson(contract.size * 0.7))
            level = contract.days * (1.1 - 0.012 * number)
            if contract.programme in (BEFRIENDING, CARERS):
                level = contract.days * (0.82 + 0.022 * number)
            waited = int(rng.gamma(people * 1.6, level / 1.6))
            yield {
                "period": quarter,
                "area": BOROUGH,
                "organisation": contract.organisation,
                "programme": contract.programme,
                "days_waited": waited,
                "people_helped": people,
                "flag": provisional(quarter),
            }


def told_once(rng: np.random.Generator) -> Iterator[Row]:
    """Of people helped, those who had to tell their story once only, as each partner asked them."""
    for number, year in enumerate(YEARS[1:]):
        whole = {"asked_about_help": 0, "told_once": 0}
        for contract in CONTRACTS:
            asked = int(rng.poisson(55 + contract.size / 4))
            once = int(rng.binomial(asked, 0.47 + 0.028 * number + contract.good))
            key: Row = {"period": year, "area": BOROUGH, "organisation": contract.organisation}
            key["programme"] = contract.programme
            said: Row = {"flag": provisional(year), "comment": ""}
            if (contract.organisation, number) in {("vale_college", 0), ("second_shift", 0)}:
                said = {"flag": "z", "comment": "The partner joined in the next year"}
            elif (contract.organisation, number) == ("young_carers_room", 3):
                said = {"flag": "c", "comment": "Too few answered to be shown"}
            for metric, value in (("asked_about_help", asked), ("told_once", once)):
                hidden = "z" in str(said["flag"]) or "c" in str(said["flag"])
                whole[metric] += 0 if said["flag"] == "z" else value
                yield {"metric": metric, **key, "value": "" if hidden else value, **said}
        for metric, value in whole.items():
            row = (metric, year, BOROUGH, value, provisional(year))
            yield from table("metric period area value flag", row)
