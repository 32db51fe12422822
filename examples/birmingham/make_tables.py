"""Makes the tables of the Birmingham example from the published statistics in ../shared/data.

Run from the root of the repository: `python examples/birmingham/make_tables.py`. Same input, same
bytes. It changes no number: values are copied as the text that the source gives, counts stand in a
column each, and what the source says of a value becomes a flag.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from layout import (
    COUNTS,
    COUNTY_DISTRICTS,
    FLAGS,
    GROUPS,
    LOOKED_AFTER,
    NHS_BOARDS,
    OWN_PAGES,
    SAME_TWICE,
    STANDARD,
    TABLES,
    flags_said_in_words,
)

from generator.model.period import Period

HERE = Path(__file__).resolve().parent
DATA = HERE / "datapackages" / "birmingham" / "data"
SHARED = HERE.parents[2] / "shared" / "data"
MAIN, REGION, COMBINED = "E08000025", "E12000005", "E47000007"
ENGLAND, KINGDOM = "E92000001", "K02000001"


def main() -> int:
    if not SHARED.is_dir():
        print(
            f"{SHARED} is not there: the published statistics that these tables are made from. "
            "The tables themselves are committed, so the site can be built without it.",
            file=sys.stderr,
        )
        return 1
    DATA.mkdir(parents=True, exist_ok=True)
    areas = read("west_midlands_indicators_tidy/areas.csv")
    for name, table in metrics(read("west_midlands_indicators_tidy/indicator_values.csv")).items():
        write(name, table)
    write("areas", places(areas))
    write("area-links", links(areas))
    write("targets", pd.DataFrame([{"area": board, **STANDARD} for board in NHS_BOARDS]))
    text = json.dumps(boundaries(set(areas.area_code)), separators=(",", ":"))
    (DATA / "areas.geojson").write_text(text.replace('{"type":"Feature",', '\n{"type":"Feature",'))
    return 0


def read(path: str) -> pd.DataFrame:
    """A table of the shared data, every cell the text that stands in it."""
    return pd.read_csv(SHARED / path, dtype=str, keep_default_na=False, encoding="utf-8-sig")


def write(name: str, table: pd.DataFrame) -> None:
    table.to_csv(DATA / f"{name}.csv", index=False, lineterminator="\n")


def metrics(published: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """One table for each subject of `TABLES`: published values a row each, counts a column each."""
    values = published.assign(
        period=periods(published),
        metric=published.indicator_id.where(
            published.dimension != "Care status", published.indicator_id + LOOKED_AFTER
        ),
        area=published.area_code,
        lower=published.lower_ci_95,
        upper=published.upper_ci_95,
    )
    values = with_flags(with_groups(values))
    tables = {}
    for name, indicators in TABLES.items():
        rows = values[values.indicator_id.isin(indicators)]
        groups = [column for column in GROUPS if (rows[column] != "").any()]
        if indicators[0] in COUNTS:
            tables[name] = counts(rows, indicators, groups)
        else:
            said = [column for column in ("lower", "upper", "flag", "comment") if any(rows[column])]
            columns = ["metric", "period", "area", *groups, "value", *said]
            tables[name] = rows[columns].sort_values(["metric", "area", "period", *groups])
    return tables


def counts(rows: pd.DataFrame, indicators: Iterable[str], groups: list[str]) -> pd.DataFrame:
    """Numerators and denominators as columns: what a return looks like."""
    key = ["period", "area", *groups]
    table = pd.DataFrame(columns=key)
    for indicator in indicators:
        numerator, denominator = COUNTS[indicator]
        renamed = {"numerator": numerator, "denominator": denominator}
        some = rows[rows.indicator_id == indicator].rename(columns=renamed)
        table = table.merge(some[[*key, numerator, denominator]], on=key, how="outer")
    said = rows[[*key, "flag", "comment"]].drop_duplicates()
    if any(said.flag):
        table = table.merge(said, on=key)
    return table.sort_values(["area", "period", *groups])


def periods(published: pd.DataFrame) -> pd.Series:
    """The canonical text of each period; one day is the point at which something was counted."""

    def text(start: str, end: str) -> str:
        return str(Period(date.fromisoformat(start), date.fromisoformat(end), point=start == end))

    both = published.period_start + "/" + published.period_end
    return both.map({each: text(*each.split("/")) for each in both.unique()})


def with_groups(values: pd.DataFrame) -> pd.DataFrame:
    """A column for each breakdown, filled where the source's row speaks of one of its groups."""
    named = (values.dimension != "All") & (values.dimension != "Care status")
    key = values.indicator_id + "|" + values.dimension + "|" + values.category
    known = pd.Series(False, index=values.index)
    for column, words in GROUPS.items():
        values = values.assign(**{column: key.where(named).map(words).fillna("")})
        known |= values[column] != ""
    if lost := sorted(key[named & ~known].unique()):
        raise ValueError(f"No group is written down for {lost}")
    return values


