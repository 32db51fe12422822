"""What fifteen partners send in under four programmes, with the gaps that returns have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .places import BOROUGH, DEPRIVED, PEOPLE, rolled, split
from .survey import AGES, SEXES
from .tables import MONTHS, QUARTERS, YEARS, Row, provisional, table

HUBS, BEFRIENDING, CARERS, WORK = "hubs", "befriending", "carers", "work"


@dataclass(frozen=True)
class Contract:
    """A partner under a programme: `size` is how many needs come to it in a quarter."""

    organisation: str
    programme: str
    size: int
    good: float = 0.0  # by how much the share of needs met differs from the others'
    days: float = 6.0  # from asking to the first help


CONTRACTS = (
    Contract("together_town", HUBS, 260, 0.03, 4.1),
    Contract("quay_trust", HUBS, 310, -0.05, 6.2),
    Contract("millfields_centre", HUBS, 240, 0.0, 5.0),
    Contract("st_wilfrids_hall", HUBS, 90, 0.06, 3.2),
    Contract("marsh_end_rooms", HUBS, 280, -0.02, 5.6),
    Contract("orchard_neighbours", HUBS, 170, 0.02, 4.4),
    Contract("good_company", BEFRIENDING, 84, 0.08, 12.5),
    Contract("ring_round", BEFRIENDING, 62, 0.05, 7.5),
    Contract("vale_visitors", BEFRIENDING, 38, 0.02, 15.5),
    Contract("carers_link", CARERS, 150, 0.04, 8.2),
    Contract("young_carers_room", CARERS, 46, 0.07, 9.0),
    Contract("time_off_coop", CARERS, 72, -0.08, 17.0),
    Contract("workwise", WORK, 130, -0.01, 6.8),
    Contract("second_shift", WORK, 58, 0.03, 5.2),
    Contract("vale_college", WORK, 96, -0.04, 10.4),
    Contract("quay_trust", WORK, 64, -0.03, 8.0),
)
VISITS = {
    "together_town": 1900,
    "quay_trust": 2350,
    "millfields_centre": 1720,
    "st_wilfrids_hall": 640,
    "marsh_end_rooms": 2050,
    "orchard_neighbours": 1180,
}
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
NOT_RETURNED = {
    ("2022/23 Q2", "vale_visitors"),
    ("2023/24 Q3", "second_shift"),
    ("2023/24 Q4", "time_off_coop"),
    ("2024/25 Q4", "young_carers_room"),
    ("2025/26 Q4", "millfields_centre"),
    ("2025/26 Q4", "vale_visitors"),
    ("2025/26 Q4", "time_off_coop"),
    ("2025/26 Q4", "second_shift"),
}
WHY = {
    ("2024/25 Q1", "carers_link"): "Counted again after a check of the case files",
    ("2024/25 Q3", "quay_trust"): "Two advisers left in October and their posts stood empty",
    ("2021/22 Q1", "st_wilfrids_hall"): "Open by appointment only until June",
    ("2025/26 Q3", "marsh_end_rooms"): "The advice room was flooded for three weeks",
}


def hub_returns(rng: np.random.Generator) -> Iterator[Row]:
    """One column a metric, as a hub's monthly return is."""
    for number, month in enumerate(MONTHS):
        in_year = int(month[-2:])
        quiet = {8: 0.78, 12: 0.74, 1: 1.08, 2: 1.06, 11: 1.05}.get(in_year, 1)
        # Doors half shut in spring 2021 and again in the winter after.
        shut = {0: 0.22, 1: 0.3, 2: 0.42, 3: 0.6, 4: 0.72, 8: 0.8, 9: 0.62, 10: 0.74}.get(number, 1)
        for hub, usual in VISITS.items():
            slope = {"quay_trust": 0.001, "marsh_end_rooms": 0.006}.get(hub, 0.0042)
            seen = usual * (0.86 + slope * number) * quiet * shut
            visits = round(seen * rng.normal(1, 0.035))
            first = int(rng.binomial(visits, 0.118 - 0.0006 * number))
            hours = round(visits * rng.normal(0.31, 0.015) * (1 - 0.0035 * number))
            row: Row = {"period": month, "area": BOROUGH, "organisation": hub, "programme": HUBS}
            row |= {"hub_visits": visits, "first_visits": first, "volunteer_hours": hours}
            row |= {"flag": provisional(month), "comment": ""}
            if (hub, month) == ("st_wilfrids_hall", "2024-08"):
                row |= dict.fromkeys(("hub_visits", "first_visits", "volunteer_hours"), 0)
                row["comment"] = "Shut while the roof was repaired"
            elif (hub, month) == ("marsh_end_rooms", "2025-11"):
                row |= {"hub_visits": round(visits * 0.4), "first_visits": round(first * 0.4)}
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


