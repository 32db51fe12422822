"""Totals of areas from the areas in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.model.report import Inputs

from ..cells import Cells
from .add_up import add_up, may_sum, missing_from

Divided = dict[str, list[str]]
"""Areas with the areas, all of one kind, into which each is divided."""


def over_areas(cells: Cells, inputs: Inputs, main_area: str) -> Cells:
    """The cells and the totals of the main area and the areas in it.

    An area is the sum of the areas of one kind that are linked `in` it, if every one of them has
    a row (those that did not exist in the period aside). Areas above the main one are never
    summed: a report lists only some of the areas in a region or country.
    """
    for divided in _divisions(inputs, main_area):
        words = tuple(dict.fromkeys([*cells.words["area"], *divided]))
        codes = {word: code for code, word in enumerate(words)}
        pairs = pd.DataFrame(
            [
                (codes[child], codes[parent])
                for parent, children in divided.items()
                for child in children
                if child in codes
            ],
            columns=["area", "whole"],
            dtype=np.int64,
        )
        there = cells.frame["area"].isin(pairs["area"]).to_numpy()
        parts = cells.frame[there & may_sum(cells, inputs.metrics, "area")]
        parts = parts.merge(pairs, on="area")
        total = add_up(parts.assign(area=parts["whole"]), "area")
        expected = _expected(divided, cells, inputs)
        row = {codes[parent]: number for number, parent in enumerate(divided)}
        rows = total["area"].map(row).to_numpy(dtype=np.int64)
        complete = total["parts"].to_numpy() == expected[rows, total["period"].to_numpy()]
        cells = cells.adding(missing_from(cells.frame, total[complete]), area=words)
    return cells


def _divisions(inputs: Inputs, main_area: str) -> Iterator[Divided]:
    """The areas to sum, the smallest first, so that their sums can be summed in turn.

    An area that is divided in two ways (wards and school districts) comes twice.
    """
    linked = dict.fromkeys(
        (link.other, link.area) for link in inputs.area_links if link.kind == "in"
    )
    children: dict[str, list[str]] = {}
    for parent, child in linked:
        children.setdefault(parent, []).append(child)
    heights = _heights(main_area, children)
    for height in range(1, max(heights.values()) + 1):
        ways: list[Divided] = []
        for parent in (area for area, found in heights.items() if found == height):
            by_kind: dict[str, list[str]] = {}
            for child in children[parent]:
                kind = inputs.areas[child].kind if child in inputs.areas else ""
                by_kind.setdefault(kind, []).append(child)
            for number, alike in enumerate(by_kind.values()):
                ways += [{}] if number == len(ways) else []
                ways[number][parent] = alike
        yield from ways


def _heights(top: str, children: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """How many levels of areas stand in `top` and in each area in it; 0 for the smallest."""
    heights: dict[str, int] = {}
    waiting = [(top, False)]
    seen: set[str] = set()
    while waiting:
        area, done = waiting.pop()
        inside = children.get(area, ())
        if done:
            heights[area] = 1 + max((heights.get(child, 0) for child in inside), default=-1)
        elif area not in seen:  # a circle of links is somebody's mistake, but no reason to hang
            seen.add(area)
            waiting.append((area, True))
            waiting.extend((child, False) for child in inside)
    return heights


def _expected(divided: Divided, cells: Cells, inputs: Inputs) -> NDArray[np.int64]:
    """How many parts each area has (row) in each period (column)."""
    known = [inputs.periods.get(text) for text in cells.words["period"]]
    starts = np.array([period and period.start for period in known], dtype="datetime64[D]")
    ends = np.array([period and period.end for period in known], dtype="datetime64[D]")
    rows = []
    for children in divided.values():
        areas = [inputs.areas.get(child) for child in children]
        first = np.array([area and area.valid_from for area in areas], dtype="datetime64[D]")
        last = np.array([area and area.valid_to for area in areas], dtype="datetime64[D]")
        # A comparison with an unknown date is False: an area without dates was always there.
        gone = (first[:, None] > ends) | (last[:, None] < starts)
        rows.append((~gone).sum(axis=0))
    return np.array(rows, dtype=np.int64)
