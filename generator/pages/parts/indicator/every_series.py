"""data/charts/indicators-<id>--series.json: every series of an indicator, worded for its page.

    title, unit, sign      what is shown; the sign that stands at a number, %, £ or none
    periods                [in words, short, first day, last day] each, by its last day
    breaks                 [day, in words, why] each
    flags                  what each [x] means
    series                 by "0.3.0.0.0": the places in the five lists of the page
      t, v, l, u           period, value and interval of each row, oldest first, as a table shows
                           them ("21.0 [p]", "[c]"); l and u where any row has an interval
      says                 what the readings say of it
      base, aim            [in words, day, value] of the baseline and the target

Days count from 1 January of year 1. Whole columns are worded at once: there is a row a result.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from generator.model import words
from generator.model.page import File
from generator.wording import periods
from generator.wording.numbers import Manner

from .. import downloads
from ..known import cells
from ..known.cells import Reading
from ..known.points import breaks
from ..known.standing import Standing

EPOCH = 719163
"""1 January 1970, counted in days from 1 January of year 1."""


def series_file(standing: Standing, rows: pd.DataFrame, order: Mapping[str, Sequence[str]]) -> File:
    """The file of `rows` (columns as in `frames.RESULTS`), each series named by the places of its
    values in `order` (column: values)."""
    indicator = standing.indicator
    known = rows[["period", "period_start", "period_end"]].drop_duplicates("period")
    known = known.sort_values(["period_end", "period_start", "period"], kind="stable")
    place = {text: number for number, text in enumerate(known["period"])}
    keys = {name: {value: n for n, value in enumerate(values)} for name, values in order.items()}
    series = dict(_series(rows, keys, place, standing.manner))
    for key, said in _said(standing, keys).items():
        if key in series:
            series[key] |= said
    content = {
        "title": indicator.title,
        "unit": standing.unit_words,
        "sign": standing.manner.sign,
        "periods": [
            [standing.period(text), standing.short_period(text), start, end]
            for text, start, end in zip(
                known["period"],
                _days(known["period_start"]),
                _days(known["period_end"]),
                strict=True,
            )
        ],
        "breaks": [[b.at.toordinal(), b.label, b.because] for b in breaks(standing)],
        "flags": {
            flag: words.FLAG_MEANINGS[flag]
            for flag in words.FLAG_MEANINGS
            if flag == "x" or any(flag in str(text).split() for text in rows["flag"].unique())
        },
        "series": {".".join(map(str, key)): one for key, one in series.items()},
    }
    return downloads.json_file(f"data/charts/indicators-{indicator.id}--series.json", content)


Key = tuple[int, ...]


def _series(
    rows: pd.DataFrame,
    keys: Mapping[str, Mapping[str, int]],
    place: Mapping[str, int],
    manner: Manner,
) -> Iterator[tuple[Key, dict[str, Any]]]:
    when = _codes(rows["period"], place)
    columns = [_codes(rows[name], known) for name, known in keys.items()]
    by_time = np.lexsort((when, *columns[::-1]))
    rows = rows.iloc[by_time]
    table = np.array(columns).T[by_time]
    starts = np.r_[True, (table[1:] != table[:-1]).any(axis=1)].nonzero()[0].tolist()
    t, v = when[by_time].tolist(), shown(rows["value"], rows["flag"], manner)
    bounded = rows["lower"].notna().to_numpy()
    lower, upper = (shown(rows[name], None, manner) for name in ("lower", "upper"))
    for first, last in zip(starts, [*starts[1:], len(rows)], strict=True):
        made: dict[str, Any] = {"t": t[first:last], "v": v[first:last]}
        if bounded[first:last].any():
            made |= {"l": lower[first:last], "u": upper[first:last]}
        yield tuple(table[first].tolist()), made


def shown(numbers: pd.Series, flags: pd.Series | None, manner: Manner) -> list[str]:
    """Numbers as a chart's table shows them: "21.0 [p]"; "[c]" where there is none, else "[x]"."""
    values = numbers.tolist()
    said = {one: manner.bare(one) for one in set(values) if one == one}
    if flags is None:
        return [said.get(one, "[x]") for one in values]
    marks = [" ".join(f"[{flag}]" for flag in str(text).split()) for text in flags.cat.categories]
    marked = (marks[code] for code in flags.cat.codes.tolist())
    return [
        (f"{said[one]} {mark}" if mark else said[one]) if one == one else mark or "[x]"
        for one, mark in zip(values, marked, strict=True)
    ]


def _codes(column: pd.Series, known: Mapping[str, int]) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Where each text of a categorical stands among the known ones."""
    places = np.array([*(known.get(text, -1) for text in column.cat.categories), -1])
    return places[column.cat.codes.to_numpy()].astype(np.int64)


def _days(column: pd.Series) -> list[int]:
    return [int(day) + EPOCH for day in column.to_numpy().astype("datetime64[D]").astype(np.int64)]


def _said(standing: Standing, keys: Mapping[str, Mapping[str, int]]) -> dict[Key, dict[str, Any]]:
    """What the readings say of each series."""
    inputs = standing.lookup.report.inputs
    found: dict[Key, dict[str, Reading]] = {}
    for reading in cells.readings(standing.lookup.readings(standing.indicator.id)):
        period = inputs.periods.get(reading.period)
        where = (reading.area, reading.group, reading.organisation, reading.programme)
        values = (*where, period.frequency if period else "")
        key = tuple(
            known.get(value, -1) for known, value in zip(keys.values(), values, strict=True)
        )
        found.setdefault(key, {})[reading.reading] = reading
    return {key: dict(_worded(standing, readings)) for key, readings in found.items()}


def _worded(standing: Standing, readings: Mapping[str, Reading]) -> Iterator[tuple[str, Any]]:
    since, towards = readings.get(words.SINCE_BASELINE), readings.get(words.TOWARDS_TARGET)
    against, card = readings.get(words.AGAINST_COMPARATOR), readings.get(words.ON_A_CARD)
    first = card if since is None or since.verdict == "cannot say" else since
    aimed = towards if towards and towards.verdict != "no target" else None
    held = against if against and against.reference_value is not None else None
    yield "says", [one.finding for one in (first, aimed, held) if one and one.finding]
    known = standing.lookup.report.inputs.periods
    then = known.get(since.reference_period) if since else None
    if since and then and since.reference_value is not None and since.period != str(then):
        value = standing.manner.bare(since.reference_value)
        yield "base", [periods.short(then), then.end.toordinal(), value]
    if aimed and aimed.reference_value is not None:
        due = known.get(aimed.reference_period)
        label = f"Target {standing.period(aimed.reference_period)}"
        value = standing.manner.bare(aimed.reference_value)
        yield "aim", [label, due.end.toordinal() if due else None, value]
