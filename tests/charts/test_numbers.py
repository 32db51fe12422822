"""Still, figure, table, download and description hold the same numbers."""

from __future__ import annotations

import math
from typing import Any

import pytest

from generator.charts import Chart, draw, figure
from generator.charts.marks import Band, Bar, Dot, Line, Pillar, Rule
from tests.charts.samples import awkward, everyday
from tests.charts.samples_change import changing, changing_awkwardly
from tests.charts.samples_improve import improving, improving_awkwardly
from tests.charts.svg_parts import Picture

ALL = [
    *(*everyday(), *awkward(), *improving(), *improving_awkwardly()),
    *(*changing(), *changing_awkwardly()),
]
TRENDS = [chart for chart in ALL if chart.kind.startswith(("Line chart:", "Line chart with"))]
ROWS = [
    chart
    for chart in ALL
    if chart.y.kind == "rows" and chart.x.ticks and not chart.kind.startswith("Bars of 100%")
]
DRAWINGS = ("wide", "narrow")


def ids(chart: object) -> str | None:
    return chart.id if isinstance(chart, Chart) else None


def column(chart: Chart, place: int) -> list[float]:
    """The numbers of a column of the table, missing ones left out."""
    cells = (row.cells[place] for row in chart.table.rows)
    return [cell.value for cell in cells if cell.value is not None]


def downloaded(chart: Chart, kinds: tuple[str, ...], name: str = "value") -> list[float]:
    kind, place = chart.download.columns.index("kind"), chart.download.columns.index(name)
    found = (row[place] for row in chart.download.rows if set(str(row[kind]).split()) & set(kinds))
    return [number for number in found if isinstance(number, float)]


def drawn_line(chart: Chart, role: str) -> list[float]:
    return [
        spot.y
        for mark in chart.marks
        if isinstance(mark, Line) and mark.role == role
        for spot in mark.points
        if spot.y is not None
    ]


@pytest.mark.parametrize("chart", TRENDS, ids=ids)
def test_table_and_download_hold_the_line(chart: Chart) -> None:
    subject = drawn_line(chart, "subject")
    targets = downloaded(chart, ("target",))
    drawn = {mark.y for mark in chart.marks if isinstance(mark, Dot) and mark.shape == "ring"}
    assert downloaded(chart, ("subject",)) == subject
    assert set(downloaded(chart, ("baseline",))) == drawn
    assert sorted(downloaded(chart, ("comparator",))) == sorted(drawn_line(chart, "comparator"))
    in_table = column(chart, 1)
    older = len(in_table) - len(subject) - len(targets)  # a baseline from before the series
    assert older in (0, 1) and in_table[older:] == [*subject, *targets]
    first = len(chart.table.columns) - sum(
        isinstance(mark, Line) and mark.role == "comparator" for mark in chart.marks
    )
    others = [v for place in range(first, len(chart.table.columns)) for v in column(chart, place)]
    assert others == downloaded(chart, ("comparator",))


@pytest.mark.parametrize("drawing", DRAWINGS)
@pytest.mark.parametrize("chart", [c for c in TRENDS if c.y.ticks], ids=ids)
def test_the_picture_of_a_line_reads_back_as_its_table(chart: Chart, drawing: str) -> None:
    picture = Picture(getattr(draw(chart), drawing))
    scale = picture.up()
    keys = 2 if drawing == "narrow" else 0  # a sample line over the plot is no value
    for css, role in (("l1", "subject"), ("l2", "comparator")):
        values = drawn_line(chart, role)
        read = [
            scale.value(y)
            for path in picture.paths(css)
            if not (keys and len(path) == 2 and path[0][0] == 4.0)
            for _, y in path
        ]
        alone = [
            mark.y
            for mark in chart.marks
            if isinstance(mark, Dot) and mark.role == role and mark.shape == "disc"
        ]
        for number in read:
            assert any(math.isclose(number, value, abs_tol=scale.tolerance) for value in values)
        for value in values:
            near = [*read, *alone]
            assert any(math.isclose(value, number, abs_tol=scale.tolerance) for number in near)


@pytest.mark.parametrize("drawing", DRAWINGS)
@pytest.mark.parametrize("chart", [c for c in TRENDS if c.y.ticks], ids=ids)
def test_the_band_reads_back_as_lower_and_upper(chart: Chart, drawing: str) -> None:
    picture = Picture(getattr(draw(chart), drawing))
    scale = picture.up()
    read = [scale.value(y) for path in picture.paths("band") for _, y in path]
    read += [scale.value(y) for path in picture.paths("iv1") for _, y in path]
    bounds = downloaded(chart, ("subject",), "lower") + downloaded(chart, ("subject",), "upper")
    for one, others in ((read, bounds), (bounds, read)):
        for number in one:
            assert any(math.isclose(number, other, abs_tol=scale.tolerance) for other in others)


