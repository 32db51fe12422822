"""At which frequency an indicator is read first, where it has results at several."""

from __future__ import annotations

import pandas as pd

from generator.model.indicator import Indicator


def frequencies(rows: pd.DataFrame, indicator: Indicator, main_area: str) -> list[str]:
    """The frequencies of one indicator's results, the one that cards show first.

    That is the one that `every` names, else the baseline's, else the one with most values for
    the main area; the rest by name.
    """
    valued = rows[rows["value"].notna() & (rows["area"] == main_area)]
    counts = valued["frequency"].astype(object).value_counts()
    baseline = indicator.baseline.period.frequency if indicator.baseline else ""

    def rank(frequency: str) -> tuple[bool, bool, int, str]:
        named = indicator.every is not None and frequency.split("-")[0] == indicator.every
        return not named, frequency != baseline, -int(counts.get(frequency, 0)), frequency

    return sorted(rows["frequency"].astype(object).unique(), key=rank)