def with_flags(values: pd.DataFrame) -> pd.DataFrame:
    """What the source says of a value, as flags and a comment."""
    flag = values.status.map(FLAGS)
    flag = flag.where((values.value != "") | (flag != ""), "x")
    flag = flag.where((values.value != "") | (flag != "u"), "x u")  # held back as unreliable
    comment = values.status.where(values.status.str.len() > 1, "")
    comment = comment.where((values.value != "") | (values.status != ""), "No value given")
    for (metric, period), word in flags_said_in_words(values).items():
        here = (values.metric == metric) & (values.period == period) & (values.value != "")
        flag = flag.where(~here, word)
    twice = values.indicator_id.isin(("ae_over_4_hours", "emergency_admission_wait_over_4_hours"))
    twice &= values.period.isin(SAME_TWICE)
    flag = flag.where(~twice, "u")
    comment = comment.where(~twice, "The source gives the same counts for this month in two years")
    return values.assign(flag=flag, comment=comment)


def places(areas: pd.DataFrame) -> pd.DataFrame:
    table = areas.rename(columns={"area_code": "area", "area_name": "name", "area_type": "kind"})
    has_page = table.group.str.contains("West Midlands") | table.area.isin(OWN_PAGES)
    page = has_page.map({True: "yes", False: "no"}).where(table.kind != "ward", "yes")
    return table.assign(page=page)[["area", "name", "kind", "page"]].sort_values("area")


def links(areas: pd.DataFrame) -> pd.DataFrame:
    """What lies in what, the region first (it is the parent), and the ten most similar areas."""
    local = areas[areas.group.str.contains("West Midlands") | (areas.area_code == MAIN)].area_code
    boroughs = sorted(code for code in local if code.startswith("E08"))
    rows = [(code, "in", REGION) for code in sorted(local)]
    rows += [(code, "in", COMBINED) for code in boroughs]
    rows += [(code, "in", board) for board, codes in NHS_BOARDS.items() for code in codes]
    rows += [(ward, "in", MAIN) for ward in sorted(areas.area_code[areas.area_type == "ward"])]
    rows += [(COMBINED, "in", REGION)]
    rows += [(code, "in", ENGLAND) for code in (REGION, *NHS_BOARDS)] + [(ENGLAND, "in", KINGDOM)]
    near = read("ons_similar_areas/global-neighbours.csv").set_index("AREACD").loc[MAIN]
    rows += [(MAIN, "similar", str(near[str(rank)])) for rank in range(1, 11)]
    table = pd.DataFrame(rows, columns=["area", "kind", "other"])
    similar = "ONS Explore Local Statistics: statistical neighbours over all indicators, ranks 1–10"
    sources = {"in": "ONS names and codes of areas", "similar": similar}
    return table.assign(source=table.kind.map(sources))


Ring = list[tuple[float, float]]
Polygons = list[list[Ring]]


def boundaries(known: set[str]) -> dict[str, object]:
    """The shapes that the shared data has, by area code; counties are their districts, joined."""
    shapes: dict[str, Polygons] = {}
    for file, code in (
        ("birmingham_wards_2022", "ward22_code"),
        ("west_midlands_local_authorities_2016", "LAD16CD"),
    ):
        collection = json.loads((SHARED / "geography_birmingham" / f"{file}.geojson").read_text())
        for feature in collection["features"]:
            shapes[feature["properties"][code]] = polygons(feature["geometry"])
    for county, districts in COUNTY_DISTRICTS.items():
        shapes[county] = joined([shape for code in districts for shape in shapes[code]])
    features = [
        {
            "type": "Feature",
            "properties": {"area": code},
            "geometry": {"type": "MultiPolygon", "coordinates": shape},
        }
        for code, shape in sorted(shapes.items())
        if code in known
    ]
    return {"type": "FeatureCollection", "features": features}


def polygons(geometry: dict[str, Any]) -> Polygons:
    """Coordinates at four decimals, which is about ten metres."""
    nested = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        nested = [nested]
    return [[_rounded(ring) for ring in polygon] for polygon in nested]


def _rounded(ring: Ring) -> Ring:
    points = [(round(x, 4), round(y, 4)) for x, y in ring]
    return points[:1] + [b for a, b in pairwise(points) if a != b]


def joined(parts: Polygons) -> Polygons:
    """Touching polygons as one: an edge that two of them share, each its own way round, goes.

    What is left are outer rings and holes; a hole runs the other way round.
    """
    edges = {edge for polygon in parts for edge in pairwise(polygon[0])}
    following = {a: b for a, b in sorted(edges) if (b, a) not in edges}
    rings = []
    while following:
        ring = [min(following)]
        while (point := following.pop(ring[-1], None)) is not None:
            ring.append(point)
        rings.append(ring)
    if any(ring[0] != ring[-1] for ring in rings):
        raise ValueError("The parts do not meet edge to edge")
    rings.sort(key=lambda ring: -abs(_area(ring)))
    return [rings[:1] + [hole for hole in rings[1:] if _area(hole) * _area(rings[0]) < 0]] + [
        [ring] for ring in rings[1:] if _area(ring) * _area(rings[0]) > 0
    ]


def _area(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


if __name__ == "__main__":
    raise SystemExit(main())