def contacts(rng: np.random.Generator) -> Iterator[Row]:
    """Calls and home visits by volunteers; one partner only rings, and few visit at first."""
    for number, quarter in enumerate(QUARTERS):
        for organisation, calls, visits in (
            ("good_company", 410, 30),
            ("ring_round", 980, 0),
            ("vale_visitors", 60, 10),
        ):
            if (quarter, organisation) in NOT_RETURNED and quarter != QUARTERS[-1]:
                continue
            key: Row = {"period": quarter, "area": BOROUGH, "organisation": organisation}
            key["programme"] = BEFRIENDING
            rung = round(calls * (1 + 0.022 * number) * rng.normal(1, 0.04))
            yield {"metric": "calls_made", **key, "value": rung, "flag": "", "comment": ""}
            growth = visits * number * 0.55 * rng.normal(1, 0.08)
            made, flag, comment = 10 * round(growth / 10), "", ""
            if organisation == "ring_round":
                made, comment = 0, "Calls only"
            elif made == 0:
                flag, comment = "low", "Rounded to the nearest ten"
            yield {"metric": "home_visits", **key, "value": made, "flag": flag, "comment": comment}


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
    return rows


def scores(rng: np.random.Generator) -> Iterator[Row]:
    """Answers to one question as their sum, number and sum of squares, by programme and partner."""
    questions = (
        # prefix, programme, lowest and highest answer, first mean, yearly change, spread
        ("confidence", HUBS, 0, 10, 5.6, 0.21, 2.2, 95),
        ("company", BEFRIENDING, 0, 10, 4.7, 0.3, 2.3, 70),
        ("carer_life", CARERS, 0, 12, 7.6, -0.16, 2.5, 150),
    )
    for prefix, programme, least, most, mean, change, spread, asked in questions:
        for number, year in enumerate(YEARS):
            found = []
            for contract in (c for c in CONTRACTS if c.programme == programme):
                size = int(rng.poisson(asked))
                woman = rng.random(size) < 0.62
                own = mean + change * number + 6 * contract.good - 0.5 * (woman - 0.62)
                answers = np.clip(np.rint(rng.normal(own, spread, size)), least, most).astype(int)
                found.append((woman, answers))
                yield from _score(prefix, year, (contract.organisation, programme, ""), answers)
            women, whole = (np.concatenate(parts) for parts in zip(*found, strict=True))
            yield from _score(prefix, year, ("", programme, ""), whole)
            yield from _score(prefix, year, ("", "", ""), whole)
            yield from _score(prefix, year, ("", "", "female"), whole[women])
            yield from _score(prefix, year, ("", "", "male"), whole[~women])


