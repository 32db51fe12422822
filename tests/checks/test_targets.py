"""Targets by place, partner, programme and group: what they may say, and where that is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import checks, indicators
from tests.packages import small

P = small.PACKAGE
BASELINE = small.INDICATORS + "    baseline: {period: 2023/24, value: 22, basis: Survey}\n"
TABLES = {
    f"{P}/data/areas.csv": "area,name,kind\nE1,Borough,borough\nE2,North,ward\n",
    f"{P}/data/organisations.csv": "organisation,name\nhaven,Haven\n",
    f"{P}/data/programmes.csv": "programme,name\nhubs,Hubs\n",
    f"{P}/data/metrics.csv": (
        "metric,period,area,organisation,programme,sex,value\n"
        "asked,2024/25,E1,,,,200\nlonely,2024/25,E1,,,,50\n"
        "asked,2024/25,E2,,,,100\nlonely,2024/25,E2,,,,20\n"
        "asked,2024/25,E1,,,female,90\nlonely,2024/25,E1,,,female,20\n"
    ),
}
HEAD = "indicator,period,area,organisation,programme,sex,value,value_to,kind\n"


def said(folder: Path, *rows: str, yaml: str = small.INDICATORS) -> list[str]:
    """The problems of reading, checks and computing with these rows of targets."""
    files = {f"{P}/indicators.yml": yaml}
    if rows:
        files[f"{P}/data/targets.csv"] = HEAD + "".join(rows)
    small.write(folder, {**TABLES, **files})
    settings, inputs, problems = small.read(folder)
    assert settings is not None
    if inputs is not None:
        problems += checks.check(inputs, settings) + indicators.compute(inputs, settings)[1]
    return [str(problem).replace(f"{P}/", "") for problem in problems]


def test_targets_of_every_kind_of_cell(tmp_path: Path) -> None:
    rows = (
        "loneliness,2029/30,,,,,18,,\n",
        "loneliness,2029/30,E2,,,,10,20,within\n",
        "loneliness,2029/30,,,,female,,,hold\n",
    )
    assert said(tmp_path, *rows) == []


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            "loneliness,2029/30,E3,,,,18,,\n",
            "data/targets.csv row 2, area: there is no area 'E3'\n"
            "    Known: E1 (Borough), E2 (North). Define it, or delete its rows.",
        ),
        (
            "loneliness,2029/30,,heaven,,,18,,\n",
            "data/targets.csv row 2, organisation: there is no organisation 'heaven'\n"
            "    Did you mean 'haven'? Known: haven. Define it, or delete its rows.",
        ),
        (
            "loneliness,2029/30,,,hub,,18,,\n",
            "data/targets.csv row 2, programme: there is no programme 'hub'\n"
            "    Did you mean 'hubs'? Known: hubs. Define it, or delete its rows.",
        ),
        (
            "loneliness,2029/30,,,,femal,18,,\n",
            'data/targets.csv row 2, sex: "femal" is not one of the words for sex\n'
            "    Did you mean 'female'? Known: female, male, not_stated.",
        ),
        (
            "loneliness,2029/30,E2,,,,,,\n",
            "data/targets.csv row 2, value: a target of the kind reach has no value\n"
            "    Type the value, or the kind hold to hold the baseline.",
        ),
        (
            "loneliness,2029/30,E2,,,,10,101,within\n",
            "data/targets.csv row 2, value_to: the target 101 is not a percentage from 0 to 100\n"
            "    Type a percentage, such as 18 for 18%.",
        ),
        (
            "loneliness,2029/30,E2,,,,20,10,within\n",
            "data/targets.csv row 2, value_to: value_to is less than value\n    Change them over.",
        ),
        (
            "loneliness,2029/30,E2,,,,0.2,,\n",
            "data/targets.csv row 2, value: warning: the target 0.2 is less than 1%\n"
            "    Type 20 if 20% is meant.",
        ),
        (
            "loneliness,2029/30,E2,,,,18,,\nloneliness,2029/30,E2,,,,17,,\n",
            "data/targets.csv row 3, indicator: loneliness has a second value for 2029/30, E2\n"
            "    The first stands at data/targets.csv row 2: keep one of the two.",
        ),
        (
            "loneliness,2029/30,,haven,,female,18,,\n",
            "data/targets.csv row 2, area: warning: there is no result of loneliness for E1, "
            "haven, sex=female to hold it against\n    Check the area, partner, programme and "
            "group that it names, or add the rows for them.",
        ),
    ],
)
def test_what_a_target_may_not_say(tmp_path: Path, row: str, message: str) -> None:
    assert message in said(tmp_path, row)


def test_a_baseline_of_its_own_value_is_the_main_areas_alone(tmp_path: Path) -> None:
    """25 is worse than the borough's 22 where less is better, and may be good for a ward."""
    rows = ("loneliness,2029/30,E2,,,,25,,\n", "loneliness,2029/30,,,,female,25,,\n")
    assert said(tmp_path, *rows, yaml=BASELINE) == []
    assert said(tmp_path, "loneliness,2029/30,,,,,25,,\n", yaml=BASELINE) == [
        "data/targets.csv row 2, value: the target 25 is worse than the baseline 22 (direction: "
        "down)\n    Correct the value, the direction, or type the kind hold."
    ]


def test_a_target_with_its_indicator_may_hold_the_baseline(tmp_path: Path) -> None:
    yaml = small.INDICATORS + "    targets: [{period: 2029/30, kind: hold}]\n"
    assert said(tmp_path, yaml=yaml) == []
    assert said(tmp_path, yaml=yaml.replace(", kind: hold", "")) == [
        "indicators.yml line 15, indicators.loneliness.targets.1.value: a target of the kind reach "
        "has no value\n    Type the value, or the kind hold to hold the baseline."
    ]
