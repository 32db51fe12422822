"""A small, complete `Inputs` of a made-up borough, for tests of readings, charts and pages.

What it holds, so that every kind of page has something to show: three outcomes; a proportion with
groups, target and comparators; a rate with areas and similar places; a published score without a
target; a count by organisations that is summed; an indicator without a total; a direction `none`;
a suppressed value; a break in series; two stories.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from generator.indicators.methods import Count, Mean, Proportion, Published, Rate, Ratio
from generator.model.frames import METRICS, TARGETS
from generator.model.indicator import (
    AlternativeTexts,
    Baseline,
    Indicator,
    ReportedBy,
    Target,
)
from generator.model.metric import Break, Breakdown, Category, Id, Metric, PartOf
from generator.model.partner import Organisation, Programme
from generator.model.pathway import Case, Domain, Link, Outcome, Pathway, Step
from generator.model.period import Period, parse
from generator.model.place import Area, AreaLink, Boundary
from generator.model.report import Inputs
from generator.model.settings import Settings
from generator.model.source import Licence, Package, Source
from generator.model.story import Block, Consent, Cost, Story

MAIN = "E08000099"
ENGLAND = "E92000001"
SURVEY = Source("Annual resident survey", "Aldermoor Council", "https://example.org/survey")

SETTINGS = Settings(
    edition="2026",
    report_date=date(2026, 6, 4),
    main_area=MAIN,
    publisher="Aldermoor Council",
    contact="impact@example.org",
    next_update="December 2026",
    site_name="Aldermoor: prove and improve",
    about="Aldermoor is a fictional borough.",
)


def metric_rows(rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """A METRICS frame from rows that name only what is filled; `area` is the main area."""
    full = [
        {
            "metric": "",
            "period": "",
            "area": MAIN,
            "organisation": "",
            "programme": "",
            "group": "",
            "value": np.nan,
            "lower": np.nan,
            "upper": np.nan,
            "base": np.nan,
            "flag": "",
            "comment": "",
            "file": "datapackages/aldermoor/data/metrics.csv",
            "row": number,
            **row,
        }
        for number, row in enumerate(rows, 2)
    ]
    return pd.DataFrame(full, columns=list(METRICS)).astype(METRICS)


def target_rows(rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """A TARGETS frame from rows that name only what is filled."""
    full = [
        {
            "indicator": "",
            "period": "",
            "area": MAIN,
            "organisation": "",
            "programme": "",
            "group": "",
            "value": np.nan,
            "value_to": np.nan,
            "kind": "reach",
            "basis": "",
            "where": f"datapackages/aldermoor/data/targets.csv row {number}",
            **row,
        }
        for number, row in enumerate(rows, 2)
    ]
    return pd.DataFrame(full, columns=list(TARGETS)).astype(TARGETS)


def periods_of(*texts: str) -> dict[str, Period]:
    """Canonical text → Period, of forms that may be months."""
    return {str(period): period for period in (parse(text, months=True) for text in texts)}


def inputs(
    indicators: Iterable[Indicator],
    metrics: Iterable[Metric],
    values: pd.DataFrame,
    targets: pd.DataFrame | None = None,
    **rest: Any,
) -> Inputs:
    """An `Inputs` of these definitions and values; `rest` fills or replaces its other fields.

    Targets written in indicators join the frame; periods are those named anywhere in it.
    """
    by_id = {indicator.id: indicator for indicator in indicators}
    written = target_rows(
        {
            "indicator": indicator.id,
            "period": str(target.period),
            "value": target.value,
            "value_to": np.nan if target.value_to is None else target.value_to,
            "kind": target.kind,
            "basis": target.basis,
        }
        for indicator in by_id.values()
        for target in indicator.targets
    )
    parts = [part for part in (written, targets) if part is not None]
    all_targets = pd.concat([part.astype(object) for part in parts], ignore_index=True)
    named = sorted({*values["period"].astype(str), *all_targets["period"].astype(str)})
    empty = Inputs(
        packages=(),
        metrics={metric.id: metric for metric in metrics},
        breakdowns={},
        indicators=by_id,
        pathway=Pathway(),
        areas={MAIN: Area(MAIN, "Aldermoor", "borough")},
        area_links=(),
        boundaries={},
        organisations={},
        programmes={},
        stories={},
        corrections=(),
        values=values,
        targets=all_targets.astype(TARGETS),
        periods=periods_of(*named),
        illustrative=frozenset(),
    )
    return replace(empty, **rest)


def aldermoor() -> Inputs:
    """The whole example, illustrative throughout."""
    wards = [("E05000001", "Millgate"), ("E05000002", "Harbour"), ("E05000003", "Eastfield")]
    similar = [(f"E0800010{n}", f"Place {'ABCDEF'[n]}") for n in range(6)]
    areas = {
        MAIN: Area(MAIN, "Aldermoor", "borough", 210_000),
        ENGLAND: Area(ENGLAND, "England", "country", 57_690_300),
        **{code: Area(code, name, "ward", 70_000) for code, name in wards},
        **{code: Area(code, name, "borough", 200_000) for code, name in similar},
    }
    links = (
        AreaLink(MAIN, "in", ENGLAND),
        *(AreaLink(code, "in", MAIN) for code, _ in wards),
        *(AreaLink(MAIN, "similar", code) for code, _ in similar),
    )
    indicators = _indicators()
    made = inputs(
        indicators,
        _metrics(),
        metric_rows(_values([code for code, _ in wards], [code for code, _ in similar])),
        packages=(
            Package(
                id=Id("aldermoor"),
                title="Aldermoor, a fictional borough",
                description="Made up to show what a report can look like.",
                status="illustrative",
                licences=(Licence("Open Government Licence v3.0"),),
                sources=(SURVEY,),
                contributors=("Aldermoor Council",),
            ),
        ),
        breakdowns={
            Id("sex"): Breakdown(
                Id("sex"),
                "Sex",
                "people",
                protected="sex",
                categories={
                    Id("female"): Category(Id("female"), "Women"),
                    Id("male"): Category(Id("male"), "Men"),
                    Id("not_stated"): Category(Id("not_stated"), "Not stated"),
                },
                not_stated=(Id("not_stated"),),
            ),
            Id("tenure"): Breakdown(
                Id("tenure"),
                "Home",
                "people",
                categories={
                    Id("own"): Category(Id("own"), "Owners"),
                    Id("rent"): Category(Id("rent"), "Renters"),
                },
            ),
        },
        areas=areas,
        area_links=links,
        boundaries={
            code: Boundary(code, (((_square(-1.9 + 0.02 * number, 52.5)),),))
            for number, (code, _) in enumerate(wards)
        },
        organisations={
            name: Organisation(name, title, kind="charity")
            for name, title in ((Id("haven"), "Haven"), (Id("anchor"), "Anchor Trust"))
        },
        programmes={Id("hubs"): Programme(Id("hubs"), "Neighbourhood hubs", "Open five days.")},
        pathway=_pathway(),
        stories={story.id: story for story in _stories()},
        illustrative=frozenset(
            [Id("connected"), Id("healthy"), Id("living_well")]
            + [indicator.id for indicator in indicators]
            + [story.id for story in _stories()]
        ),
    )
    return replace(made, periods={**made.periods, **periods_of("2021/22", "2019 to 2021")})


def _square(west: float, south: float) -> tuple[tuple[float, float], ...]:
    east, north = west + 0.02, south + 0.02
    return (west, south), (east, south), (east, north), (west, north), (west, south)


def _metrics() -> tuple[Metric, ...]:
    return (
        Metric(Id("asked"), "People asked about loneliness", "people", SURVEY),
        Metric(
            Id("often_lonely"),
            "People who often feel lonely",
            "people",
            SURVEY,
            part_of=PartOf(Id("asked")),
        ),
        Metric(Id("early_deaths"), "Deaths under 75 that could be prevented", "events"),
        Metric(Id("people_under_75"), "People under 75", "people"),
        Metric(Id("life_satisfaction"), "Life satisfaction", "scores", SURVEY),
        Metric(
            Id("visits"),
            "Visits to hubs",
            "events",
            breaks=(Break(parse("2025/26 Q1"), "New way of counting visits"),),
        ),
        Metric(Id("homes"), "Homes that people have", "people"),
        Metric(Id("settled"), "People settled after six months", "people"),
        Metric(Id("people"), "Residents", "people"),
        Metric(Id("area_km2"), "Square kilometres", "things"),
        Metric(Id("confidence_sum"), "Sum of confidence scores", "scores"),
        Metric(Id("confidence_n"), "People who scored their confidence", "people"),
        Metric(Id("confidence_squares"), "Sum of squared scores", "scores"),
    )


def _indicators() -> tuple[Indicator, ...]:
    return (
        Indicator(
            Id("loneliness"),
            "People who often feel lonely",
            "%",
            "down",
            Proportion(Id("often_lonely"), Id("asked")),
            outcome=Id("connected"),
            evidence="ratings",
            design="before_after",
            definition="Adults who say that they feel lonely often or always.",
            limits="Asked of people who answer surveys, so not of everyone.",
            baseline=Baseline(parse("2021/22")),
            targets=(Target(parse("2026/27"), 18, basis="Council plan 2023"),),
            compare_with=(ENGLAND, "similar"),
            every="year",
            source=SURVEY,
            headline=True,
            texts=AlternativeTexts(who="of adults often feel lonely"),
            package="aldermoor",
        ),
        Indicator(
            Id("hub_visits"),
            "Visits to neighbourhood hubs",
            "visits",
            "up",
            Count(Id("visits")),
            outcome=Id("connected"),
            kind="provider_output",
            reported_by=ReportedBy(programmes=(Id("hubs"),)),
            every="quarter",
            package="aldermoor",
        ),
        Indicator(
            Id("early_death_rate"),
            "Early deaths that could be prevented",
            "per 100,000",
            "down",
            Rate(Id("early_deaths"), Id("people_under_75"), 100_000),
            outcome=Id("healthy"),
            baseline=Baseline(parse("2019 to 2021")),
            compare_with=("similar", "parent"),
            package="aldermoor",
        ),
        Indicator(
            Id("life_satisfaction"),
            "Life satisfaction",
            "out of 10",
            "up",
            Published(Id("life_satisfaction")),
            outcome=Id("living_well"),
            compare_with=("parent",),
            source=SURVEY,
            package="aldermoor",
        ),
        Indicator(
            Id("confidence"),
            "Confidence to manage",
            "out of 10",
            "up",
            Mean(Id("confidence_sum"), Id("confidence_n"), Id("confidence_squares")),
            outcome=Id("living_well"),
            design="before_after",
            targets=(Target(parse("2025/26"), 0.5, kind="change_from_baseline"),),
            package="aldermoor",
        ),
        Indicator(
            Id("settled_homes"),
            "People settled in their home",
            "%",
            "up",
            Proportion(Id("settled"), Id("homes")),
            outcome=Id("living_well"),
            package="aldermoor",
        ),
        Indicator(
            Id("density"),
            "People for every square kilometre",
            "people per km²",
            "none",
            Ratio(Id("people"), Id("area_km2")),
            kind="context",
            package="aldermoor",
        ),
    )


def _values(wards: list[str], similar: list[str]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []

    def add(metric: str, period: str, value: float, **rest: Any) -> None:
        rows.append({"metric": metric, "period": period, "value": value, **rest})

    lonely = {"2021/22": 512, "2022/23": 498, "2023/24": 455, "2024/25": 421, "2025/26": 398}
    for number, (period, count) in enumerate(lonely.items()):
        add("asked", period, 2000, base=2000)
        add("often_lonely", period, count, base=2000)
        add("asked", period, 20_000, area=ENGLAND)
        add("often_lonely", period, 4_400 - 40 * number, area=ENGLAND)
        for sex, people, part in (("female", 1050, 0.56), ("male", 930, 0.42)):
            add("asked", period, people, group=f"sex={sex}")
            add("often_lonely", period, round(count * part), group=f"sex={sex}")
        add("asked", period, 20, group="sex=not_stated")
        add("often_lonely", period, np.nan, group="sex=not_stated", flag="c")
        for ward, part in zip(wards, (0.2, 0.35, 0.45), strict=True):
            add("asked", period, 2000 * part, area=ward)
            add("often_lonely", period, round(count * part * (0.8 + part / 2)), area=ward)

    for number, first in enumerate(range(2015, 2023)):
        period = f"{first} to {first + 2}"
        add("people_under_75", period, 570_000)
        add("early_deaths", period, 300 - 5 * number)
        add("people_under_75", period, 160_000_000, area=ENGLAND)
        add("early_deaths", period, 70_000 - 900 * number, area=ENGLAND)
        for nth, code in enumerate(similar):
            add("people_under_75", period, 540_000, area=code)
            add("early_deaths", period, 260 + 12 * nth - 2 * number, area=code)

    for period, value in {"2020/21": 7.2, "2021/22": 7.4, "2022/23": 7.4, "2023/24": 7.3}.items():
        add("life_satisfaction", period, value, lower=value - 0.2, upper=value + 0.2)
        add("life_satisfaction", period, value + 0.1, area=ENGLAND)

    quarters = [(year, quarter) for year in (2023, 2024, 2025) for quarter in (1, 2, 3, 4)]
    for number, (year, quarter) in enumerate(quarters):
        period = str(parse(f"{year}/{(year + 1) % 100:02} Q{quarter}"))
        add("visits", period, 1200 + 30 * number, organisation="haven", programme="hubs")
        if number != 5:
            add("visits", period, 800 + 10 * number, organisation="anchor", programme="hubs")

    for number, period in enumerate(("2022/23", "2023/24", "2024/25", "2025/26")):
        scores = 120 + 10 * number
        mean = 5.9 + 0.25 * number
        add("confidence_n", period, scores)
        add("confidence_sum", period, mean * scores)
        add("confidence_squares", period, (mean**2 + 2.4) * scores)
        for home, people, part in (("own", 90, 0.8), ("rent", 140, 0.6 + 0.03 * number)):
            add("homes", period, people, group=f"tenure={home}")
            add("settled", period, round(people * part), group=f"tenure={home}")

    for period, people in {"2022": 206_000, "2023": 208_100, "2024": 210_000}.items():
        add("people", period, people)
        add("area_km2", period, 64)
    return rows


def _pathway() -> Pathway:
    return Pathway(
        vision="Everyone in Aldermoor lives well, with people around them.",
        case=Case("One adult in five often feels lonely.", now=(Id("loneliness"),)),
        domains={
            Id("communities"): Domain(Id("communities"), "Communities"),
            Id("health"): Domain(Id("health"), "Health"),
        },
        outcomes=(
            Outcome(
                Id("connected"),
                "People feel connected",
                Id("communities"),
                "indirect",
                good_looks_like="I have people I can turn to",
                said_by="Residents' panel 2024",
            ),
            Outcome(Id("healthy"), "Fewer people die early", Id("health"), "systemic"),
            Outcome(Id("living_well"), "People live well at home", Id("health"), "direct"),
        ),
        steps=(
            Step(
                Id("hubs_open"),
                "activity",
                "Neighbourhood hubs open five days a week",
                programmes=(Id("hubs"),),
                indicators=(Id("hub_visits"),),
            ),
        ),
        links=(
            Link(
                Id("hubs_connect"),
                Id("hubs_open"),
                Id("connected"),
                "People who meet at hubs make lasting friendships",
                contribution="shared",
                tested_by=(Id("loneliness"),),
                after="12 months",
            ),
        ),
    )


def _stories() -> tuple[Story, ...]:
    return (
        Story(
            Id("someone_to_turn_to"),
            "Someone to turn to",
            about=(Id("loneliness"),),
            consent=Consent("written", ("web", "print"), date(2026, 2, 1), date(2028, 2, 1)),
            told_by="first",
            date=date(2026, 3, 1),
            chosen="Each hub offers one story, good or bad. We print the first three to agree.",
            typical="unknown",
            area="E05000003",
            organisation="haven",
            programme="hubs",
            names_changed=True,
            costs=(Cost(Id("gp_visit"), 12, 3, 12, 12),),
            text=(
                Block("paragraph", (("", "I did not speak to anyone from Friday to Monday."),)),
                Block("heading", (("", "What helped"),)),
                Block("paragraph", (("", "The lunch on "), ("em", "Tuesdays"), ("", "."))),
                Block("quote", (("", "Now they ring me when I am not there."),)),
            ),
            package="aldermoor",
            file="datapackages/aldermoor/stories/someone_to_turn_to.md",
        ),
        Story(
            Id("still_waiting"),
            "Still waiting for a home",
            about=(Id("settled_homes"), Id("living_well")),
            consent=Consent("verbal_recorded", ("web",), date(2026, 1, 10)),
            told_by="third",
            date=date(2026, 4, 2),
            chosen="Each hub offers one story, good or bad. We print the first three to agree.",
            typical="yes",
            text=(Block("paragraph", (("", "He has moved four times in a year."),)),),
            package="aldermoor",
            file="datapackages/aldermoor/stories/still_waiting.md",
        ),
    )
