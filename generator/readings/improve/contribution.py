"""Which groups, places and partners make up a change: parts that add up to it, or none at all."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.checks.sums import RELATIVE
from generator.model.frames import CONTRIBUTIONS as COLUMNS
from generator.wording import contributions as words

from ..basis import Basis, Found
from ..reason import first_reason
from .parts import PART, parts
from .parts_of_change import Counted, of_counts, of_values
from .scale import per

CLEAR = ("improved", "worsened", "higher", "lower")
COUNTS = ("count", "sum")
DIVIDED = ("proportion", "rate", "ratio", "mean")
STANDARDISED = ("directly_standardised", "indirectly_standardised")
REST = 0.05
"""What the parts leave over may be so much of all their contributions; more is no breakdown."""
DUST = 1e-9
Floats = NDArray[np.float64]


def contribution(basis: Basis) -> Found:
    """`frames.CONTRIBUTIONS` of each clear change since the baseline, for everyone in a place.

    For each breakdown, kind of place inside it, and the partners: a row a part, with one for what
    the parts leave over where they round; or one row with the reason why they tell nothing.
    """
    cases = basis.cases
    whole = (cases[["organisation", "programme", "group"]] == "").all(axis=1)
    whole &= (cases["rank"] == 0) & basis.since["verdict"].isin(CLEAR)
    wholes = cases[whole].assign(
        whole=np.arange(int(whole.sum())), difference=basis.since.loc[whole, "difference"]
    )
    found = parts(wholes, basis)
    if found.empty:
        return Found()
    of = wholes.set_index("whole").loc[found["whole"]].set_axis(found.index)
    codes = found.groupby(["whole", "by"], sort=False).ngroup().to_numpy().astype(np.int64)
    now, then = (_counted(found, of, prefix) for prefix in ("", "then_"))
    plain = of["method"].isin(COUNTS).to_numpy()
    through, weight = of_values(now, then, codes, per(of["indicator"], basis.inputs))
    size = np.where(plain, now.x + then.x, now.n + then.n)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = size / np.bincount(codes, size)[codes]
    made = found.assign(
        weight=share,
        contribution=np.where(plain, of_counts(now, then), through + weight),
        through_value=np.where(plain, np.nan, through),
        through_weight=np.where(plain, np.nan, weight),
        difference=of["difference"],
        reference_period=of["then_period"],
        **{name: of[name] for name in ("indicator", "frequency", "period")},
    )
    made["reason"] = _reasons(made, of, codes, (now, then), plain)
    return Found(worked={"contributions": _shown(made, codes)})


def _counted(found: pd.DataFrame, of: pd.DataFrame, prefix: str) -> Counted:
    """The counts of the parts; one without a row, or to which it does not apply, has none."""
    plain = of["method"].isin(COUNTS).to_numpy()
    x = np.where(plain, found[f"{prefix}value"], found[f"{prefix}numerator"])
    n = np.where(plain, 1.0, found[f"{prefix}denominator"])
    absent = np.isnan(x) & ~found[f"{prefix}hidden"].to_numpy()
    return Counted(np.where(absent, 0.0, x), np.where(absent & ~plain, 0.0, n))


def _reasons(
    made: pd.DataFrame,
    of: pd.DataFrame,
    codes: NDArray[np.int64],
    counted: tuple[Counted, Counted],
    plain: NDArray[np.bool_],
) -> NDArray[np.object_]:
    """Why the parts of one whole are no breakdown of its change, the first that holds, else ""."""
    apart = np.zeros(len(made), dtype=bool)
    for parts_of, prefix in zip(counted, ("", "then_"), strict=True):
        x = np.where(plain, of[f"{prefix}value"], of[f"{prefix}numerator"]).astype(float)
        n = np.where(plain, np.nan, of[f"{prefix}denominator"]).astype(float)
        apart |= ~_near(np.bincount(codes, parts_of.x)[codes].astype(float), x)
        apart |= ~plain & ~_near(np.bincount(codes, parts_of.n)[codes].astype(float), n)
    hidden = (made["hidden"] | made["then_hidden"]).to_numpy()
    contributed = made["contribution"].to_numpy()
    left = of["difference"].to_numpy() - np.bincount(codes, contributed)[codes]
    too_much = ~(np.abs(left) <= REST * np.bincount(codes, np.abs(contributed))[codes])
    return first_reason(
        (of["method"].isin(STANDARDISED), words.STANDARDISED),
        (~of["method"].isin((*COUNTS, *DIVIDED)), words.NO_COUNTS),
        (made["overlap"], words.OVERLAP),
        (np.bincount(codes, hidden)[codes] > 0, words.HIDDEN),
        (np.bincount(codes, made["then_there"])[codes] == 0, words.NONE_THEN),
        (apart | too_much, words.NOT_THE_WHOLE),
    )


def _near(parts: Floats, whole: Floats) -> NDArray[np.bool_]:
    """Whether parts come to the whole, within 0.5% (design: Sums)."""
    return np.asarray(np.abs(parts - whole) <= RELATIVE * np.abs(whole) + DUST)


def _shown(made: pd.DataFrame, codes: NDArray[np.int64]) -> pd.DataFrame:
    """The rows of `frames.CONTRIBUTIONS`: parts and what they leave, or the reason alone."""
    made = made.assign(code=codes)
    first = made.drop_duplicates("code")
    left = first.set_index("code")["difference"] - made.groupby("code")["contribution"].sum()
    scale = made["contribution"].abs().groupby(made["code"]).sum()
    over = first[((left.abs() > DUST * scale).to_numpy()) & (first["reason"] == "").to_numpy()]
    numbers = ["value", "then_value", "weight"]
    numbers += ["contribution", "through_value", "through_weight"]
    alone = pd.concat([over, first[first["reason"] != ""]]).assign(
        **dict.fromkeys(PART, ""), **dict.fromkeys(numbers, np.nan)
    )
    rest = alone["reason"] == ""
    alone.loc[rest, "contribution"] = left.loc[alone.loc[rest, "code"]].to_numpy()
    rows = pd.concat([made[made["reason"] == ""], alone])
    rows = rows.sort_values("code", kind="stable").reset_index(drop=True)
    return rows[list(COLUMNS)].astype(COLUMNS)
