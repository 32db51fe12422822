"""The middle of similar places, beside the place that gives the verdict."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from generator.model.words import AGAINST_COMPARATOR
from generator.pages import place
from generator.pages.parts.known.lookup import Lookup
from generator.pages.parts.known.similar import middle
from generator.pages.parts.known.standing import Standing
from tests.pages.small_report import lookup, report
from tests.report_examples import ENGLAND, MAIN


def standing(known: Lookup) -> Standing:
    return Standing(known, next(i for i in known.ordered if i.id == "early_death_rate"), MAIN)


def held_against_england(**changed: object) -> Lookup:
    """The example, its early deaths held against England."""
    readings = report().readings.copy()
    own = (readings["indicator"] == "early_death_rate") & (readings["area"] == MAIN)
    own &= readings["reading"] == AGAINST_COMPARATOR
    areas = readings["reference_area"].astype(object).mask(own, ENGLAND)
    whole = replace(report(), readings=readings.assign(reference_area=areas.astype("category")))
    return Lookup(replace(whole, inputs=replace(whole.inputs, **changed)))


def test_it_is_the_median_of_the_same_period() -> None:
    # Six places with 246, 258, 270, 282, 294 and 306 deaths a 540,000 people in 2022 to 2024.
    assert middle(standing(held_against_england())) == pytest.approx((270 + 282) / 2 / 5.4)


def test_fewer_than_five_are_no_middle() -> None:
    links = report().inputs.area_links
    similar = [link for link in links if link.kind == "similar"]
    others = tuple(link for link in links if link.kind != "similar")
    assert middle(standing(held_against_england(area_links=(*others, *similar[:4])))) is None
    assert middle(standing(held_against_england(area_links=(*others, *similar[:5])))) is not None


def test_it_is_not_said_twice() -> None:
    assert middle(standing(lookup())) is None  # held against similar places as it is


def test_the_place_page_and_its_file_say_it() -> None:
    parts = place.lay_out(held_against_england())
    body = next(p.body for p in parts if p.path == f"places/{MAIN}.md")  # type: ignore[union-attr]
    assert "similar places 51" in body
    file = next(p for p in parts if p.path == f"data/charts/places-{MAIN}--indicators.csv")
    lines = csv.DictReader(io.StringIO(file.content.decode()))  # type: ignore[union-attr]
    row = next(line for line in lines if line["indicator"] == "early_death_rate")
    assert float(row["similar_places_value"]) == pytest.approx(276 / 5.4)
