"""Maps on pages: the same places and numbers in map, list, file and choice."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from generator.model.page import File, Page
from generator.model.place import Area
from generator.pages import indicator, places
from generator.pages.parts.known.kinds import kinds
from generator.pages.parts.known.lookup import Lookup
from generator.wording.names import plural
from tests.pages.small_report import lookup, report
from tests.pages.tree import Element, tree

WARDS = ("E05000001", "E05000002", "E05000003")


@cache
def index() -> Element:
    (page,) = places.lay_out(lookup())
    return tree(page.body)


@cache
def laid() -> tuple[Page | File, ...]:
    return indicator.lay_out(lookup())


def file(path: str) -> bytes:
    return next(f.content for f in laid() if isinstance(f, File) and f.path == path)


def options() -> list[Element]:
    return list(index().every("option"))


def test_the_first_map_is_of_a_headline_indicator_with_values() -> None:
    chosen = [option for option in options() if "selected" in option.attributes]
    assert len(chosen) == 1
    known = lookup()
    headlines = {i.title for i in known.indicators.values() if i.headline}
    mappable = {c.indicator.title for own in known.choices.values() for c in own}
    assert chosen[0].text in (headlines & mappable or mappable)


def test_each_choice_is_a_file_that_holds_what_its_page_shows() -> None:
    for option in options():
        path = (option.attributes["value"] or "").removeprefix("../")
        held = json.loads(file(path))
        id = re.findall(r"indicators-(.+?)--", path)[0]
        page = next(p for p in laid() if isinstance(p, Page) and p.path == f"indicators/{id}.md")
        whole = tree(page.body)
        figure = next(f for f in whole.every("figure") if f.has("map"))
        assert next(figure.every("b")).text == held["title"]
        fills = {
            p.attributes["data-a"]: re.findall(r"-([a-z]+)\)$", p.attributes["fill"])[0]
            for p in figure.every("path")
            if "data-a" in p.attributes
        }
        assert fills == {order: filling for order, (filling, _) in held["places"].items()}
        table = next(e for e in whole.every("div") if e.has("map-list"))
        assert tree(held["table"]).text == table.text
        assert "Source:" in held["under"] and "CSV" in held["download"]


def test_list_map_and_download_have_the_results() -> None:
    known = lookup()
    latest = {code: known.series("loneliness", code)[-1].value for code in WARDS}
    in_order = sorted(WARDS, key=lambda code: latest[code] or 0)
    page = next(p for p in laid() if isinstance(p, Page) and p.path == "indicators/loneliness.md")
    whole = tree(page.body)
    listed = next(e for e in whole.every("div") if e.has("map-list"))
    heads = [next(row.every("th")) for row in next(listed.every("tbody")).every("tr")]
    links = [next(head.every("a")).attributes["href"] for head in heads if list(head.every("a"))]
    assert links == [f"../../places/{code}/" for code in in_order]
    shown = [next(row.every("td")).text for row in next(listed.every("tbody")).every("tr")][:3]
    assert [float(text.split(" ")[0]) for text in shown] == [
        pytest.approx(latest[code], abs=0.05) for code in in_order
    ]
    lines = file("data/charts/indicators-loneliness--map.csv").decode().splitlines()[1:4]
    assert [line.split(",")[1] for line in lines] == in_order
    assert [float(line.split(",")[3]) for line in lines] == [latest[code] for code in in_order]


def test_places_that_have_ended_are_not_drawn() -> None:
    areas = [Area(code, code, "ward") for code in WARDS]
    ended = replace(areas[0], valid_to=date(2025, 3, 31))
    shapes = report().inputs.boundaries
    day = date(2026, 6, 4)
    assert [kind.codes for kind in kinds(areas, shapes, frozenset(), day)] == [WARDS]
    assert kinds([ended, *areas[1:]], shapes, frozenset(), day) == ()
    last_day = replace(areas[0], valid_to=day)
    assert len(kinds([last_day, *areas[1:]], shapes, frozenset(), day)) == 1


def test_each_level_has_a_map_of_its_own_the_one_inside_first() -> None:
    shapes = report().inputs.boundaries
    codes = sorted(shapes)
    assert codes[:3] == list(WARDS)
    areas = [Area(code, code, "ward") for code in WARDS]
    others = [Area(f"X{n}", "x", "authority") for n in range(3)]
    every = {**shapes, **{f"X{n}": shapes[WARDS[n]] for n in range(3)}}
    day = date(2026, 6, 4)
    made = kinds([*others, *areas], every, frozenset(WARDS), day)
    assert [(kind.id, kind.name, kind.plural) for kind in made] == [
        ("map", "ward", "wards"),
        ("map-2", "authority", "authorities"),
    ]


def test_two_places_with_one_name_get_their_kind() -> None:
    areas = dict(report().inputs.areas)
    areas[WARDS[0]] = replace(areas[WARDS[0]], name=areas["E08000099"].name)
    (page,) = places.lay_out(
        Lookup(replace(report(), inputs=replace(report().inputs, areas=areas)))
    )
    assert "Aldermoor (ward)" in tree(page.body).text


@pytest.mark.parametrize(
    ("one", "many"),
    [("ward", "wards"), ("local authority", "local authorities"), ("locality", "localities"),
     ("borough", "boroughs"), ("parish", "parishes"), ("bay", "bays")],
)  # fmt: skip
def test_more_than_one_of_a_kind(one: str, many: str) -> None:
    assert plural(one) == many
