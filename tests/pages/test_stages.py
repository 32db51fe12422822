"""Stage by stage on an indicator's page: the sentence, shares where they may be said, partners."""

from __future__ import annotations

from typing import Any

import pytest

from generator import indicators, readings
from generator.indicators.methods import Proportion
from generator.model.indicator import Indicator
from generator.model.metric import Id, Metric, PartOf
from generator.model.partner import Organisation
from generator.model.report import Report
from generator.pages.parts.improve.made import Made
from generator.pages.parts.indicator.evidence import cannot_claim
from generator.pages.parts.indicator.stage_by_stage import stage_by_stage
from generator.pages.parts.known.lookup import Lookup
from generator.pages.parts.known.standing import Standing
from generator.pages.parts.worded import Text
from tests.report_examples import MAIN, SETTINGS, inputs, metric_rows

MADE, TAKEN, ENDED, OPEN = Id("made"), Id("taken"), Id("ended"), Id("open")
REFERRALS = (
    Metric(MADE, "Referrals made", "events"),
    Metric(TAKEN, "Referrals accepted", "events", part_of=PartOf(MADE)),
    Metric(ENDED, "Help completed", "events", part_of=PartOf(TAKEN)),
)
LATER = PartOf(MADE, same_period=False)
NEEDS = (
    Metric(MADE, "Needs presented", "events"),
    Metric(TAKEN, "Needs partly met", "events", part_of=LATER),
    Metric(ENDED, "Needs fully met", "events", part_of=LATER),
    Metric(OPEN, "Needs still open", "events", adds_up=("organisation",)),
)
THEN = [("made", 80, "2024"), ("taken", 60, "2024"), ("ended", 20, "2024")]
NOW = [("made", 200, "2025"), ("taken", 120, "2025"), ("ended", 90, "2025")]


def stages(
    rows: list[tuple[Any, ...]], metrics: tuple[Metric, ...] = REFERRALS, **rest: Any
) -> Made:
    """What the page of an indicator with these stages shows."""
    return stage_by_stage(standing(rows, metrics, **rest), "indicators/share/")


def standing(
    rows: list[tuple[Any, ...]], metrics: tuple[Metric, ...] = REFERRALS, **rest: Any
) -> Standing:
    """An indicator with these stages; rows of metric, value, period and partner."""
    filled = []
    for metric, value, period, *partner in rows:
        row = {"metric": metric, "value": value, "period": period}
        filled.append(row | ({"organisation": partner[0]} if partner else {}))
    names = tuple(metric.id for metric in metrics)
    share = Indicator(
        Id("share"), "Help that ended well", "%", "up", Proportion(ENDED, MADE), stages=names
    )
    made = inputs([share], metrics, metric_rows(filled), **rest)
    results, problems = indicators.compute(made, SETTINGS)
    assert [each for each in problems if each.level == "error"] == []
    summed = indicators.summed(made, SETTINGS)
    found = readings.read(made, SETTINGS, results, summed)
    lookup = Lookup(Report(SETTINGS, made, results, *found, summed))
    return Standing(lookup, share, MAIN)


def texts(cells: tuple[object, ...]) -> list[tuple[str, str]]:
    return [(cell.text, cell.note) for cell in cells if isinstance(cell, Text)]


def test_the_last_stage_is_told_first_with_its_share_now_and_a_year_before() -> None:
    """90 of 200 is 45%, 20 of 80 was 25%."""
    [part] = stages(THEN + NOW).parts
    assert part.title == "Stage by stage"
    assert part.lead == (
        "In 2025, “Help completed” was 45% of “Referrals made”; a year before it was 25%."
    )
    assert part.figure is not None
    assert part.figure.title == "Help completed: 45 of every 100 referrals made"
    assert part.table is not None and part.folded_table
    assert [column.title for column in part.table.columns] == ["Stage", "2025", "2024"]
    assert [texts(row.cells) for row in part.table.rows] == [
        [("200", ""), ("80", "")],
        [("120", "60%"), ("60", "75%")],
        [("90", "45%"), ("20", "25%")],
    ]