@pytest.mark.parametrize("drawing", DRAWINGS)
@pytest.mark.parametrize("chart", ROWS, ids=ids)
def test_the_picture_of_rows_reads_back_as_its_table(chart: Chart, drawing: str) -> None:
    picture = Picture(getattr(draw(chart), drawing))
    scale = picture.along()
    read: list[float] = []
    for css in ("d1", "d2"):
        read += [scale.value(float(mark["cx"])) for mark in picture.marks(css, "circle")]
        for bar in picture.marks(css, "rect"):
            ends = float(bar["x"]), float(bar["x"]) + float(bar["width"])
            read += [max((scale.value(end) for end in ends), key=abs)]
    shown = {tick.text for tick in chart.y.ticks}
    values = [
        row.cells[1].value
        for row in chart.table.rows
        if row.cells[0].text in shown and row.cells[1].value is not None
    ]
    rows = [v for v in values if v is not None][: len(read)]
    assert len(read) == len(rows)
    for number, value in zip(sorted(read), sorted(rows), strict=True):
        assert math.isclose(number, value, abs_tol=scale.tolerance)


@pytest.mark.parametrize("chart", ALL, ids=ids)
def test_the_figure_holds_exactly_the_numbers_of_the_marks(chart: Chart) -> None:
    traces: list[dict[str, Any]] = figure(chart)["data"]
    found: list[tuple[float | None, ...]] = []
    expected: list[tuple[float | None, ...]] = []
    for trace in traces:
        if trace.get("fill"):
            continue
        base = trace.get("base", [0.0] * len(trace["x"]))
        ends = [None if x is None else x + b for x, b in zip(trace["x"], base, strict=True)]
        found += zip(ends, trace["y"], strict=True)
    for mark in [*chart.marks, *(mark for panel in chart.panels for mark in panel.marks)]:
        if isinstance(mark, Line):
            expected += [(spot.x, spot.y) for spot in mark.points]
        elif isinstance(mark, Dot):
            expected.append((mark.x, mark.y))
        elif isinstance(mark, Bar):
            expected.append((mark.end, mark.y))
        elif isinstance(mark, Pillar):
            expected.append((mark.x, mark.end))
        elif isinstance(mark, Rule) and mark.kind == "interval":
            expected += [(mark.x0, mark.y0), (mark.x1, mark.y1)]
    assert sorted(found, key=repr) == sorted(expected, key=repr)


@pytest.mark.parametrize("chart", TRENDS, ids=ids)
def test_the_figures_band_holds_lower_and_upper(chart: Chart) -> None:
    filled = [trace for trace in figure(chart)["data"] if trace.get("fill")]
    points = {pair for trace in filled for pair in zip(trace["x"], trace["y"], strict=True)}
    bounds = {
        (x, bound)
        for mark in chart.marks
        if isinstance(mark, Band)
        for x, *pair in mark.points
        for bound in pair
        if bound is not None
    }
    alone = {
        (mark.x0, bound)
        for mark in chart.marks
        if isinstance(mark, Rule) and mark.kind == "interval"
        for bound in (mark.y0, mark.y1)
    }
    assert points == bounds - alone


@pytest.mark.parametrize("chart", everyday(), ids=ids)
def test_the_description_words_numbers_as_the_table_does(chart: Chart) -> None:
    """First, last, lowest and highest of the subject (or of the rows) are in the description."""
    if chart.y.kind == "value":
        series = drawn_line(chart, "subject")
        wanted = {series[0], series[-1], min(series), max(series)}
    else:
        rows = [r.cells[1].value for r in chart.table.rows[: len(chart.y.ticks)]]
        known = [value for value in rows if value is not None]
        wanted = {min(known), max(known)}
    words = {
        cell.value: cell.text.split()[0]
        for row in chart.table.rows
        for cell in row.cells[1:]
        if cell.value is not None
    }
    for value in wanted:
        assert words[value] in chart.description


def test_the_axis_of_bars_and_only_of_bars_must_start_at_0() -> None:
    for chart in ALL:
        axis = chart.x if chart.y.kind == "rows" else chart.y
        said = any("axis does not start at 0" in note for note in chart.notes)
        assert said == (axis.low > 0 or axis.high < 0), chart.id
        if chart.kind.startswith("Bar"):
            assert axis.low <= 0 <= axis.high


def test_no_chart_holds_more_than_four_series() -> None:
    four = next(chart for chart in awkward() if chart.id == "forty")
    assert sum(isinstance(mark, Line) for mark in four.marks) == 4
