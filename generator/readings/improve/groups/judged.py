"""What gaps between groups are called, and why nothing can be said of some."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.wording import reasons

from ...difference import Floats
from ...reason import first_reason
from .two_groups import Gap, change_of_size

FEWEST_PEOPLE = 10
"""With fewer people on one side of a share or a mean nothing is said of the gap."""
FEWEST_EVENTS = 5
"""With fewer events expected on one side, at the rate of both together, nothing is said of it."""

TOO_SMALL = "too small to say"
CANNOT_SAY = "cannot say"
STANDS = {
    ("up", False): "behind",
    ("up", True): "ahead",
    ("down", False): "ahead",
    ("down", True): "behind",
    ("none", False): "lower",
    ("none", True): "higher",
}
"""How a group stands to the other, by the indicator's direction and whether its value is more."""


def judged(table: pd.DataFrame, cases: pd.DataFrame) -> pd.DataFrame:
    """The verdict of each row of `compared`; `cases` has its case, row by row.

    Columns: verdict and reason; `stands` ("" where both are alike or there is nothing to compare).
    """
    value, other = table["value"].to_numpy(), table["other_value"].to_numpy()
    hidden = np.isnan(value) & _flagged(cases["flag"], "c")
    few = too_few(table, cases["method"].to_numpy())
    reason = first_reason(
        (np.isnan(value), cases["flag"].map(_by_flag(cases["flag"]))),
        (np.isnan(other), reasons.NO_OTHER_GROUP),
        (few, reasons.FEW_PEOPLE),
        (table["lower"].isna(), reasons.NO_MARGIN),
    )
    clear = (table["lower"] > 0) | (table["upper"] < 0)
    verdict = np.where(clear, "clear gap", "no clear gap").astype(object)
    verdict = np.where(reason == "", verdict, np.where(hidden | few, TOO_SMALL, CANNOT_SAY))
    pairs = zip(cases["direction"].tolist(), (value > other).tolist(), strict=True)
    stands = np.array([STANDS[pair] for pair in pairs], dtype=object)
    stands[np.isnan(value - other) | (value == other)] = ""
    return pd.DataFrame({"verdict": verdict, "reason": reason, "stands": stands})


def over_time(
    table: pd.DataFrame, cases: pd.DataFrame, since: pd.DataFrame, now: pd.DataFrame
) -> pd.DataFrame:
    """Whether each gap is smaller or larger than at the baseline; `since` and `now` are the
    readings of the same rows since the baseline and of the gap.

    Columns: verdict and reason; `change` of the size of the gap (less than 0: it has shrunk), with
    its limits.
    """
    change, (lower, upper) = change_of_size(_gap(table), _gap(table, "then_"))
    few = too_few(table, cases["method"].to_numpy(), "then_")
    reason = first_reason(
        (now["reason"] != "", now["reason"]),
        (since["reason"] != "", since["reason"]),
        (np.isnan(change), reasons.NO_OTHER_GROUP_THEN),
        (few, reasons.FEW_PEOPLE),
        (np.isnan(lower), reasons.NO_MARGIN),
    )
    said = reason == ""
    small = (now["verdict"] == TOO_SMALL) | ((now["reason"] == "") & (since["reason"] == "") & few)
    verdict = np.select(
        [~said & small, ~said, upper < 0, lower > 0],
        [TOO_SMALL, CANNOT_SAY, "narrowing", "widening"],
        "no clear change",
    ).astype(object)
    compared = (now["reason"] == "") & (since["reason"] == "")
    return pd.DataFrame(
        {
            "verdict": verdict,
            "reason": reason,
            "change": np.where(compared, change, np.nan),
            "change_lower": np.where(said, lower, np.nan),
            "change_upper": np.where(said, upper, np.nan),
        }
    )


def too_few(
    table: pd.DataFrame, method: NDArray[np.object_], prefix: str = ""
) -> NDArray[np.bool_]:
    """Whether too few people, or events, stand on one side of each comparison."""

    def smaller(name: str) -> Floats:
        one, other = (table[f"{prefix}{side}{name}"].to_numpy(float) for side in ("", "other_"))
        found: Floats = np.fmin(one, other)
        return found

    def both(name: str) -> Floats:
        return np.asarray(table[f"{prefix}{name}"] + table[f"{prefix}other_{name}"], dtype=float)

    with np.errstate(divide="ignore", invalid="ignore"):
        expected = smaller("people") * both("events") / both("people")
    people = np.isin(method, ("proportion", "mean")) & (smaller("people") < FEWEST_PEOPLE)
    return np.asarray(people | ((method == "rate") & (expected < FEWEST_EVENTS)))


def _gap(table: pd.DataFrame, prefix: str = "") -> Gap:
    names = ("difference", "lower", "upper", "ratio", "ratio_lower", "ratio_upper")
    return Gap(*(table[prefix + name].to_numpy(dtype=float) for name in names))


def _flagged(flags: pd.Series, flag: str) -> NDArray[np.bool_]:
    return np.array([flag in text.split() for text in flags.tolist()], dtype=bool)


def _by_flag(flags: pd.Series) -> dict[str, str]:
    return {text: reasons.latest_missing(text) for text in flags.unique()}
