"""What the other programmes send in: calls, breaks, jobs, and how people say they are."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from .contracts import BEFRIENDING, CARERS, CONTRACTS, HUBS, NOT_RETURNED, WORK
from .drawing import rolled
from .places import BOROUGH, DEPRIVED, PEOPLE
from .tables import QUARTERS, YEARS, Row, provisional


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
                change = 1.1 - 0.06 * (number - 9)  # care workers are hard to find
            had = int(rng.poisson(size * winter * change))
            so_far[organisation] = had + (0 if quarter.endswith("Q1") else so_far[organisation])
            if (quarter, organisation) in NOT_RETURNED and quarter != QUARTERS[-1]:
                continue
            row: Row = {"metric": "carer_breaks", "period": quarter, "area": BOROUGH}
            row |= {"organisation": organisation, "programme": CARERS}
            yield row | {"value": so_far[organisation], "flag": provisional(quarter)}


def carers_known(rng: np.random.Generator) -> list[Row]:
    """Carers in touch with a service, by ward; more is not known of."""
    level = np.array((11.2, 11.9, 12.4, 13.3, 13.9)) / 1000
    known = rng.binomial(PEOPLE[:, None], level * (1 - 0.18 * DEPRIVED[:, None]))
    return rolled("carers_known", YEARS, np.asarray(known))
