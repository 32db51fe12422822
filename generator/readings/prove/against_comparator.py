"""How the latest result stands against another place in the same period (methods, section 7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.indicators.cells import key
from generator.model.report import Inputs
from generator.wording import reasons

from ..polarity import compared
from ..reason import first_reason

SIMILAR, PARENT = "similar", "parent"
FEWEST_SIMILAR = 5
SAME = ["indicator", "frequency", "period", "organisation", "programme", "group"]


def against_comparator(cases: pd.DataFrame, results: pd.DataFrame, inputs: Inputs) -> pd.DataFrame:
    """Verdicts in the order of the cases, with the columns of `frames.READINGS` that they fill.

    The first of `compare_with` with a value for the same period (and partner and group) counts.
    Its value outside the 95% interval of the area's own is better or worse, inside (or on its
    edge) similar. `reference_area` is its code, or "similar" for the median of the similar areas,
    of which `places` have a value: fewer than five are no comparator, and the reason says so.
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
    named = [name for name, item in inputs.indicators.items() if item.compare_with]
    asked = cases["indicator"].isin(named)
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
                (nothing & (compare_with["places"].to_numpy() > 0), _too_few(compare_with)),
                (nothing & asked, reasons.COMPARATOR_SILENT),
                (nothing, reasons.NO_COMPARATOR),
                (~margin, reasons.NO_MARGIN),
            ),
            "places": compare_with["places"].to_numpy(),
        }
    )


def comparators(cases: pd.DataFrame, results: pd.DataFrame, inputs: Inputs) -> pd.DataFrame:
    """For each case the value that it is held against, its area, and how many places it is from."""
    value = np.full(len(cases), np.nan)
    area = np.full(len(cases), "", dtype=object)
    places = np.zeros(len(cases), dtype=np.int64)
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
    return pd.DataFrame({"value": value, "area": area, "places": places})


@dataclass(frozen=True)
class Elsewhere:
    """Results that have a value, to be found by cell and area; and the cells of the cases."""

    areas: dict[str, int]
    keys: NDArray[np.int64]  # of the results, sorted
    values: NDArray[np.float64]
    cells: NDArray[np.int64]  # of the cases: the key but for the area
    case_areas: NDArray[np.int64]

    @classmethod
    def of(cls, results: pd.DataFrame, rows: NDArray[np.int64]) -> Elsewhere:
        """From `frames.RESULTS` and the rows in it that the cases are about."""
        codes = pd.DataFrame({name: results[name].cat.codes.astype(np.int64) for name in SAME})
        cell = np.unique(key(codes, SAME), return_inverse=True)[1].astype(np.int64)
        area = results["area"].cat.codes.to_numpy().astype(np.int64)
        names = {str(name): code for code, name in enumerate(results["area"].cat.categories)}
        keys = cell * len(names) + area
        valued = np.flatnonzero(results["value"].notna().to_numpy())
        valued = valued[np.argsort(keys[valued], kind="stable")]
        numbers = results["value"].to_numpy(dtype=float)
        return cls(names, keys[valued], numbers[valued], cell[rows], area[rows])

    def found(
        self, cases: NDArray[np.int64], name: str, links: Sequence[tuple[str, str]]
    ) -> pd.DataFrame:
        """value, other and places of those of the cases (the index) that have the comparator."""
        if name in (SIMILAR, PARENT):
            known = [
                (self.areas[a], self.areas[b], b) for a, b in links if {a, b} <= set(self.areas)
            ]
            pairs = pd.DataFrame(known, columns=["area", "code", "other"])
            asked = pd.DataFrame({"area": self.case_areas[cases], "case": cases})
            asked = asked.merge(pairs, on="area")
        else:
            asked = pd.DataFrame({"area": self.case_areas[cases], "case": cases, "other": name})
            asked = asked.assign(code=self.areas.get(name, -1))
            asked = asked[(asked["code"] >= 0) & (asked["code"] != asked["area"])]
        asked = asked.assign(value=self._values(asked)).dropna(subset="value")
        if name != SIMILAR:
            return asked.set_index("case").assign(places=1)[["value", "other", "places"]]
        by_case = asked.groupby("case")["value"]
        return pd.DataFrame({"value": by_case.median(), "other": SIMILAR, "places": by_case.size()})

    def _values(self, asked: pd.DataFrame) -> NDArray[np.float64]:
        """The value in the same cell of another area; NaN where there is none."""
        cells = self.cells[asked["case"].to_numpy(dtype=np.int64)]
        wanted = cells * len(self.areas) + asked["code"].to_numpy(dtype=np.int64)
        if not len(self.keys):
            return np.full(len(wanted), np.nan)
        place = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        return np.where(self.keys[place] == wanted, self.values[place], np.nan)


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
