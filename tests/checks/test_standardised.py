"""What stands in the way of a standardised rate, each with the message in which it is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import checks
from tests.checks.test_check import AREAS, HEAD
from tests.packages import small

P = small.PACKAGE
AGES = [f"{n}_{n + 4}" for n in range(0, 90, 5)] + ["90_plus"]
CATEGORIES = ", ".join(f"{age}: {age.replace('_', ' to ')}" for age in AGES)
TABLE = "metric,period,area,age_band,value\n" + "".join(
    f"{metric},2023,{area},{age},{value}\n"
    for metric, value in (("lonely", 20), ("asked", 900))
    for area in ("E1", "E2")
    for age in AGES
)
WEIGHTS = ", ".join(f"{age}: 1000" for age in AGES)
AT = "indicators.yml line 13, indicators.loneliness.method"


def problems(folder: Path, method: str, breakdown: str = "") -> list[str]:
    """Those of the method, with a breakdown `age_band` so written."""
    text, written = small.INDICATORS, breakdown or f"categories: {{{CATEGORIES}}}"
    old = "  age: {title: Age, of: people}\n"
    assert old in text
    text = text.replace(old, f"{old}  age_band: {{title: Age group, of: people, {written}}}\n")
    was = "{use: proportion, numerator: lonely, denominator: asked}"
    assert was in text
    files = {
        f"{P}/indicators.yml": text.replace(was, f"{{{method}}}"),
        f"{P}/data/areas.csv": AREAS,
        f"{P}/data/metrics-ages.csv": f"{HEAD}lonely,2023,E1,2\n" if breakdown else TABLE,
    }
    small.write(folder, files)
    settings, inputs, told = small.read(folder)
    if settings is not None and inputs is not None:
        told = [*told, *checks.check(inputs, settings)]
    return [text for each in told if "method" in (text := str(each).replace(f"{P}/", ""))]


DIRECT = "use: directly_standardised, numerator: lonely, denominator: asked, "
RATIO = "use: indirectly_standardised, numerator: lonely, denominator: asked, "


@pytest.mark.parametrize(
    "method",
    [
        f"{DIRECT}by: age_band, standard: esp2013, per: 100000",
        f"{DIRECT}by: age_band, standard: {{{WEIGHTS}}}, per: 100000",
        f"{RATIO}by: age_band, reference: E1",
        f"{RATIO}by: age_band, reference: E1, per: 1000",
    ],
)
def test_what_is_right_is_not_told(tmp_path: Path, method: str) -> None:
    assert problems(tmp_path, method) == []


@pytest.mark.parametrize(
    ("method", "what", "hint"),
    [
        (
            f"{DIRECT}by: age_band, standard: esp2013",
            ": 'per' is missing",
            "Add per: a number.",
        ),
        (
            f"{DIRECT}by: age_band, standard: esp2013, per: 0",
            ".per: a rate for every 0 is none",
            "Type a number above 0, such as 100000.",
        ),
        (
            f"{DIRECT}by: age_brand, standard: esp2013, per: 1000",
            ".by: there is no breakdown 'age_brand'",
            "Did you mean 'age_band'? Known: age, age_band, sex.",
        ),
        (
            f"{DIRECT}by: age, standard: esp2013, per: 1000",
            ".by: nothing says which categories there are",
            "List them under breakdowns.age.categories.",
        ),
        (
            f"{DIRECT}by: age_band, standard: esp2014, per: 1000",
            ".standard: 'esp2014' is not one of the words for this",
            "Did you mean 'esp2013'? Known: esp2013.",
        ),
        (
            f"{DIRECT}by: age_band, standard: {{0_4: 5}}, per: 1000",
            f".standard: no weight is given for {', '.join(AGES[1:])}",
            "Type one for each category, 0 to leave it out.",
        ),
        (
            f"{DIRECT}by: age_band, standard: {{{WEIGHTS}, 95_plus: 3}}, per: 1000",
            ".standard.95_plus: there is no category '95_plus' of age_band to weigh",
            f"Did you mean '90_plus'? Known: {', '.join(sorted(AGES))}.",
        ),
        (
            f"{DIRECT}by: age_band, standard: {{{WEIGHTS.replace('1000', '-2', 1)}}}, per: 9",
            ".standard.0_4: a weight is less than 0",
            "Type how many people it stands for, or 0 to leave the category out.",
        ),
        (
            f"{DIRECT}by: age_band, standard: {{{WEIGHTS.replace('1000', '0')}}}, per: 1000",
            ".standard: all weights are 0",
            "Type what each category weighs.",
        ),
        (
            f"{RATIO}by: age_band, reference: E9",
            ".reference: there is no area 'E9'",
            "Known: E1 (Borough), E2 (North), E3 (South).",
        ),
    ],
)
def test_each_slip_is_told_with_what_to_type(
    tmp_path: Path, method: str, what: str, hint: str
) -> None:
    [told] = problems(tmp_path, method)
    assert told.startswith(AT)
    first, _, second = told.partition("\n    ")
    assert what in first and second == hint


@pytest.mark.parametrize(
    "breakdown",
    [
        f"categories: {{{', '.join(reversed(CATEGORIES.split(', ')))}}}",
        "categories: {0_14: 0 to 14, 15_64: 15 to 64, 65_plus: 65 and over}",
        f"categories: {{{CATEGORIES.replace('0_4:', 'under_5:')}}}",
    ],
)
def test_esp2013_is_taken_only_with_its_19_age_groups_youngest_first(
    tmp_path: Path, breakdown: str
) -> None:
    method = f"{DIRECT}by: age_band, standard: esp2013, per: 100000"
    [told] = [each for each in problems(tmp_path, method, breakdown) if ".standard" in each]
    assert told.startswith(
        f"{AT}.standard: esp2013 needs the 19 age groups from 0 to 4, 5 to 9, … up to 90\n"
        "    List them as categories of age_band, youngest first, as 0_4, 5_9, … 90_plus; or type "
    )


def test_categories_that_overlap_are_refused(tmp_path: Path) -> None:
    method = f"{RATIO}by: age_band, reference: E1"
    breakdown = f"overlap: yes, categories: {{{CATEGORIES}}}"
    assert problems(tmp_path, method, breakdown) == [
        f"{AT}.by: its categories overlap, so that people would be counted twice\n"
        "    Name a breakdown in which each is counted once."
    ]
