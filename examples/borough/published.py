"""Estimates that statistics offices publish as they are, and what was revised."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from .places import BOROUGH, COUNTRY, REGION, SIMILAR
from .tables import MID_APRIL, THREE_YEARS, YEARS, Row, provisional, table

PLACES = {BOROUGH: 0.0, **{code: offset for code, (_, _, offset) in SIMILAR.items()}}


def estimates(rng: np.random.Generator) -> list[Row]:
    """Estimates published as they are, with limits where the office gives them."""
    country = {
        # metric: periods, the country's first and last, ours, half an interval, decimals, spread
        "life_satisfaction": (YEARS, 7.41, 7.46, 7.28, 7.42, 0.13, 2, -0.1),
        "employment_rate": (YEARS, 75.1, 75.0, 72.0, 75.3, 2.1, 1, -2.4),
        "smoking": (YEARS, 13.8, 11.3, 15.6, 12.4, 1.2, 1, 1.6),
        "weekly_pay": (MID_APRIL, 611.0, 738.0, 574.0, 681.0, 14.0, 0, -24.0),
        "child_poverty": (YEARS, 29.4, 31.2, 31.0, 34.1, 0.0, 1, 3.0),
        "rent_share": (YEARS, 26.1, 28.4, 27.0, 31.6, 0.0, 1, 1.5),
    }
    rows: list[Row] = []
    for metric, (
        periods,
        first,
        last,
        our_first,
        our_last,
        wide,
        decimals,
        spread,
    ) in country.items():
        step = np.linspace(0, 1, len(periods))
        for code, offset in (*PLACES.items(), (REGION, 0.12), (COUNTRY, 0.0)):
            level = first + (last - first) * step + spread * offset
            if code == BOROUGH:
                level = our_first + (our_last - our_first) * step
            big = {REGION: 0.35, COUNTRY: 0.12}.get(code, 1.0)
            level = level + rng.normal(0, max(wide / 3.4, abs(spread) / 9) * big, len(periods))
            for period, value in zip(periods, level, strict=True):
                limits = (value - wide * big, value + wide * big) if wide else ("", "")
                numbers = [n if n == "" else round(float(n), decimals) for n in (value, *limits)]
                row = (metric, period, code, *numbers, provisional(period))
                rows += table("metric period area value lower upper flag", row)
    return [*rows, *_healthy_life(rng)]


def _healthy_life(rng: np.random.Generator) -> list[Row]:
    rows: list[Row] = []
    levels = {"female": (63.6, 61.4, 62.4, 59.6), "male": (63.1, 61.6, 61.7, 59.9)}
    for sex, (first, last, our_first, our_last) in levels.items():
        step = np.linspace(0, 1, len(THREE_YEARS))
        for code, offset in (*PLACES.items(), (REGION, 0.12), (COUNTRY, 0.0)):
            level = first + (last - first) * step - 2.2 * offset
            if code == BOROUGH:
                level = our_first + (our_last - our_first) * step
            wide = {REGION: 0.5, COUNTRY: 0.2}.get(code, 1.4)
            level = level + rng.normal(0, wide / 5, len(THREE_YEARS))
            for period, value in zip(THREE_YEARS, level, strict=True):
                numbers = [round(float(n), 1) for n in (value, value - wide, value + wide)]
                row = ("healthy_life_years", period, code, sex, *numbers, provisional(period))
                rows += table("metric period area sex value lower upper flag", row)
    return rows


REVISED = {
    ("life_satisfaction", "2023/24", BOROUGH): "The office weighted its answers again",
    ("employment_rate", "2023/24", BOROUGH): "The office weighted its answers again",
    ("falls", "2022/23", BOROUGH): "Eleven stays had been counted twice",
    ("asb_incidents", "2024/25 Q2", "X50000001"): "Reports from the new app were added",
}


def corrected(rows: Iterable[Row]) -> list[Row]:
    """The rows, with the flag r and a comment on those that were revised or corrected."""
    found = []
    for row in rows:
        key = (str(row["metric"]), str(row["period"]), str(row["area"]))
        said = REVISED.get(key, "") if len({*row} & {"sex", "deprivation"}) == 0 else ""
        flag = f"{row.get('flag', '')} r".strip() if said else row.get("flag", "")
        found.append(row | {"flag": flag, "comment": said})
    return found
