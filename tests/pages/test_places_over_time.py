"""Places of one kind over time: which are drawn, and what the title says of them."""

from __future__ import annotations

from generator import indicators, readings
from generator.indicators.methods import Published
from generator.model.indicator import Indicator
from generator.model.metric import Id, Metric
from generator.model.place import Area, AreaLink
from generator.model.report import Report
from generator.pages.parts.improve.made import Made
from generator.pages.parts.improve.places_over_time import places_over_time
from generator.pages.parts.known.lookup import Lookup
from generator.pages.parts.known.standing import Standing
from tests.report_examples import MAIN, SETTINGS, inputs, metric_rows


def made(wards: dict[str, list[float]], main: bool = True) -> Made:
    """The section of wards with these values from 2021 on, lower is better."""
    values = {**({MAIN: [5.0, 5.0, 5.0]} if main else {}), **wards}
    rows = metric_rows(
        {"metric": "m", "area": area, "period": str(2021 + year), "value": value}
        for area, own in values.items()
        for year, value in enumerate(own)
    )
    areas = {code: Area(code, f"Ward {code}", "ward") for code in wards}
    areas[MAIN] = Area(MAIN, "Aldermoor")
    links = tuple(AreaLink(code, "in", MAIN) for code in wards)
    indicator = Indicator(Id("i"), "Complaints", "", "down", Published(Id("m")))
    metrics = [Metric(Id("m"), "m", "scores")]
    read = inputs([indicator], metrics, rows, areas=areas, area_links=links)
    results, problems = indicators.compute(read, SETTINGS)
    assert not problems
    report = Report(SETTINGS, read, results, *readings.read(read, SETTINGS, results))
    return places_over_time(Standing(Lookup(report), indicator, MAIN), "indicators/i/")


def title(found: Made) -> str:
    (part,) = found.parts
    assert part.figure is not None
    return part.figure.title


def test_the_title_counts_what_moved_and_which_way() -> None:
    found = made({"A": [1.0, 2, 3], "B": [3.0, 2, 1], "C": [4.0, 4, 4], "D": [1.0, 5, 6]})
    assert title(found) == "Since 2021: worse in two, better in one of four wards"
    assert found.parts[0].folded == "Show four wards over time"
    assert [file.path for file in found.files] == [
        "assets/figures/indicators-i--places-over-time-chart.json",
        "data/charts/indicators-i--places-over-time-chart.csv",
    ]


def test_where_all_moved_one_way_or_none_did_it_says_so() -> None:
    assert title(made({c: [3.0, 2, 1] for c in "ABC"})) == "Since 2021: better in all three wards"
    still = made({c: [3.0, 3, 3] for c in "ABC"})
    assert title(still) == "No clear change in any of three wards since 2021"


def test_too_few_places_or_values_and_too_many_places_are_not_drawn() -> None:
    moving = [1.0, 2.0, 3.0]
    assert made({"A": moving, "B": moving}) == Made()
    assert made({"A": moving, "B": moving, "C": [1.0, 2.0]}) == Made()
    assert made({f"W{n:02}": moving for n in range(13)}) == Made()
    assert made(dict.fromkeys("ABC", moving), main=False) == Made()
    assert len(made({f"W{n:02}": moving for n in range(12)}).parts) == 1