def test_needs_met_in_a_later_year_are_no_shares_and_the_chart_says_why() -> None:
    rows = [("made", 200, "2025"), ("taken", 30, "2025"), ("ended", 120, "2025")]
    [part] = stages([*rows, ("open", 70, "2025")], NEEDS).parts
    assert part.lead == "In 2025, “Needs still open” stood at 70."
    assert part.figure is not None
    assert part.figure.notes[0] == (
        "What stands at a later stage may have come in an earlier year, so these are not shares of "
        "one another."
    )
    assert "of 100" not in part.figure.wide and "%" not in part.lead
    assert part.table is None  # nothing is known of a year before


def test_a_share_of_what_came_earlier_says_that_it_is_not_of_the_same_cases() -> None:
    said = "That these are the same cases: what was counted in a year may have come earlier."
    assert said in cannot_claim(standing(THEN + NOW, NEEDS))
    assert said not in cannot_claim(standing(THEN + NOW, REFERRALS))


@pytest.mark.parametrize(
    ("metrics", "said"),
    [
        (
            (REFERRALS[0], Metric(TAKEN, "Accepted", "events"), Metric(ENDED, "Ended", "events")),
            "Nothing says that later stages are part of the first, so no shares are given.",
        ),
        (
            (*REFERRALS[:2], Metric(ENDED, "Ended", "events")),
            "“Ended”: not known to be part of the first stage in the same year, so no share is "
            "given.",
        ),
    ],
)
def test_why_a_stage_has_no_share(metrics: tuple[Metric, ...], said: str) -> None:
    [part] = stages(NOW, metrics).parts
    assert part.figure is not None
    assert part.figure.notes[0] == said


def of_partners(year: str, **values: tuple[int, ...]) -> list[tuple[Any, ...]]:
    names = ("made", "taken", "ended")
    return [
        (names[place], value, year, partner)
        for partner, given in values.items()
        for place, value in enumerate(given)
    ]


def test_partners_stand_by_name_and_a_missing_stage_is_no_zero() -> None:
    known = {name: Organisation(name, name.title()) for name in (Id("haven"), Id("anchor"))}
    rows = of_partners("2025", haven=(50, 30, 20), anchor=(150, 90))
    whole, partners = stages(rows, organisations=known).parts
    assert partners.folded == "Show two partners"
    assert partners.table is not None
    assert [(row.head.text, texts(row.cells)) for row in partners.table.rows] == [
        ("Anchor", [("150", ""), ("90", "60%"), ("[x]", "")]),
        ("Haven", [("50", ""), ("30", "60%"), ("20", "40%")]),
    ]
    assert whole.figure is not None
    assert whole.figure.notes[0] == (
        "Not the same partners stand behind every stage, so not every share can be given."
    )
    assert whole.lead == "In 2025, “Help completed” stood at 20. It rests on 1 partner."


def test_numbers_of_other_partners_say_so() -> None:
    rows = of_partners("2024", a=(50, 30, 20), b=(50, 30, 10))
    rows += of_partners("2025", a=(60, 30, 30))
    part, _ = stages(rows).parts
    assert part.lead == (
        "In 2025, “Help completed” was 50% of “Referrals made”; a year before it was 30%. "
        "1 partner stands behind the first number, 2 behind the second: compare them with care."
    )


def test_the_file_holds_every_cell_with_its_share() -> None:
    [*_, every] = stages(THEN + NOW).files
    assert every.path == "data/charts/indicators-share--stages.csv"
    text = every.content.decode()
    assert text.startswith("metric,frequency,period,period_start,period_end,area,")
    assert "ended,year-01,2025,2025-01-01,2025-12-31,E08000099,,,,90,45,,,,final\r\n" in text
    assert text.count("\r\n") == 7  # a header, and 3 stages in 2 years


@pytest.mark.parametrize(
    "rows", [[], [("made", 5, "2025")], [("taken", 5, "2025"), ("ended", 5, "2025")]]
)
def test_without_the_first_stage_and_a_later_one_there_is_nothing(
    rows: list[tuple[Any, ...]],
) -> None:
    assert stages(rows) == Made()
