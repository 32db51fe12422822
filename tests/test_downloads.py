"""Exactly the rows behind each chart can be taken away: every figure of both sites with its CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from tests.conftest import BuiltSite
from tests.pages.tree import Element, tree

NOTHING = ("[x]", "[z]")
FIGURE = re.compile(r'<div class="figbox" data-search-exclude>.*?</details>\s*</div>', re.S)


def figures(site: BuiltSite) -> Iterator[tuple[str, Element, list[dict[str, str]]]]:
    """Where each chart stands, its box on the page, and the rows of its download."""
    for page in sorted(site.folder.rglob("index.html")):
        for found in FIGURE.finditer(page.read_text("utf-8")):
            box = next(tree(found[0]).every("div"))
            figure = next(box.every("figure"))
            links = [a for a in figure.every("a") if "download" in a.attributes]
            file = Path(page.parent, str(links[0].attributes["href"])).resolve()
            text = file.read_bytes().decode("utf-8")
            where = f"{page.relative_to(site.folder)}#{figure.attributes['id']}"
            assert len(links) == 1, where
            yield where, box, list(csv.DictReader(io.StringIO(text, newline="")))


def table(box: Element) -> tuple[list[str], list[list[str]]]:
    """The columns of the table under a chart, and its rows."""
    found = next(box.every("table"))
    heads = [th.text for th in next(found.every("thead")).every("th")]
    body = next(found.every("tbody"))
    return heads, [[cell.text for cell in row.every("th", "td")] for row in body.every("tr")]


def shown(value: str, flag: str, like: str) -> str:
    """A value of the download as the table shows it, with as many decimals as `like`."""
    flags = [f"[{one}]" for one in flag.split()]
    if value == "":
        return " ".join(flags) or "[x]"
    decimals = len(re.sub(r"\[.*", "", like).strip().partition(".")[2])
    sign = "+" if like.startswith("+") else ""
    number = float(value) if round(float(value), decimals) else 0.0  # no minus before nothing
    return " ".join([f"{number:{sign},.{decimals}f}".replace("-", "−"), *flags])


def unit_off(head: str) -> str:
    return re.sub(r" \([%£]\)$", "", head)


def over_time(heads: list[str], rows: list[list[str]]) -> dict[tuple[str, str], str]:
    """(series, period) and what stands there, without the cells that hold no row."""
    bounded = heads[2:4] == ["Lower", "Upper"]
    columns = [(1, heads[1]), *((n, head) for n, head in enumerate(heads) if n > 1 + 2 * bounded)]
    found = {}
    for row in rows:
        for place, head in columns:
            period = row[0].removesuffix(" (baseline)")
            found[unit_off(head), period] = row[place]
            if bounded and place == 1:
                found[unit_off(head), f"{period} lower"] = row[2]
                found[unit_off(head), f"{period} upper"] = row[3]
    return {key: text for key, text in found.items() if text not in NOTHING}


def of_file(
    rows: list[dict[str, str]], like: dict[tuple[str, str], str]
) -> dict[tuple[str, str], str]:
    """The same from the rows of a download."""
    found = {}
    for row in rows:
        key = (row["series"], row["period"])
        found[key] = shown(row["value"], row["flag"], like.get(key, ""))
        for end in ("lower", "upper") if "subject" in row["kind"] else ():
            key = (row["series"], f"{row['period']} {end}")
            found[key] = shown(row[end], "", like.get(key, ""))
    return {key: text for key, text in found.items() if text not in NOTHING}


def test_each_trend_has_the_rows_of_its_table(built_site: BuiltSite) -> None:
    seen = 0
    for where, box, rows in figures(built_site):
        if "series" not in rows[0] or "lower" not in rows[0]:
            continue
        heads, cells = table(box)
        if heads[0] == "Name and period":  # small trends on one scale: a row each
            continue
        expected = over_time(heads, cells)
        assert of_file(rows, expected) == expected, where
        seen += 1
    assert seen > 5


CELLS = {
    "mean": ("value", "mean", "lower_limit", "upper_limit"),  # a process-control chart
    "lower_80": ("value", "", "lower_80", "upper_80", "lower_95", "upper_95"),  # a fan
    "size": ("value", "size", "lower_95", "upper_95", "lower_99_8", "upper_99_8"),  # a funnel
    "earlier": ("value", "lower", "upper", "earlier"),  # groups now and then
    "pairs": ("pairs", "better_percent", "lower", "upper", "same_percent", "worse_percent"),
    "score": ("before", "after"),  # people at each score
    "of_100": ("value", "of_100"),  # stage by stage
    "within": ("value", "share"),  # kinds of things
    "name": ("value", "lower", "upper"),  # all other rows
}
"""By a column of its own what a chart's download calls the cells of its table after the first."""


FLAGGED = ("value", "pairs")
"""The columns beside which the flags of a row stand in its table."""


def name_of(row: dict[str, str], name: str, by_code: dict[str, str]) -> str:
    """What the table calls a row: a kind within another with it, both means their average."""
    if row["kind"] == "mean":
        return "Average score"
    return f"{by_code[row['within']]}: {name}" if row.get("within") else name


def test_each_chart_by_row_has_the_rows_of_its_table(built_site: BuiltSite) -> None:
    seen: dict[str, int] = {}
    for where, box, rows in figures(built_site):
        heads, expected = table(box)
        small = heads[0] == "Name and period"
        kind = "name" if small else next((kind for kind in CELLS if kind in rows[0]), None)
        if kind is None:
            continue
        if small:
            rows = [{**row, "name": f"{row['series']}, {row['period']}"} for row in rows]
            rows = [
                {key: row[key] for key in row if key not in ("series", "period")} for row in rows
            ]
        named = [row for row in rows if row["kind"] != "limit"]  # curves are drawn, not tabled
        heading = next(name for name in ("period", "name", "score") if name in named[0])
        by_code = {row["code"]: row["name"] for row in named if "within" in row}
        names = [name_of(row, row[heading], by_code) for row in named]
        assert names == [row[0] for row in expected], where
        bounded = "Lower" in heads or kind != "pairs"  # pairs of several items have no interval
        columns = [one for one in CELLS[kind] if bounded or one not in ("lower", "upper")]
        for row, cells in zip(named, expected, strict=True):
            for column, text in zip(columns, cells[1:], strict=False):
                if column:
                    flag = row["flag"] if column in FLAGGED else ""
                    # The flags in the file are those of the value, not of what was earlier.
                    cell = re.sub(r"(?<=\d) \[.*", "", text) if column == "earlier" else text
                    like = cell.split(" to ")[-1]
                    wanted = shown(row[column], flag, like)
                    if column == "value" and row.get("value_to"):
                        wanted += f" to {shown(row['value_to'], '', like)}"
                    assert cell == wanted or {cell, wanted} <= {*NOTHING}, where
        seen[kind] = seen.get(kind, 0) + 1
    assert sum(seen.values()) > 5 and seen["mean"] > 3 and seen["lower_80"] > 3
    if Path(built_site.folder, "prove/change").exists():  # the site that shows every chart
        assert set(CELLS) <= set(seen)


def test_every_figure_was_looked_at(built_site: BuiltSite) -> None:
    looked_at = [
        where
        for where, _, rows in figures(built_site)
        if {"series", "name", "score"} & set(rows[0])
    ]
    there = [
        f"{page.relative_to(built_site.folder)}#{unescape(id)}"
        for page in sorted(built_site.folder.rglob("index.html"))
        for id in re.findall(r'<figure class="fig" id="([^"]+)"', page.read_text("utf-8"))
    ]
    assert looked_at == there
