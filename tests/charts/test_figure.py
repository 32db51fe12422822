"""The figure as Plotly gets it: accepted, plain, and without one of Plotly's own habits."""

from __future__ import annotations

import json
import re

import plotly.graph_objects as go
import pytest

from generator.charts import Chart, figure
from generator.charts.figure import CONFIG
from generator.charts.traces import plain
from tests.charts.samples import HOSTILE, awkward, everyday
from tests.charts.samples_improve import improving, improving_awkwardly

ALL = [*everyday(), *awkward(), *improving(), *improving_awkwardly()]


def ids(chart: Chart) -> str:
    return chart.id


@pytest.mark.parametrize("chart", ALL, ids=ids)
def test_plotly_accepts_it(chart: Chart) -> None:
    made = figure(chart)
    for layout in (made["layout"], made["narrow"]):
        accepted = go.Figure({"data": made["data"], "layout": layout})
        assert accepted.layout.xaxis.range == tuple(layout["xaxis"]["range"])
        assert len(accepted.data) == len(made["data"])


@pytest.mark.parametrize("chart", ALL, ids=ids)
def test_it_is_plain_json_and_always_the_same(chart: Chart) -> None:
    text = json.dumps(figure(chart), allow_nan=False)
    assert text == json.dumps(figure(chart), allow_nan=False)
    assert "bdata" not in text and "template" not in text


def test_missing_values_are_null_and_the_line_has_a_gap() -> None:
    absence = figure(everyday()[0])
    line = next(t for t in absence["data"] if t["name"] == "Birmingham" and t["mode"] == "lines")
    assert line["y"][13] is None
    assert line["connectgaps"] is False


def test_plotlys_habits_are_off() -> None:
    assert CONFIG["displayModeBar"] is False
    assert CONFIG["displaylogo"] is False
    assert CONFIG["showSendToCloud"] is False
    assert CONFIG["plotlyServerURL"] == ""
    assert CONFIG["responsive"] is True
    for chart in ALL:
        made = figure(chart)
        assert made["config"] == CONFIG
        for layout in (made["layout"], made["narrow"]):
            assert layout["dragmode"] is False and layout["showlegend"] is False
            for axis in (layout["xaxis"], layout["yaxis"]):
                assert axis["fixedrange"] and not axis["autorange"] and not axis["automargin"]


def test_ranges_and_ticks_are_the_charts_own() -> None:
    for chart in ALL:
        layout = figure(chart)["layout"]
        assert layout["xaxis"]["range"] == [chart.x.low, chart.x.high]
        assert layout["xaxis"]["tickvals"] == [tick.value for tick in chart.x.ticks]
        assert layout["xaxis"]["ticktext"] == [plain(tick.text) for tick in chart.x.ticks]
        low, high = layout["yaxis"]["range"]
        assert {low, high} == {chart.y.low, chart.y.high}


def test_colours_are_names_of_the_stylesheet() -> None:
    text = json.dumps([figure(chart) for chart in ALL])
    colours = set(re.findall(r'"(?:color|fillcolor|bgcolor|bordercolor)": "([^"]+)"', text))
    assert {c for c in colours if not c.startswith("var(--")} == {"rgba(0,0,0,0)"}


def test_labels_are_text() -> None:
    """Plotly reads tags in labels: <a href> became a link, <span style> asked another host."""
    hostile = [figure(chart) for chart in ALL if HOSTILE[:8] in chart.description]
    assert hostile
    for text in (json.dumps(made) for made in hostile):
        assert not re.search(r"<(?!br>)", text)
    assert plain("<a href='x'>&") == "&lt;a href='x'&gt;&amp;"
