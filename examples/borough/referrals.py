"""Referrals to partners: who made them, what became of them, and why some did not succeed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np

from .contracts import CARERS, CONTRACTS, HUBS, NOT_RETURNED, WORK, Contract
from .drawing import split
from .places import BOROUGH
from .tables import QUARTERS, Row, provisional

REASONS = {
    "not_eligible": 0.21,
    "not_reached": 0.31,
    "refused": 0.14,
    "risk": 0.06,
    "needs_too_high": 0.17,
    "no_capacity": 0.24,
    "other_reason": 0.09,
}
"""How often each reason is named; one referral may have several, so they come to more than 1."""

ROUTES = {"statutory": 0.46, "voluntary": 0.27, "self": 0.24, "not_stated": 0.03}
ROUTES_OF = {
    HUBS: {"statutory": 0.31, "voluntary": 0.26, "self": 0.39, "not_stated": 0.04},
    CARERS: {"statutory": 0.58, "voluntary": 0.19, "self": 0.21, "not_stated": 0.02},
}
"""Who refers people; to the programmes that are not named it is as in `ROUTES`."""
WITHIN = {
    "statutory": {"gp": 0.39, "social_care": 0.33, "hospital": 0.16, "jobcentre": 0.12},
    "voluntary": {"other_partner": 0.62, "other_charity": 0.38},
}
JOBS = {"gp": 0.12, "social_care": 0.1, "hospital": 0.03, "jobcentre": 0.75}

TAKES_NONE = "vale_college"
NOT_SHOWN = {
    # in the last quarter; two under one programme, so that neither can be worked out
    "young_carers_room": ("c", "Too few to be shown"),
    "time_off_coop": ("c", "Hidden so that another number cannot be worked out"),
    "workwise": ("e", "Reckoned from eight of thirteen weeks"),
}
STAGES = ("referrals", "referrals_accepted", "referrals_started", "referrals_completed")


def referrals(rng: np.random.Generator) -> Iterator[Row]:
    """Referrals by stage, as they stood when the return was made, and those that did not succeed.

    Why, and who made them, is known by programme. The totals of those that did not succeed are the
    council's own, since in the last quarter not all partners can be shown.
    """
    for number, quarter in enumerate(QUARTERS):
        made, failed = Counter[str](), Counter[str]()
        for contract in CONTRACTS:
            returned = (quarter, contract.organisation) not in NOT_RETURNED
            takes = contract.organisation != TAKES_NONE
            by_stage, lost = _drawn(rng, contract, number)
            row = _row(quarter, contract.programme, contract.organisation)
            if returned and takes:
                made[contract.programme] += by_stage[0]
                failed[contract.programme] += lost
                for metric, value in zip(STAGES, by_stage, strict=True):
                    yield row | {"metric": metric, "value": value, "flag": provisional(quarter)}
            yield row | {"metric": "referrals_failed"} | _shown(contract, quarter, lost, returned)
        yield from _failed(rng, number, quarter, failed)
        for programme, many in made.items():
            for route, value in _routes(rng, programme, many):
                said: Row = {"route": route, "value": value, "flag": provisional(quarter)}
                yield _row(quarter, programme) | {"metric": STAGES[0]} | said


def _drawn(rng: np.random.Generator, contract: Contract, number: int) -> tuple[list[int], int]:
    """How many came to each stage, and how many did not succeed: the others still wait."""
    lost = 0
    if contract.organisation != "ring_round":
        level = contract.size * 0.11 * (0.9 + 0.022 * number)
        lost = int(rng.poisson(level * (1.4 if contract.good < 0 else 1)))
    growth = 0.78 + 0.014 * number
    started = int(rng.poisson(contract.size * 0.27 * growth))
    waiting = int(rng.poisson(contract.size * 0.03))
    accepted = started + int(rng.binomial(lost, 0.3)) + int(rng.binomial(waiting, 0.6))
    completed = int(rng.binomial(started, 0.6 + 0.0065 * number + contract.good))
    return [started + lost + waiting, accepted, started, completed], lost


def _shown(contract: Contract, quarter: str, lost: int, returned: bool) -> Row:
    """What a partner's return says of those that did not succeed."""
    flag, comment = NOT_SHOWN.get(contract.organisation, ("", ""))
    if contract.organisation == TAKES_NONE:
        flag, comment = "z", "People enrol themselves: it takes no referrals"
    elif not returned:
        flag, comment = "x", "The return was late"
    elif quarter != QUARTERS[-1]:
        flag, comment = "", ""
    if flag in ("c", "x", "z"):
        return {"value": "", "flag": flag, "comment": comment}
    flags = f"{provisional(quarter)} {flag}".strip()
    return {"value": lost, "flag": flags, "comment": comment}


def _failed(
    rng: np.random.Generator, number: int, quarter: str, failed: Counter[str]
) -> Iterator[Row]:
    """How many did not succeed in each programme and in all, and why."""
    late = "Without partners whose returns were late" if quarter == QUARTERS[-1] else ""
    for programme, many in (*failed.items(), ("", failed.total())):
        row = _row(quarter, programme) | {"metric": "referrals_failed"}
        said: Row = {"value": many, "flag": provisional(quarter), "comment": late}
        yield row | said
        for reason, share in REASONS.items() if programme else ():
            full = 0.011 * number if reason == "no_capacity" else 0
            value = int(rng.binomial(many, share + full))
            yield row | {"why_failed": reason, "value": value, "flag": provisional(quarter)}


def _routes(rng: np.random.Generator, programme: str, many: int) -> Iterator[tuple[str, int]]:
    """Each route with how many came by it, then those within it."""
    for route, value in split(rng, many, ROUTES_OF.get(programme, ROUTES)).items():
        yield route, value
        within = WITHIN.get(route, {})
        if programme == WORK and route == "statutory":
            within = JOBS
        if within:
            yield from split(rng, value, within).items()


def _row(quarter: str, programme: str, organisation: str = "") -> Row:
    row: Row = {"metric": "", "period": quarter, "area": BOROUGH, "organisation": organisation}
    return row | {"programme": programme, "route": "", "why_failed": ""}
