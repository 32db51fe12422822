"""At which frequency an indicator is read first, where it has results at several."""

from __future__ import annotations

import pandas as pd

from generator.model.indicator import Indicator
from generator.model.report import Inputs


def ranks(results: pd.DataFrame, inputs: Inputs, main_area: str) -> dict[tuple[str, str], int]:
    """The place of each frequency among those of its indicator, 0 for the one that cards show.

    First comes the one that `every` names, then the baseline's, then the one with most values
    for the main area; the rest by name.
    """
    both = ["indicator", "frequency"]
    own = (results["area"] == main_area) & results["value"].notna()
    counts = results[both].assign(own=own).groupby(both, observed=True)["own"].sum()
    indicators = {str(name): indicator for name, indicator in inputs.indicators.items()}
    by_indicator: dict[str, dict[str, int]] = {}
    for name, frequency, count in counts.reset_index().itertuples(index=False):
        by_indicator.setdefault(str(name), {})[str(frequency)] = int(count)
    return {
        (name, frequency): place
        for name, found in by_indicator.items()
        for place, frequency in enumerate(_ordered(indicators[name], found))
    }


def _ordered(indicator: Indicator, counts: dict[str, int]) -> list[str]:
    baseline = indicator.baseline.period.frequency if indicator.baseline else ""

    def rank(frequency: str) -> tuple[bool, bool, int, str]:
        named = indicator.every is not None and frequency.split("-")[0] == indicator.every
        return not named, frequency != baseline, -counts[frequency], frequency

    return sorted(counts, key=rank)
