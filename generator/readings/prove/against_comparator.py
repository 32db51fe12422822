"""How the latest result stands against another place in the same period (methods, section 7)."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from generator.model.indicator import Indicator
from generator.model.report import Inputs
from generator.wording import reasons

from ..polarity import compared
from ..reason import first_reason

SIMILAR = "similar"
FEWEST_SIMILAR = 5
SAME = ["frequency", "period", "organisation", "programme", "group"]


def against_comparator(
    cases: pd.DataFrame, rows: pd.DataFrame, indicator: Indicator, inputs: Inputs
) -> pd.DataFrame:
    """Verdicts in the order of the cases, with the columns of `frames.READINGS` that they fill.

    `rows` are all results of the indicator. The first of `compare_with` with a value for the same
    period (and partner and group) counts. Its value outside the 95% interval of the area's own
    is better or worse, inside (or on its edge) similar. `reference_area` is its code, or
    "similar" for the median of the similar areas, of which `places` have a value.
    """
    compare_with = comparators(cases, rows, indicator, inputs)
    reference = compare_with["value"].to_numpy(dtype=float)
    value = cases["value"].to_numpy(dtype=float)
    lower, upper = (cases[name].to_numpy(dtype=float) for name in ("lower", "upper"))
    outside = (reference < lower) | (reference > upper)
    nothing, margin = np.isnan(reference), ~np.isnan(lower + upper)
    verdict = first_reason(
        (np.isnan(value), "cannot say"),
        (nothing, "no comparator"),
        (~margin, "cannot say"),
        (outside, compared(value - reference, indicator.direction)),
        (~outside, "similar"),
    )
    silent = reasons.COMPARATOR_SILENT if indicator.compare_with else reasons.NO_COMPARATOR
    return pd.DataFrame(
        {
            "verdict": verdict,
            "reference_period": np.where(nothing, "", cases["period"]),
            "reference_area": compare_with["area"].to_numpy(),
            "reference_value": reference,
            "difference": value - reference,
            "lower": lower - reference,
            "upper": upper - reference,
            "reason": first_reason(
                (np.isnan(value), cases["flag"].map(reasons.latest_missing)),
                (nothing, silent),
                (~margin, reasons.NO_MARGIN),
            ),
            "places": compare_with["places"].to_numpy(),
        }
    )


def comparators(
    cases: pd.DataFrame, rows: pd.DataFrame, indicator: Indicator, inputs: Inputs
) -> pd.DataFrame:
    """For each case the value that it is held against, its area, and how many places it is from."""
    value = np.full(len(cases), np.nan)
    area = np.full(len(cases), "", dtype=object)
    places = np.zeros(len(cases), dtype=np.int64)
    by_cell = (
        rows[[*SAME, "area", "value"]]
        .dropna(subset="value")
        .astype(dict.fromkeys([*SAME, "area"], object))
    )
    for name in indicator.compare_with:
        links = pd.DataFrame(_links(name, cases, inputs), columns=["area", "other"])
        found = _found(cases, by_cell, links, name)
        new = np.isnan(value) & ~np.isnan(found["value"].to_numpy(dtype=float))
        value[new] = found["value"].to_numpy(dtype=float)[new]
        area[new] = found["other"].to_numpy()[new]
        places[new] = found["places"].to_numpy()[new]
    return pd.DataFrame({"value": value, "area": area, "places": places})


def _links(name: str, cases: pd.DataFrame, inputs: Inputs) -> Iterator[tuple[str, str]]:
    """From each area to the one (or those) that `name` means for it; never to itself."""
    if name not in (SIMILAR, "parent"):
        yield from ((area, name) for area in cases["area"].unique() if area != name)
        return
    kind, seen = ("similar", set()) if name == SIMILAR else ("in", set[str]())
    for link in inputs.area_links:
        if link.kind == kind and not (kind == "in" and link.area in seen):
            seen.add(link.area)
            if link.area != link.other:
                yield link.area, link.other


def _found(cases: pd.DataFrame, rows: pd.DataFrame, links: pd.DataFrame, name: str) -> pd.DataFrame:
    """The comparator's value for each case; NaN where there is none."""
    asked = cases[[*SAME, "area"]].assign(case=np.arange(len(cases))).merge(links, on="area")
    answered = asked.merge(rows.rename(columns={"area": "other"}), on=[*SAME, "other"], how="inner")
    if name == SIMILAR:
        by_case = answered.drop_duplicates(["case", "other"]).groupby("case")["value"]
        median = by_case.median()[by_case.size() >= FEWEST_SIMILAR]
        found = pd.DataFrame({"value": median, "other": SIMILAR, "places": by_case.size()})
        found = found[found["value"].notna()]
    else:
        found = answered.drop_duplicates("case").set_index("case")[["value", "other"]]
        found = found.assign(places=1)
    found = found.reindex(range(len(cases)))
    return found.assign(
        other=found["other"].fillna(""), places=found["places"].fillna(0).astype(int)
    )
