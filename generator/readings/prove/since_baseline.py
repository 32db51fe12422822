"""Whether the latest result is better or worse than the baseline (methods, section 7)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.indicators import metrics_of
from generator.model.report import Inputs
from generator.wording import periods, reasons
from generator.wording.numbers import Manner

from ..cases import NO_BASELINE_ROW, OTHER_FREQUENCY
from ..difference import Side, difference
from ..polarity import changed
from ..reason import first_reason


def since_baseline(
    cases: pd.DataFrame, inputs: Inputs, manners: Mapping[str, Manner]
) -> pd.DataFrame:
    """Verdicts in the order of the cases, with the columns of `frames.READINGS` that they fill.

    Both sides with intervals: a change is clear when the interval of the difference excludes 0,
    or, without counts on both sides, when the two intervals do not overlap. One side without: the
    sign of the unrounded change decides, and values equal as shown are no clear change;
    `no_margin` marks these.
    """
    now, then = side(cases), side(cases, "then_")
    change = now.value - then.value
    lower, upper = difference(cases["method"].to_numpy(), now, then)
    both = ~np.isnan(now.lower + now.upper + then.lower + then.upper)
    apart = (now.lower > then.upper) | (now.upper < then.lower)
    clear = np.where(np.isnan(lower), apart, (lower > 0) | (upper < 0))
    reason = _reasons(cases, inputs)
    said = reason == ""
    by_sign = said & ~both
    clear[by_sign] = ~_equal_as_shown(cases[by_sign], manners)
    verdict = np.where(clear, changed(change, cases["direction"]), "no clear change")
    return pd.DataFrame(
        {
            "verdict": np.where(said, verdict, "cannot say"),
            "reference_period": cases["then_period"].to_numpy(),
            "reference_area": np.where(cases["then_period"] == "", "", cases["area"]),
            "reference_value": then.value,
            "difference": np.where(said, change, np.nan),
            "lower": np.where(said, lower, np.nan),
            "upper": np.where(said, upper, np.nan),
            "reason": reason,
            "no_margin": by_sign,
        }
    )


def side(cases: pd.DataFrame, prefix: str = "") -> Side:
    """The latest result (or with `then_` the baseline) of all cases."""
    columns = ("value", "lower", "upper", "numerator", "denominator")
    return Side(*(cases[prefix + column].to_numpy(dtype=float) for column in columns))


def _equal_as_shown(cases: pd.DataFrame, manners: Mapping[str, Manner]) -> NDArray[np.bool_]:
    """Whether readers see the same number twice: the words decide, so that neither can differ."""
    columns = (cases[name].tolist() for name in ("indicator", "value", "then_value"))
    rows = zip(*columns, strict=True)
    return np.array([manners[i].bare(a) == manners[i].bare(b) for i, a, b in rows], dtype=bool)


def _reasons(cases: pd.DataFrame, inputs: Inputs) -> NDArray[np.object_]:
    """Why nothing can be said, the first reason that holds, else ""."""
    texts, then_flag = cases["then_period"], cases["then_flag"]
    named = texts.map({text: periods.in_words(text, inputs.periods) for text in texts.unique()})
    first = (cases["period"] == texts) & ~cases["indicator"].isin(_with_baseline(inputs))
    return first_reason(
        (cases["value"].isna(), _each(reasons.latest_missing, cases["flag"])),
        (cases["baseline"] == OTHER_FREQUENCY, _each(reasons.other_frequency, named)),
        (cases["baseline"] == NO_BASELINE_ROW, _each(reasons.no_baseline, named)),
        (cases["then_value"].isna(), _each(reasons.baseline_missing, then_flag, named)),
        (first, reasons.ONE_PERIOD),
        (cases["period_end"] <= cases["then_period_end"], _each(reasons.baseline_later, named)),
        (cases["period_start"] <= cases["then_period_end"], reasons.OVERLAP),
        (cases["broken"], _because(cases, inputs)),
    )


def _each(sentence: Callable[..., str], *columns: pd.Series) -> NDArray[np.object_]:
    """The sentence of each row, made once for each distinct row."""
    made: dict[tuple[str, ...], str] = {}
    rows = list(zip(*(column.tolist() for column in columns), strict=True))
    for row in set(rows):
        made[row] = sentence(*row)
    return np.array([made[row] for row in rows], dtype=object)


def _with_baseline(inputs: Inputs) -> list[str]:
    return [name for name, indicator in inputs.indicators.items() if indicator.baseline]


def _because(cases: pd.DataFrame, inputs: Inputs) -> NDArray[np.object_]:
    """The break that stands between baseline and latest result, as a sentence."""
    words = np.full(len(cases), reasons.broken(""), dtype=object)
    for name, indicator in inputs.indicators.items():
        for metric in metrics_of(indicator):
            for item in inputs.metrics[metric].breaks if metric in inputs.metrics else ():
                start = pd.Timestamp(item.start.start)
                between = (cases["then_period_end"] < start) & (cases["period_end"] >= start)
                own = between & (cases["indicator"] == name)
                words[own.to_numpy()] = reasons.broken(item.because)
    return words
