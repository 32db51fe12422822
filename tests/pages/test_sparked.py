"""A series in a table: a sparkline, its last value beside it, and what both say in words."""

from __future__ import annotations

from markupsafe import Markup

from generator.charts import Sparkline
from generator.pages.parts.environment import block
from generator.pages.parts.tables import table
from generator.pages.parts.worded import Column, Link, Row, Spark, Sparked
from tests.charts.samples import HOSTILE, school_years
from tests.pages.tree import tree


def cell_of(value: str) -> Sparked:
    made = Sparkline(96, 36)(school_years("A", 2018, [57.0, None, 61.0]).points)
    return Sparked(Spark(Markup(made.svg), made.words, "(2018/19 and 2020/21)"), value)


def test_the_value_and_the_words_stand_beside_the_drawing_which_is_hidden() -> None:
    made = table("t", "C", (Column("A"), Column("Over time")), [Row(Link("a"), (cell_of("61"),))])
    (cell,) = tree(block("table", made)).every("td")
    assert cell.text == "61 57.0 to 61.0, up (2018/19 and 2020/21)"
    (drawing,) = cell.every("svg")
    assert drawing.attributes["aria-hidden"] == "true"


def test_its_shorthand_is_explained_and_its_value_is_text() -> None:
    columns = (Column("A"), Column("Over time"))
    made = table("t", "C", columns, [Row(Link("a"), (cell_of(f"{HOSTILE} [p]"),))])
    assert made.shorthand == "[p]: provisional."
    html = block("table", made)
    assert "<script" not in html and "<a href=x>" not in html
