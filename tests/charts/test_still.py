"""The pictures as SVG text: labels whole and apart, names and ids, nothing that could do harm."""

from __future__ import annotations

import re
import subprocess
import sys
from xml.etree import ElementTree

import pytest

from generator.charts import Chart, draw
from generator.charts.still import CLASSES
from tests.charts.samples import HOSTILE, awkward, everyday
from tests.charts.samples_change import changing, changing_awkwardly
from tests.charts.samples_improve import improving, improving_awkwardly
from tests.charts.svg_parts import Picture, pairs

ALL = [
    *(*everyday(), *awkward(), *improving(), *improving_awkwardly()),
    *(*changing(), *changing_awkwardly()),
]
DRAWN = [
    pytest.param(chart, svg, id=f"{chart.id}-{name}")
    for chart in ALL
    for name, svg in zip(("wide", "narrow"), (draw(chart).wide, draw(chart).narrow), strict=True)
]


@pytest.mark.parametrize(("chart", "svg"), DRAWN)
def test_no_text_leaves_the_drawing_or_meets_another(chart: Chart, svg: str) -> None:
    picture = Picture(svg)
    words = picture.words()
    for one in words:
        assert one.left >= -0.1 and one.right <= picture.width + 0.1, one
        assert one.top >= -0.1 and one.bottom <= picture.height + 0.1, one
    assert [(one, two) for one, two in pairs(words) if one.meets(two)] == []


@pytest.mark.parametrize(("chart", "svg"), DRAWN)
def test_marks_stay_in_the_drawing(chart: Chart, svg: str) -> None:
    picture = Picture(svg)
    for css in ("l1", "l2", "lim", "fc", "aim", "band", "band2", "base", "ref", "iv", "iv1", "wh"):
        for x, y in (point for path in picture.paths(css) for point in path):
            assert 0 <= x <= picture.width and 0 <= y <= picture.height, (css, x, y)


@pytest.mark.parametrize(("chart", "svg"), DRAWN)
def test_every_label_is_whole(chart: Chart, svg: str) -> None:
    """Wrapped, never cut: rows' names and values are all there, letter by letter."""
    drawn = "".join(words.text.replace(" ", "") for words in Picture(svg).words())
    for tick in chart.y.ticks if chart.y.kind == "rows" else ():
        assert "".join(tick.text.split()) in drawn


def test_text_is_never_under_12_px_at_320() -> None:
    """The narrow drawing is at least 288 px wide on a phone of 320 px (16 px gutters)."""
    for chart in ALL:
        wide, narrow = Picture(draw(chart).wide), Picture(draw(chart).narrow)
        assert wide.sizes() <= {15.0} and narrow.sizes() <= {14.5}
        assert min(narrow.sizes()) * 288 / narrow.width >= 12


@pytest.mark.parametrize(("chart", "svg"), DRAWN)
def test_each_is_an_image_with_a_name_and_a_description(chart: Chart, svg: str) -> None:
    root = ElementTree.fromstring(svg)
    name = root.attrib["class"].removeprefix("c ")
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"] == f"{chart.id}-{name}-t {chart.id}-{name}-d"
    title, description = root[0], root[1]
    assert (title.tag, title.attrib["id"]) == ("title", f"{chart.id}-{name}-t")
    assert (description.tag, description.attrib["id"]) == ("desc", f"{chart.id}-{name}-d")
    assert title.text and description.text


def test_ids_are_unique_on_a_page_of_charts() -> None:
    page = "".join(draw(chart).wide + draw(chart).narrow for chart in ALL)
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids)) == 4 * len(ALL)


def test_colours_and_weights_come_from_classes_alone() -> None:
    page = "".join(draw(chart).wide + draw(chart).narrow for chart in ALL)
    used = {css for words in re.findall(r'class="([^"]+)"', page) for css in words.split()}
    assert used == set(CLASSES)
    assert not re.search(r'(style|fill|stroke|on\w+|href)="', page)


def test_hostile_text_is_text() -> None:
    hostile = [draw(chart) for chart in ALL if HOSTILE[:8] in chart.description]
    assert hostile
    for svg in (svg for drawing in hostile for svg in (drawing.wide, drawing.narrow)):
        assert "\n" not in svg
        assert not re.search(r"<script|</svg>.+</svg>|javascript:|\{\{|<a |\*c\*", svg)
        assert "<script>alert(1)</script>" in (ElementTree.fromstring(svg)[1].text or "")


def test_the_same_rows_give_the_same_bytes() -> None:
    """In another process too, where words are hashed differently."""
    script = (
        "from tests.charts.samples import *; from tests.charts.samples_improve import *;"
        "from tests.charts.samples_change import *;"
        "from generator.charts import draw; import hashlib;"
        "all=[*everyday(), *awkward(), *improving(), *improving_awkwardly(),"
        "*changing(), *changing_awkwardly()];"
        "t=''.join(draw(c).wide+draw(c).narrow for c in all);"
        "print(hashlib.sha256(t.encode()).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


def test_a_still_is_small() -> None:
    """findings.md: 3.3 kB for 40 points with interval; a page holds two drawings of each chart."""
    for chart in [*everyday(), *improving(), *changing()]:
        most = 9000 if len(chart.panels) <= 4 else 1500 * len(chart.panels)
        if chart.kind.startswith("Bars of 100%"):  # three bars a row, and a text for each
            most = max(most, 1000 * len(chart.y.ticks))
        assert len(draw(chart).wide) < most and len(draw(chart).narrow) < most