def _score(
    prefix: str, year: str, cell: tuple[str, str, str], answers: NDArray[np.int64]
) -> Iterator[Row]:
    organisation, programme, sex = cell
    sums = (answers.sum(), len(answers), (answers**2).sum())
    for ending, value in zip(("sum", "answers", "squares"), sums, strict=True):
        yield {
            "metric": f"{prefix}_{ending}",
            "period": year,
            "area": BOROUGH,
            "organisation": organisation,
            "programme": programme,
            "sex": sex,
            "value": int(value),
            "base": len(answers),
            "flag": provisional(year),
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


def jobs(rng: np.random.Generator) -> Iterator[Row]:
    """People who start work, and those still in work three months on; a form that changed."""
    for number, quarter in enumerate(QUARTERS):
        for contract in (c for c in CONTRACTS if c.programme == WORK):
            if (quarter, contract.organisation) in NOT_RETURNED and quarter != QUARTERS[-1]:
                continue
            spring = 1.12 if quarter.endswith("Q1") else 0.97
            started = int(rng.poisson(contract.size * 0.27 * spring * (0.8 + 0.022 * number)))
            stayed = int(rng.binomial(started, min(0.9, 0.6 + 0.003 * number + contract.good)))
            key: Row = {"period": quarter, "area": BOROUGH, "organisation": contract.organisation}
            key["programme"] = WORK
            said: Row = {"flag": provisional(quarter), "comment": ""}
            if quarter == "2023/24 Q1":
                said["comment"] = "From this quarter the new form counts trial shifts as well"
            yield {"metric": "job_starts", **key, "value": started, **said}
            yield {"metric": "still_in_work", **key, "value": stayed, **said}


def breaks_for_carers(rng: np.random.Generator) -> Iterator[Row]:
    """Breaks that carers had from April on, as the returns count them: each quarter on top of
    those before it in the year."""
    usual = {"carers_link": 120, "young_carers_room": 55, "time_off_coop": 210}
    so_far = dict.fromkeys(usual, 0)
    for number, quarter in enumerate(QUARTERS):
        for organisation, size in usual.items():
            winter = 0.84 if quarter[-1] in "34" else 1.08
            change = 1 + 0.016 * number
            if organisation == "time_off_coop" and number >= 9:
                change = 1.1 - 0.03 * (number - 9)  # care workers are hard to find
            had = int(rng.poisson(size * winter * change))
            so_far[organisation] = had + (0 if quarter.endswith("Q1") else so_far[organisation])
            if (quarter, organisation) in NOT_RETURNED and quarter != QUARTERS[-1]:
                continue
            row: Row = {"metric": "carer_breaks", "period": quarter, "area": BOROUGH}
            row |= {"organisation": organisation, "programme": CARERS}
            yield row | {"value": so_far[organisation], "flag": provisional(quarter)}


REASONS = {
    "no_place": 0.42,
    "not_reached": 0.25,
    "too_far": 0.17,
    "not_wanted": 0.16,
    "other_need": 0.13,
    "no_reason": 0.06,
}
"""How often each reason is named; one referral may have several, so they come to more than 1."""


def failed_referrals(rng: np.random.Generator) -> Iterator[Row]:
    """Referrals to other services that did not succeed: how many by partner, why by programme."""
    for number, quarter in enumerate(QUARTERS):
        failed: Counter[str] = Counter()
        shared: Row = {"metric": "referrals_failed", "period": quarter, "area": BOROUGH}
        for contract in CONTRACTS:
            if (quarter, contract.organisation) in NOT_RETURNED and quarter != QUARTERS[-1]:
                continue
            level = contract.size * 0.11 * (0.9 + 0.022 * number)
            value = int(rng.poisson(level * (1.4 if contract.good < 0 else 1)))
            failed[contract.programme] += value
            row: Row = {"organisation": contract.organisation, "programme": contract.programme}
            yield shared | row | {"reason": "", "value": value, "flag": provisional(quarter)}
        for programme, many in failed.items():
            for reason, share in REASONS.items():
                full = 0.011 * number if reason == "no_place" else 0
                row = {"organisation": "", "programme": programme, "reason": reason}
                value = int(rng.binomial(many, share + full))
                yield shared | row | {"value": value, "flag": provisional(quarter)}


def carers_known(rng: np.random.Generator) -> list[Row]:
    """Carers in touch with a service, by ward; more is not known of."""
    level = np.array((11.2, 11.9, 12.4, 13.3, 13.9)) / 1000
    known = rng.binomial(PEOPLE[:, None], level * (1 - 0.18 * DEPRIVED[:, None]))
    return rolled("carers_known", YEARS, np.asarray(known))


def money(rng: np.random.Generator, visits: dict[str, int]) -> list[Row]:
    """Spending on the hubs, and the visits of the same year."""
    rows: list[Row] = []
    for number, year in enumerate(YEARS):
        spent = int(round((612000 + 31000 * number) * rng.normal(1, 0.01), -2))
        for metric, value in (("hub_spend", spent), ("visits_in_year", visits[year])):
            row = (metric, year, BOROUGH, HUBS, value, provisional(year))
            rows += table("metric period area programme value flag", row)
    return rows
