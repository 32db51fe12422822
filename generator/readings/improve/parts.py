"""The parts of each whole in two periods: its groups, the places in it, its partners."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from generator.checks.ways import children
from generator.model.report import Inputs

from ..basis import Basis

PART = ["area", "organisation", "programme", "group"]
"""What names a part; all blank for what the parts leave over."""
NUMBERS = ["value", "numerator", "denominator"]
WHEN = ["indicator", "frequency", "period"]


def parts(wholes: pd.DataFrame, basis: Basis) -> pd.DataFrame:
    """A row a part that has a value in one of the two periods of its whole.

    `wholes` are cases for everyone in an area, numbered by `whole`. Columns: whole, `by` (the
    breakdown, `group-sex`; the kind of place, `places-ward`; `partners`), PART, NUMBERS now and
    with `then_`, `hidden` (a value is not published) and `there` (it has a row) of both, and
    `overlap` (one person may be in several parts). A part alone is no breakdown and is left out.
    """
    periods = pd.concat([_of_period(wholes, basis.results, p) for p in ("period", "then_period")])
    found = pd.concat([_groups(periods, basis.inputs), _places(periods, basis), _partners(periods)])
    if found.empty:
        return found
    without = {text: "z" in text.split() for text in found["flag"].unique()}
    hidden = found["value"].isna() & ~found["flag"].map(without).astype(bool)
    found = found.assign(hidden=hidden, there=True)
    keys = ["whole", "whole_area", "by", "overlap", *PART]
    numbers = [*NUMBERS, "hidden", "there"]
    now = found.loc[found["when"] == "period", [*keys, *numbers]]
    then = found.loc[found["when"] == "then_period", [*keys, *numbers]]
    then = then.rename(columns={name: f"then_{name}" for name in numbers})
    both = now.merge(then, on=keys, how="outer", sort=False)
    for name in ("hidden", "there"):
        for column in (name, f"then_{name}"):
            both[column] = both[column].eq(True)
    several = both.groupby(["whole", "by"])["whole"].transform("size") > 1
    return both[several].reset_index(drop=True)


def _of_period(wholes: pd.DataFrame, results: pd.DataFrame, when: str) -> pd.DataFrame:
    """The results of the indicators, frequencies and periods that wholes have then."""
    wanted = wholes[["indicator", "frequency", when, "area", "whole"]]
    wanted = wanted.rename(columns={when: "period", "area": "whole_area"})
    kept = np.logical_and.reduce([results[n].isin(set(wanted[n])).to_numpy() for n in WHEN])
    rows = results.loc[kept, [*WHEN, *PART, *NUMBERS, "flag"]]
    rows = rows.astype(dict.fromkeys([*WHEN, *PART, "flag"], object))
    return rows.merge(wanted, on=WHEN).assign(when=when)


def _groups(rows: pd.DataFrame, inputs: Inputs) -> pd.DataFrame:
    """The categories of each breakdown that lie in no other, and those who did not state theirs."""
    own = rows[(rows["area"] == rows["whole_area"]) & (rows["group"] != "")]
    own = own[(own["organisation"] == "") & (own["programme"] == "")]
    top, overlap = {}, set()
    for text in own["group"].unique():
        name, _, category = text.partition("=")
        breakdown = {str(id): item for id, item in inputs.breakdowns.items()}.get(name)
        known = {str(id): item for id, item in breakdown.categories.items()} if breakdown else {}
        if ";" not in text and not (category in known and known[category].within):
            top[text] = f"group-{name}"
            if breakdown and breakdown.overlap:
                overlap.add(text)
    by = own["group"].map(top)
    own = own.assign(by=by, overlap=own["group"].isin(overlap))
    return own[by.notna().to_numpy()]


def _places(rows: pd.DataFrame, basis: Basis) -> pd.DataFrame:
    """The places of one kind in each area."""
    links = pd.DataFrame(
        [
            (parent, area, "-".join(["places", *re.findall(r"[a-z0-9_]+", kind.lower())]))
            for (parent, kind), listed in children(basis.inputs).items()
            for area in sorted(listed)
        ],
        columns=["whole_area", "area", "by"],
    )
    own = rows[(rows[["organisation", "programme", "group"]] == "").all(axis=1)]
    return own.merge(links, on=["whole_area", "area"]).assign(overlap=False)


def _partners(rows: pd.DataFrame) -> pd.DataFrame:
    """The organisations of each area; by programme where those of one do not add up."""
    own = rows[(rows["area"] == rows["whole_area"]) & (rows["organisation"] != "")]
    own = own[own["group"] == ""]
    added_up = (own["programme"] == "").groupby([own["whole"], own["organisation"]])
    return own[(own["programme"] == "") | ~added_up.transform("any")].assign(
        by="partners", overlap=False
    )
