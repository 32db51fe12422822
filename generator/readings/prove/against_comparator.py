"""How the latest result stands against another place in the same period (methods, section 7)."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.model.report import Inputs
from generator.wording import reasons

from ..difference import Side, difference
from ..polarity import compared
from ..reason import first_reason
from .elsewhere import PARENT, SIMILAR, Elsewhere

FEWEST_SIMILAR = 5


def against_comparator(cases: pd.DataFrame, results: pd.DataFrame, inputs: Inputs) -> pd.DataFrame:
    """Verdicts in the order of the cases, with the columns of `frames.READINGS` that they fill.

    The first of `compare_with` with a value for the same period (and partner and group) counts.
    Its value outside the 95% interval of the area's own is better or worse, inside (or on its
    edge) similar. `lower` and `upper` are the interval of the difference where there are counts on
    both sides, else that of the area's own value, less the other value; `close` marks better or
    worse where the former holds 0: too close to call. `reference_area` is its code, or "similar"
    for the median of the similar areas, of which `places` have a value: fewer than five are no
    comparator, and the reason says so.
    """
    compare_with = comparators(cases, results, inputs)
    reference = compare_with["value"].to_numpy(dtype=float)
    value = cases["value"].to_numpy(dtype=float)
    lower, upper = (cases[name].to_numpy(dtype=float) for name in ("lower", "upper"))
    outside = (reference < lower) | (reference > upper)
    nothing, margin = np.isnan(reference), ~np.isnan(lower + upper)
    verdict = first_reason(
        (np.isnan(value), "cannot say"),
        (nothing, "no comparator"),
        (~margin, "cannot say"),
        (outside, compared(value - reference, cases["direction"])),
        (~outside, "similar"),
    )
    low, high = _of_difference(cases, results, compare_with["row"].to_numpy())
    known = ~np.isnan(low)
    named = [name for name, item in inputs.indicators.items() if item.compare_with]
    asked = cases["indicator"].isin(named)
    return pd.DataFrame(
        {
            "verdict": verdict,
            "reference_period": np.where(nothing, "", cases["period"]),
            "reference_area": compare_with["area"].to_numpy(),
            "reference_value": reference,
            "difference": value - reference,
            "lower": np.where(known, low, lower - reference),
            "upper": np.where(known, high, upper - reference),
            "reason": first_reason(
                (np.isnan(value), cases["flag"].map(reasons.latest_missing)),
                (nothing & (compare_with["places"].to_numpy() > 0), _too_few(compare_with)),
                (nothing & asked, reasons.COMPARATOR_SILENT),
                (nothing, reasons.NO_COMPARATOR),
                (~margin, reasons.NO_MARGIN),
            ),
            "places": compare_with["places"].to_numpy(),
            "close": margin & outside & (low <= 0) & (high >= 0),
        }
    )


def _of_difference(
    cases: pd.DataFrame, results: pd.DataFrame, rows: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The interval of each difference from the result in the row; NaN without counts on both."""
    columns = ("value", "lower", "upper", "numerator", "denominator")
    own = Side(*(cases[name].to_numpy(dtype=float) for name in columns))
    others = (results[name].to_numpy(dtype=float)[rows] for name in columns)
    other = Side(*(np.where(rows >= 0, column, np.nan) for column in others))
    return difference(cases["method"].to_numpy(), own, other)


def comparators(cases: pd.DataFrame, results: pd.DataFrame, inputs: Inputs) -> pd.DataFrame:
    """For each case the value that it is held against, its area, of how many places it is the
    middle, and its `row` in `frames.RESULTS` (-1 for such a middle)."""
    value = np.full(len(cases), np.nan)
    area = np.full(len(cases), "", dtype=object)
    places = np.zeros(len(cases), dtype=np.int64)
    row = np.full(len(cases), -1, dtype=np.int64)
    at = Elsewhere.of(results, cases["row"].to_numpy())
    named = cases["indicator"].map(
        {str(name): item.compare_with for name, item in inputs.indicators.items()}
    )
    for place in range(max(map(len, named), default=0)):
        wanted = np.array([names[place] if place < len(names) else "" for names in named], object)
        for name in sorted(set(wanted) - {""}):
            asking = np.flatnonzero((wanted == name) & np.isnan(value))
            found = at.found(asking, name, _linked(name, inputs))
            places[found.index] = found["places"]
            if name == SIMILAR:
                found = found[found["places"] >= FEWEST_SIMILAR]
            value[found.index] = found["value"]
            area[found.index] = found["other"]
            row[found.index] = found["row"]
    return pd.DataFrame({"value": value, "area": area, "places": places, "row": row})


def _too_few(compare_with: pd.DataFrame) -> pd.Series[str]:
    """The reason where too few similar places have a value."""
    counts = compare_with["places"]
    return counts.map({n: reasons.too_few_similar(n, FEWEST_SIMILAR) for n in counts.unique()})


def _linked(name: str, inputs: Inputs) -> list[tuple[str, str]]:
    """From each area to its similar ones, or to the first in which it lies; never to itself."""
    kind = "in" if name == PARENT else "similar"
    links = [(link.area, link.other) for link in inputs.area_links if link.kind == kind]
    if name == PARENT:
        links = list(dict(reversed(links)).items())
    return [pair for pair in dict.fromkeys(links) if pair[0] != pair[1]]
