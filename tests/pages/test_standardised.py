"""The page of a standardised rate: what it allows for, and in which fifth each place stands."""

from __future__ import annotations

import json

from generator import indicators, readings
from generator.indicators.methods import DirectlyStandardised, IndirectlyStandardised
from generator.model.indicator import Indicator, Method
from generator.model.metric import Breakdown, Category, Id, Metric
from generator.model.place import Area, AreaLink
from generator.model.report import Report
from generator.pages.parts.indicator.definitions import definitions
from generator.pages.parts.indicator.indicator_tables import every_place, every_value
from generator.pages.parts.indicator.quantiles import download, quantiles_file
from generator.pages.parts.known.lookup import Lookup
from generator.pages.parts.known.standing import Standing
from generator.publish.definitions import indicator_files
from tests.report_examples import MAIN, SETTINGS, inputs, metric_rows

X, N, AGE = Id("x"), Id("n"), Id("age_group")
AGES = {id: Category(id, id.capitalize()) for id in (Id("young"), Id("old"))}
WARDS = ("Elm", "Ash", "Yew", "Oak", "Fir")
AREAS = {MAIN: Area(MAIN, "Aldermoor", "borough")}
AREAS |= {name: Area(name, name, kind="ward") for name in WARDS}
DIRECT = DirectlyStandardised(X, N, AGE, {Id("young"): 7.0, Id("old"): 0.5}, per=1000)
RATIO = IndirectlyStandardised(X, N, AGE, MAIN)


def report(method: Method) -> Report:
    """Five wards, in which more fall from the first to the last."""
    rows = [
        {"metric": m, "period": "2024", "area": a, "group": f"age_group={age}", "value": v}
        for place, a in enumerate(WARDS)
        for age, x, n in (("young", 20 + 9 * place, 1000), ("old", 50, 500))
        for m, v in (("x", x), ("n", n))
    ]
    made = inputs(
        [Indicator(Id("i"), "Falls", "per 1,000 people", "down", method, quantiles="5")],
        [Metric(X, "Falls", "events"), Metric(N, "People", "people")],
        metric_rows(rows),
        areas=AREAS,
        area_links=tuple(AreaLink(name, "in", MAIN) for name in WARDS),
        breakdowns={AGE: Breakdown(AGE, "Age", "detail", categories=AGES)},
    )
    results, problems = indicators.compute(made, SETTINGS)
    assert not problems
    return Report(SETTINGS, made, results, *readings.read(made, SETTINGS, results))


def standing(method: Method) -> Standing:
    lookup = Lookup(report(method))
    return Standing(lookup, lookup.indicators[Id("i")], MAIN)


def test_what_it_allows_for_and_when_there_is_none() -> None:
    told = {d.term: d.texts for d in definitions(standing(DIRECT), "indicators/i/")}
    assert told["Allows for"] == ("Age",)
    assert told["Standard population"] == ("Young: 7; Old: 0.500",)
    assert told["Where there is no rate"] == (
        "None is given below 10 events.",
        "Every part must have a number: a blank is not counted as 0.",
    )
    assert told["Method"] == ("Directly standardised rate, Dobson's interval, per 1,000",)
    assert told["Numerator"] == ("Falls",) and told["Denominator"] == ("People",)


def test_an_indirect_one_names_its_reference_and_warns_of_comparing() -> None:
    told = {d.term: d.texts for d in definitions(standing(RATIO), "indicators/i/")}
    assert told["Expected at the rates of"] == ("Aldermoor",)
    assert told["Comparing places"][0].endswith("are not to be compared with one another.")
    assert told["Method"] == ("Indirectly standardised ratio, Byar's interval",)


def test_places_have_a_column_of_fifths_and_a_download() -> None:
    own = standing(DIRECT)
    every = every_value(own.lookup, own.indicator)
    (part,) = every_place(own, "indicators/i/", every)
    assert part.table is not None
    assert [column.title for column in part.table.columns][:2] == ["Place", "Fifth"]
    said = {row.head.text: getattr(row.cells[0], "text", None) for row in part.table.rows}
    assert said == {
        "Aldermoor": "–",
        "Fir": "worst",
        "Oak": "second worst",
        "Yew": "middle",
        "Ash": "second best",
        "Elm": "best",
    }
    assert "Worst fifth of five wards: Fir. Each fifth has about as many places" in part.lead
    file = quantiles_file(own.lookup, own.indicator)
    assert file is not None
    header, *rows = file.content.decode().splitlines()
    assert header == "frequency,kind,area,period,value,quantile,quantiles,status"
    assert [row.split(",")[5] for row in rows] == ["5", "4", "3", "2", "1"]
    link = download("indicators/i/", own.indicator, file)
    assert link.text == "Fifth of each place among those of its kind"


def test_the_data_tell_the_method_as_it_was_written() -> None:
    (file,) = indicator_files(report(DIRECT), "data/indicators/")
    method = json.loads(file.content)["definition"]["method"]
    assert method == {
        "use": "directly_standardised",
        "numerator": "x",
        "denominator": "n",
        "by": "age_group",
        "per": 1000,
        "standard": {"young": 7.0, "old": 0.5},
    }
