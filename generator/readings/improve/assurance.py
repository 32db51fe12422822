"""Assurance: the target of each case against the limits of its process."""

from __future__ import annotations

import numpy as np
import pandas as pd

from generator.wording import findings, periods, process
from generator.wording.process import Usual

from ..basis import Basis
from ..cases import CELL
from ..reason import first_reason
from .process_control.assured import assured

SECTION = "assurance"
"""The section of the indicator's page that shows it."""


def assurance(basis: Basis, seen: pd.DataFrame) -> pd.DataFrame:
    """The reading of every case; `seen` is what `variation` made of its latest value."""
    towards, direction = basis.towards, basis.cases["direction"].to_numpy()
    aimed = (towards["verdict"] != "no target").to_numpy()
    target = towards["reference_value"].to_numpy(dtype=float)
    to = np.where(towards["kind"] == "within", towards["target_to"].to_numpy(dtype=float), np.nan)
    said = (seen["reason"] == "").to_numpy() & aimed & ~np.isnan(target)
    lower, upper = (seen[name].to_numpy(dtype=float) for name in ("lower", "upper"))
    judged = assured(lower, upper, direction, target, to)
    whole = (basis.cases[["organisation", "programme", "group"]] == "").all(axis=1)
    whole &= ~basis.cases.duplicated(["indicator", *CELL])  # only of the frequency on the page
    own = (whole & (basis.cases["area"] == basis.settings.main_area)).to_numpy() & said
    names = basis.cases["indicator"]
    shown = names.isin(names[own]).to_numpy()
    reason = first_reason(
        (said, ""), (~aimed, towards["reason"]), (seen["reason"] != "", seen["reason"]),
        (np.full(len(seen), True), towards["reason"]),
    )  # fmt: skip
    found = pd.DataFrame(
        {
            "verdict": first_reason(
                (~aimed, "no target"), (~said, "not enough data"), (said, judged)
            ),
            "reference_period": np.where(said, towards["reference_period"], ""),
            "reference_area": np.where(said, basis.cases["area"], ""),
            "reference_value": np.where(said, target, np.nan),
            "difference": np.where(said, seen["mean"] - target, np.nan),
            "lower": np.where(said, lower, np.nan),
            "upper": np.where(said, upper, np.nan),
            "reason": reason,
            "working": np.where(said, np.where(shown, SECTION, seen["working"]), ""),
        }
    )
    return found.assign(finding=_findings(basis, seen, found))


def usual(seen: pd.DataFrame) -> list[Usual]:
    """What is usual in each case, its limits within what is possible."""
    columns = (seen[name].tolist() for name in ("mean", "shown_lower", "shown_upper"))
    return [Usual(*each) for each in zip(*columns, strict=True)]


def _findings(basis: Basis, seen: pd.DataFrame, found: pd.DataFrame) -> list[str]:
    named = {text: _named(basis, text) for text in found["reference_period"].unique()}
    columns = (
        found["verdict"],
        found["reason"],
        seen["side"],
        basis.towards["kind"],
        found["reference_value"],
        basis.towards["target_to"],
        found["reference_period"].map(named),
        basis.cases["direction"],
    )
    made = []
    rows = zip(basis.said.latest, usual(seen), *(c.tolist() for c in columns), strict=True)
    for now, known, verdict, reason, side, kind, value, to, due, direction in rows:
        if reason:
            made.append(reason)
            continue
        words = findings.target_words(now.manner, kind, value, to, direction)
        note = process.MOVING if side else ""
        made.append(process.assurance(now, verdict, known, words, due, note))
    return made


def _named(basis: Basis, text: str) -> str:
    known = basis.inputs.periods.get(text)
    return periods.named(known) if known else text
