"""In which quarter, fifth or tenth of the places of its kind a place stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from generator.model.frames import QUANTILES
from generator.model.indicator import Indicator
from generator.model.page import File
from generator.wording import quantiles as words
from generator.wording.verdicts import capitalised

from .. import address as at
from .. import downloads
from ..columns_file import frame_file
from ..known.lookup import Lookup
from ..known.standing import Standing
from ..layout import joined
from ..worded import Download

MOST_NAMED = 4


@dataclass(frozen=True)
class Quantiles:
    """The heading of a column of places, the words of each place and period, and what they mean."""

    heading: str
    words: Mapping[tuple[str, str], str]
    note: str


def quantiles(standing: Standing) -> Quantiles | None:
    """Those of an indicator that asks for them, at the frequency that its page shows."""
    indicator = standing.indicator
    rows = standing.lookup.worked.of("quantiles", indicator.id)
    rows = rows[rows["frequency"].isin({r.frequency for r in standing.everywhere})]
    if rows.empty:
        return None
    of = int(rows["quantiles"].iloc[0])
    columns = (rows[name].tolist() for name in ("area", "period", "quantile"))
    said = {
        (area, period): words.word(part, of, indicator.direction)
        for area, period, part in zip(*columns, strict=True)
    }
    note = " ".join([*_first(standing, rows, of), words.explained(of)])
    return Quantiles(capitalised(words.name(of)), said, note)


def _first(standing: Standing, rows: pd.DataFrame, of: int) -> Iterator[str]:
    """Which places of each kind stand in the first part, by name, where they are few."""
    for kind, own in rows.groupby("kind", observed=True, sort=False):
        named = sorted(standing.lookup.area_name(a) for a in own.loc[own["quantile"] == 1, "area"])
        if len(named) <= MOST_NAMED:
            direction = standing.indicator.direction
            yield words.in_the_first(of, direction, str(kind), len(own), joined(named))


def quantiles_file(lookup: Lookup, indicator: Indicator) -> File | None:
    """The same as numbers, from 1."""
    rows = lookup.worked.of("quantiles", indicator.id)
    if rows.empty:
        return None
    path = f"data/charts/indicators-{indicator.id}--quantiles.csv"
    columns = [name for name in QUANTILES if name != "indicator"]
    return frame_file(path, rows[columns], status=lookup.status(indicator.id))


def download(address: str, indicator: Indicator, file: File) -> Download:
    """Its link on the page at the address."""
    of = int(indicator.quantiles or 0)
    named = f"{capitalised(words.name(of))} of each place among those of its kind"
    return Download(named, at.link(address, file.path), f"CSV, {downloads.size(file)}")
