"""Whether the latest result is better or worse than the baseline (methods, section 7)."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.indicators import metrics_of
from generator.model.indicator import Indicator
from generator.model.report import Inputs
from generator.wording import periods, reasons
from generator.wording.numbers import Manner

from ..cases import NO_BASELINE_ROW, OTHER_FREQUENCY
from ..difference import Side, difference
from ..polarity import changed
from ..reason import first_reason


def since_baseline(
    cases: pd.DataFrame, indicator: Indicator, inputs: Inputs, manner: Manner
) -> pd.DataFrame:
    """Verdicts in the order of the cases, with the columns of `frames.READINGS` that they fill.

    Both sides with intervals: a change is clear when the interval of the difference excludes 0,
    or, without counts on both sides, when the two intervals do not overlap. One side without: the
    sign of the unrounded change decides, and values equal as shown are no clear change;
    `no_margin` marks these.
    """
    now, then = side(cases), side(cases, "then_")
    change = now.value - then.value
    lower, upper = difference(indicator.method, now, then)
    both = ~np.isnan(now.lower + now.upper + then.lower + then.upper)
    apart = (now.lower > then.upper) | (now.upper < then.lower)
    clear = np.where(np.isnan(lower), apart, (lower > 0) | (upper < 0))
    clear = np.where(both, clear, ~_equal_as_shown(now.value, then.value, manner))
    reason = _reasons(cases, indicator, inputs)
    verdict = np.where(clear, changed(change, indicator.direction), "no clear change")
    said = reason == ""
    return pd.DataFrame(
        {
            "verdict": np.where(said, verdict, "cannot say"),
            "reference_period": cases["then_period"].fillna("").to_numpy(),
            "reference_area": np.where(cases["then_period"].isna(), "", cases["area"]),
            "reference_value": then.value,
            "difference": np.where(said, change, np.nan),
            "lower": np.where(said, lower, np.nan),
            "upper": np.where(said, upper, np.nan),
            "reason": reason,
            "no_margin": said & ~both,
        }
    )


def side(cases: pd.DataFrame, prefix: str = "") -> Side:
    """The latest result (or with `then_` the baseline) of all cases."""
    columns = ("value", "lower", "upper", "numerator", "denominator")
    return Side(*(cases[prefix + column].to_numpy(dtype=float) for column in columns))


def _equal_as_shown(
    now: NDArray[np.float64], then: NDArray[np.float64], manner: Manner
) -> NDArray[np.bool_]:
    """Whether readers see the same number twice: the words decide, so that neither can differ."""
    pairs = zip(now.tolist(), then.tolist(), strict=True)
    return np.array([manner.bare(a) == manner.bare(b) for a, b in pairs], dtype=bool)


def _reasons(cases: pd.DataFrame, indicator: Indicator, inputs: Inputs) -> NDArray[np.object_]:
    """Why nothing can be said, the first reason that holds, else ""."""
    texts = cases["then_period"].fillna("")
    named = texts.map({text: periods.in_words(text, inputs.periods) for text in texts.unique()})
    flagged = zip(cases["then_flag"].fillna(""), named, strict=True)
    same = cases["period"] == texts
    first = same & (indicator.baseline is None)
    overlap = cases["period_start"] <= cases["then_period_end"]
    return first_reason(
        (cases["value"].isna(), cases["flag"].map(reasons.latest_missing)),
        (cases["baseline"] == OTHER_FREQUENCY, named.map(reasons.other_frequency)),
        (cases["baseline"] == NO_BASELINE_ROW, named.map(reasons.no_baseline)),
        (
            cases["then_value"].isna(),
            np.array([reasons.baseline_missing(*pair) for pair in flagged], dtype=object),
        ),
        (first, reasons.ONE_PERIOD),
        (cases["period_end"] <= cases["then_period_end"], named.map(reasons.baseline_later)),
        (overlap, reasons.OVERLAP),
        (cases["broken"], _because(cases, indicator, inputs)),
    )


def _because(cases: pd.DataFrame, indicator: Indicator, inputs: Inputs) -> NDArray[np.object_]:
    """The break that stands between baseline and latest result, as a sentence."""
    words = np.full(len(cases), reasons.broken(""), dtype=object)
    for metric in metrics_of(indicator):
        for item in inputs.metrics[metric].breaks if metric in inputs.metrics else ():
            start = pd.Timestamp(item.start.start)
            between = (cases["then_period_end"] < start) & (cases["period_end"] >= start)
            words[between.to_numpy()] = reasons.broken(item.because)
    return words
