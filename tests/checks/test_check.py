"""What the packages say together: each rule with the message in which it is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import checks
from tests.packages import small

P = small.PACKAGE
TABLE = f"{P}/data/metrics.csv"
HEAD = "metric,period,area,value\n"
AREAS = "area,name,kind\nE1,Borough,borough\nE2,North,ward\nE3,South,ward\n"
LINKS = "area,kind,other\nE2,in,E1\nE3,in,E1\n"


def said(folder: Path, files: dict[str, str]) -> list[str]:
    """The problems of the checks, and of the reading, without the package's folder."""
    small.write(folder, dict(files))
    settings, inputs, problems = small.read(folder)
    assert settings is not None
    assert inputs is not None, "\n".join(map(str, problems))
    found = [*problems, *checks.check(inputs, settings)]
    return [str(problem).replace(f"{P}/", "") for problem in found]


def indicators(old: str, new: str) -> dict[str, str]:
    assert old in small.INDICATORS
    return {f"{P}/indicators.yml": small.INDICATORS.replace(old, new)}


def pathway(old: str, new: str) -> dict[str, str]:
    assert old in small.PATHWAY
    return {f"{P}/pathway.yml": small.PATHWAY.replace(old, new)}


def story(old: str, new: str) -> dict[str, str]:
    assert old in small.STORY
    return {f"{P}/stories/soup.md": small.STORY.replace(old, new)}


def test_the_small_site_has_no_problem(tmp_path: Path) -> None:
    files = {f"{P}/data/areas.csv": AREAS, f"{P}/data/area-links.csv": LINKS}
    assert said(tmp_path, {**files, f"{P}/stories/soup.md": small.STORY}) == []


def reached(eligible: str) -> dict[str, str]:
    """An indicator of who was reached, out of those who are eligible."""
    method = "method: {use: proportion, numerator: lonely, denominator: asked}"
    added = f"kind: reach\n    eligible: {eligible}"
    return indicators(method, f"method: {{use: count, metric: lonely}}\n    {added}")


OVERLAPPING = indicators(
    "  age: {title: Age, of: people}\n",
    "  age: {title: Age, of: people}\n  reason: {title: Reason, of: detail, overlap: true}\n",
)
REASONS = "metric,period,area,reason,age,value\n"
ONCE = "One can be in several categories, but in each only once: correct one of them."
ONE = "indicators.loneliness"
REFERENCES = [
    (
        indicators("outcome: connected", "outcome: conected"),
        f"indicators.yml line 11, {ONE}.outcome: there is no outcome 'conected'\n"
        "    Did you mean 'connected'? Known: connected.",
    ),
    (
        indicators("numerator: lonely", "numerator: lonly"),
        f"indicators.yml line 12, {ONE}.method: there is no metric 'lonly'\n"
        "    Did you mean 'lonely'? Known: asked, lonely, visits.",
    ),
    (
        indicators("part_of: asked", "part_of: askd"),
        "indicators.yml line 3, metrics.lonely.part_of: there is no metric 'askd'\n"
        "    Did you mean 'asked'? Known: asked, lonely, visits.",
    ),
    (
        indicators("counts: events", "counts: events, total_from: gender"),
        "indicators.yml line 4, metrics.visits.total_from: there is no breakdown 'gender'\n"
        "    Known: age, sex.",
    ),
    (
        indicators("direction: down", "direction: down\n    reported_by: {programmes: [va1]}"),
        f"indicators.yml line 15, {ONE}.reported_by.programmes.1: there is no programme 'va1'\n"
        "    No programme is defined yet: define it, or leave this out.",
    ),
    (
        indicators("of: people, categories", "of: people, reference: man, categories"),
        "indicators.yml line 6, breakdowns.sex.reference: there is no category 'man'\n"
        "    Known: female, male.",
    ),
    (
        pathway("domain: citizens", "domain: citizen"),
        "pathway.yml line 4, outcomes.connected.domain: there is no domain 'citizen'\n"
        "    Did you mean 'citizens'? Known: citizens.",
    ),
    (
        pathway(
            "vision: All well.\n",
            "links: [{id: a, from: connected, to: elsewhere, because: x, tested_by: [lonely]}]\n",
        ),
        "pathway.yml line 1, links.a.to: there is no step or outcome 'elsewhere'\n"
        "    Known: connected.",
    ),
    (
        pathway("vision: All well.\n", "case: {now: [lonliness]}\n"),
        "pathway.yml line 1, case.now.1: there is no indicator 'lonliness'\n"
        "    Did you mean 'loneliness'? Known: loneliness.",
    ),
    (
        story("[loneliness]", "[connected, lonely]"),
        "stories/soup.md line 3, about.2: there is no outcome or indicator 'lonely'\n"
        "    Did you mean 'loneliness'? Known: connected, loneliness.",
    ),
    (
        {TABLE: f"{HEAD}askd,2024/25,E1,5\n"},
        "data/metrics.csv row 2, metric: there is no metric 'askd'\n"
        "    Did you mean 'asked'? Known: asked, lonely, visits. Define it, or delete its rows.",
    ),
    (
        {f"{P}/data/areas.csv": AREAS, TABLE: f"{HEAD}asked,2024/25,E9,5\n"},
        "data/metrics.csv row 2, area: there is no area 'E9'\n"
        "    Known: E1 (Borough), E2 (North), E3 (South). Define it, or delete its rows.",
    ),
    (
        {f"{P}/data/areas.csv": AREAS.replace("E1,", "E7,")},
        "mkdocs.yml line 6, extra.report.main_area: there is no area 'E1'\n"
        "    Known: E2 (North), E3 (South), E7 (Borough).",
    ),
    (
        {
            f"{P}/data/organisations.csv": "organisation,name,reports_to\na_trust,A,b_trust\n",
            TABLE: "metric,period,area,organisation,value\nasked,2024,E1,a_trus,5\n",
        },
        "data/metrics.csv row 2, organisation: there is no organisation 'a_trus'\n"
        "    Did you mean 'a_trust'? Known: a_trust. Define it, or delete its rows.",
    ),
    (
        {f"{P}/data/organisations.csv": "organisation,name,reports_to\na_trust,A,b_trust\n"},
        "data/organisations.csv row 2, reports_to: there is no organisation 'b_trust'\n"
        "    Did you mean 'a_trust'? Known: a_trust.",
    ),
    (
        {f"{P}/data/targets.csv": "indicator,period,value\nlonelyness,2030,18\n"},
        "data/targets.csv row 2, indicator: there is no indicator 'lonelyness'\n"
        "    Did you mean 'loneliness'? Known: loneliness. Define it, or delete its rows.",
    ),
    (
        indicators("direction: down", "direction: down\n    eligible: residents"),
        f"indicators.yml line 15, {ONE}.eligible: there is no metric 'residents'\n"
        "    Known: asked, lonely, visits.",
    ),
    (
        indicators("direction: down", "direction: down\n    stages: [asked, lonley]"),
        f"indicators.yml line 15, {ONE}.stages.2: there is no metric 'lonley'\n"
        "    Did you mean 'lonely'? Known: asked, lonely, visits.",
    ),
    (
        {f"{P}/data/areas.csv": AREAS, f"{P}/data/area-links.csv": LINKS + "E9,in,E1\n"},
        "data/area-links.csv row 4, area: there is no area 'E9'\n"
        "    Known: E1 (Borough), E2 (North), E3 (South).",
    ),
]


@pytest.mark.parametrize(("files", "message"), REFERENCES)
def test_references(tmp_path: Path, files: dict[str, str], message: str) -> None:
    assert message in said(tmp_path, files)


RULES = [
    (
        {TABLE: f"{HEAD}asked,2024/25,E1,5\nasked,2024-04-01/2025-03-31,E1,5\n"},
        "data/metrics.csv row 3, metric: asked has a second value for 2024/25, E1\n"
        "    The first stands at data/metrics.csv row 2: keep one of the two.",
    ),
    (
        {f"{P}/data/metrics-more.csv": f"{HEAD}asked,2024/25,E1,5\n"},
        "data/metrics.csv row 2, metric: asked has a second value for 2024/25, E1\n"
        "    The first stands at data/metrics-more.csv row 2: keep one of the two.",
    ),
    (
        {f"{P}/data/areas.csv": AREAS, f"{P}/data/area-links.csv": LINKS + "E2,in,E1\n"},
        "data/area-links.csv row 4, area: the link from E2 to E1 stands a second time\n"
        "    It stands at data/area-links.csv row 2 already: keep one.",
    ),
    (
        {TABLE: "metric,period,area,value,lower,upper\nasked,2024,E1,5,6,4\n"},
        "data/metrics.csv row 2, lower: the lower limit is larger than the upper\n"
        "    Change them over, or correct one.",
    ),
    (
        {TABLE: "metric,period,area,value,lower,upper\nasked,2024,E1,9,4,6\n"},
        "data/metrics.csv row 2, value: the value is outside its own interval\n"
        "    Correct the value, lower or upper.",
    ),
    (
        {TABLE: "metric,period,area,value,lower,upper\nasked,2024,E1,5,4,\n"},
        "data/metrics.csv row 2, lower: one limit of the interval is there and the other is not\n"
        "    Fill in both lower and upper, or neither.",
    ),
    (
        {TABLE: "metric,period,area,value,lower,upper,flag\nasked,2024,E1,,4,6,x\n"},
        "data/metrics.csv row 2, value: there is an interval without a value\n"
        "    Fill in the value, or leave lower and upper blank.",
    ),
    (
        {TABLE: f"{HEAD}asked,2024/25,E1,-5\n"},
        "data/metrics.csv row 2, value: a count is less than 0\n"
        "    Type 0 or more, or leave the value blank with a flag such as x.",
    ),
    (
        {TABLE: "metric,period,area,value,flag\nasked,2024,E1,5,p c\n"},
        "data/metrics.csv row 2, flag: the flag c (confidential) stands beside a value\n"
        "    Take out the flag, or leave the value blank.",
    ),
    (
        {TABLE: f"{HEAD}asked,2024/25,E1,200\nlonely,2024/25,E1,201\n"},
        "data/metrics.csv row 3, value: lonely is 201, more than asked, which is 200 (2024/25, E1)"
        "\n    A part is at most as large as its whole: correct one of the two.",
    ),
    (
        indicators("direction: down", "direction: down\n    baseline: {period: 2021}"),
        f"indicators.yml line 15, {ONE}.baseline.period: the baseline's period 2021 is not of the "
        "frequency of the results\n    Type a period such as 2024/25.",
    ),
    (
        indicators("direction: down", "direction: down\n    baseline: {period: 2021/22}"),
        f"indicators.yml line 15, {ONE}.baseline.period: there is no value for the baseline's "
        "period 2021/22\n    The values go from 2024/25 to 2024/25: name one of them, or give the "
        "baseline a value of its own.",
    ),
    (
        indicators("direction: down", "direction: down\n    targets: [{period: 2030, value: 180}]"),
        f"indicators.yml line 15, {ONE}.targets.1.value: the target 180 is not a percentage from 0 "
        "to 100\n    Type a percentage, such as 18 for 18%.",
    ),
    (
        indicators(
            "direction: down",
            "direction: down\n    targets: [{period: 2030, value: 5, kind: change_from_baseline}]",
        ),
        f"indicators.yml line 15, {ONE}.targets.1.value: the target is a change of 5, but less is "
        "better (direction: down)\n    Correct the value's sign, or the indicator's direction.",
    ),
    (
        indicators(
            "direction: down",
            "direction: down\n    baseline: {period: 2020/21, value: 20}\n"
            "    targets: [{period: 2030, value: 25}]",
        ),
        f"indicators.yml line 16, {ONE}.targets.1.value: the target 25 is worse than the baseline "
        "20 (direction: down)\n    Correct the value, the direction, or type the kind hold.",
    ),
    (
        {f"{P}/data/targets.csv": "indicator,period,value,kind\nloneliness,2030,18,within\n"},
        "data/targets.csv row 2, value_to: a target of the kind within has no value_to\n"
        "    Add value_to, the upper end of the range.",
    ),
    (
        {f"{P}/data/targets.csv": "indicator,period,value,value_to\nloneliness,2030,18,19\n"},
        "data/targets.csv row 2, value_to: value_to stands beside a target of the kind reach\n"
        "    Take it out, or type the kind within.",
    ),
    (
        indicators("direction: down", "direction: none\n    targets: [{period: 2030, value: 18}]"),
        f"indicators.yml line 15, {ONE}.targets.1.kind: the indicator's direction is none, so a "
        "target of the kind reach cannot be judged\n"
        "    Type the kind within, or give the indicator a direction.",
    ),
    (
        indicators(
            "direction: down", 'direction: down\n    source: {title: x, url: "javascript:1"}'
        ),
        f'indicators.yml line 15, {ONE}.source.url: "javascript:1" is not a web address\n'
        "    Type an address that starts with https://.",
    ),
    (
        {
            **indicators("counts: events", "counts: events, cumulative: financial_year"),
            TABLE: HEAD + "visits,2024-04-01/2024-09-30,E1,5\nvisits,2024/25 Q3,E1,7\n",
        },
        "data/metrics.csv row 2, period: 2024-04-01/2024-09-30 is no month, quarter or year of "
        "the financial year so far\n    Type the month or the quarter that the figure goes up to, "
        "such as 2024-09 or 2024/25 Q2, or the whole year, 2024/25.",
    ),
    (
        {
            **OVERLAPPING,
            TABLE: REASONS + "visits,2024,E1,,,9\nvisits,2024,E1,late,,9\n"
            "visits,2024,E1,full,,10\n",
        },
        "data/metrics.csv row 4, value: visits is 10 for one category, more than the 9 of all "
        f"(2024, E1, reason=full)\n    {ONCE}",
    ),
    (
        {
            **OVERLAPPING,
            TABLE: REASONS + "visits,2024,E1,,old,3\nvisits,2024,E1,late,old,4\n",
        },
        "data/metrics.csv row 3, value: visits is 4 for one category, more than the 3 of all "
        f"(2024, E1, age=old;reason=late)\n    {ONCE}",
    ),
    (
        indicators(
            "counts: events}\nbreakdowns:",
            "counts: events, total_from: reason}\n"
            "breakdowns:\n  reason: {title: Reason, of: detail, overlap: true}",
        ),
        "indicators.yml line 4, metrics.visits.total_from: its categories overlap, so their sum is "
        "no total\n"
        "    Name a breakdown in which nothing is counted twice, or add rows for the total.",
    ),
    (
        {
            TABLE: "metric,period,area,age,value\n"
            "asked,2024,E1,Old people,5\nasked,2023,E1,old peopl,5\n"
        },
        "indicators.yml line 7, breakdowns.age: warning: 'Old people' and 'old peopl' are read as "
        "two categories\n    Type one word for both if they are the same, or list the categories.",
    ),
    (
        indicators("male: Male", "male: {title: Male, within: men}"),
        "indicators.yml line 6, breakdowns.sex.categories.male.within: there is no category 'men'\n"
        "    Known: female, male.",
    ),
    (
        indicators("male: Male", "male: {title: Male, within: male}"),
        "indicators.yml line 6, breakdowns.sex.categories.male.within: 'male' lies within itself\n"
        "    Let within name the larger category.",
    ),
    (
        indicators(
            "age: {title: Age, of: people}",
            "age: {title: Age, of: people, ordered: most_deprived_first}",
        ),
        "indicators.yml line 7, breakdowns.age.ordered: nothing says in which order they are\n"
        "    List the categories, the most deprived first.",
    ),
    (
        indicators(
            "age: {title: Age, of: people}",
            "age: {title: Age, of: detail, ordered: most_deprived_first}",
        ),
        "indicators.yml line 7, breakdowns.age.ordered: only groups of people that do not overlap "
        "go from the most to the least deprived\n    Type yes if they have an order.",
    ),
    (
        indicators("direction: down", "direction: down\n    pace: compound"),
        f"indicators.yml line 15, {ONE}.pace: what is in % does not grow in percent a year\n"
        "    Type pace: linear, or leave it out.",
    ),
    (
        indicators("direction: down", "direction: down\n    eligible: asked"),
        f"indicators.yml line 15, {ONE}.eligible: the indicator is of the kind primary_outcome, "
        "which reaches nobody\n    Type kind: reach, or take this out.",
    ),
    (
        indicators("direction: down", "direction: down\n    kind: reach\n    eligible: asked"),
        f"indicators.yml line 16, {ONE}.eligible: only people who were counted can be held "
        "against those who could be reached\n"
        "    Type method: {use: count, metric: …}, or take this out.",
    ),
    (
        indicators("direction: down", "direction: down\n    rebase: [{from: 2030, because: X}]"),
        f"indicators.yml line 15, {ONE}.rebase.1.from: there is no value from 2030 on\n"
        "    The values go from 2024/25 to 2024/25: name one after the first.",
    ),
    (
        indicators("direction: down", "direction: down\n    rebase: [{from: 2001, because: X}]"),
        f"indicators.yml line 15, {ONE}.rebase.1.from: there is no value before 2001, so nothing "
        "can start afresh\n    The values go from 2024/25 to 2024/25: name one after the first.",
    ),
    (
        indicators(
            "direction: down",
            "direction: down\n    rebase: [{from: 2024, because: X}, {from: 2024, because: Y}]",
        ),
        f"indicators.yml line 15, {ONE}.rebase.2.from: limits start afresh from 2024 already\n"
        "    Keep one of the two.",
    ),
    (
        indicators(
            "direction: down", "direction: down\n    fix_limits: {until: 2025, because: X}"
        ),
        f"indicators.yml line 15, {ONE}.fix_limits.until: values stand for 1 period up to 2025\n"
        "    Limits can be fixed on 12 or more: name a later period, or take this out.",
    ),
    (
        reached("visits"),
        f"indicators.yml line 14, {ONE}.eligible: visits counts events, not people\n"
        "    Name a metric that counts people (or things, such as households).",
    ),
    (
        reached("asked"),
        f"indicators.yml line 14, {ONE}.eligible: asked has no value for any group of people\n"
        "    Add its rows by group, or take this out.",
    ),
    (
        {
            **reached("asked"),
            TABLE: "metric,period,area,sex,value\nasked,2024,E1,male,5\nlonely,2024,E1,female,4\n",
        },
        f"indicators.yml line 14, {ONE}.eligible: no group has a value of both the indicator and "
        "asked\n    Give both for the same categories.",
    ),
    (
        indicators("direction: down", "direction: down\n    stages: [asked]"),
        f"indicators.yml line 15, {ONE}.stages: one stage leads nowhere\n"
        "    Name the stages in order, the first and at least one after it, or leave this out.",
    ),
    (
        indicators("direction: down", "direction: down\n    stages: [asked, lonely, asked]"),
        f"indicators.yml line 15, {ONE}.stages.3: 'asked' stands among the stages already\n"
        "    Name each stage once.",
    ),
    (
        {
            f"{P}/indicators.yml": small.INDICATORS.replace("counts: events", "counts: scores")
            + "    stages: [asked, visits]\n"
        },
        f"indicators.yml line 15, {ONE}.stages.2: 'visits' is a score, and stages are counted\n"
        "    Name a metric that counts people, events, things or money.",
    ),
    (
        indicators("visits: {", "period: {"),
        "indicators.yml line 4, metrics.period: 'period' is the name of a column\n"
        "    Give it another id.",
    ),
    (
        pathway("id: connected", "id: loneliness"),
        "pathway.yml line 4, outcomes.loneliness: 'loneliness' is the id of an indicator and of an "
        "outcome\n    Give one of them another id: stories name either.",
    ),
    (
        story(
            "told_by",
            "costs: [{unit_value: a, before: 1, after: 2, months_before: 1, months_after: 1}]\n"
            "told_by",
        ),
        "stories/soup.md line 5, costs: 'costs' is not read yet\n    Take it out until it is.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("files", "message"), RULES)
def test_rules(tmp_path: Path, files: dict[str, str], message: str) -> None:
    assert message in said(tmp_path, files)


def test_a_site_that_is_not_illustrative_names_its_disclosure(tmp_path: Path) -> None:
    descriptor = str(small.FILES[f"{P}/datapackage.json"]).replace("illustrative", "final")
    message = (
        "mkdocs.yml line 4, extra.report: nothing says how small numbers are kept from telling who "
        "someone is\n    Add disclosure: already_published if every value is public elsewhere. "
        "Other rules are not read yet."
    )
    assert said(tmp_path, {f"{P}/datapackage.json": descriptor}) == [message]
    told = small.MKDOCS + "    disclosure: already_published\n"
    assert said(tmp_path, {f"{P}/datapackage.json": descriptor, "mkdocs.yml": told}) == []


def test_an_area_that_no_table_defines_is_let_through_where_there_is_no_table(
    tmp_path: Path,
) -> None:
    assert said(tmp_path, {TABLE: f"{HEAD}asked,2024/25,E1,5\nasked,2024/25,E9,5\n"}) == []


def test_a_main_area_without_any_value_is_warned_of(tmp_path: Path) -> None:
    """It builds: a report may wait for its first numbers; but most likely the code is another."""
    files = {f"{P}/data/areas.csv": AREAS + "E9,Far,borough\n", f"{P}/data/area-links.csv": LINKS}
    message = (
        "mkdocs.yml line 6, extra.report.main_area: warning: no table has a value for the main "
        "area 'E1' or an area in it\n    Every number of it will be missing: add its rows, or name "
        "another main area."
    )
    assert said(tmp_path / "far", {**files, TABLE: f"{HEAD}asked,2024/25,E9,5\n"}) == [message]
    assert said(tmp_path / "ward", {**files, TABLE: f"{HEAD}asked,2024/25,E2,5\n"}) == []


def test_an_id_with_many_rows_is_told_once(tmp_path: Path) -> None:
    """21 rows of one id and 3 of another, where up to 20 of a kind are told."""
    rows = [f"askd,{year},E1,5" for year in range(2000, 2021)]
    rows += [f"asqued,{year},E1,5" for year in range(2000, 2003)]
    problems = said(tmp_path, {TABLE: HEAD + "\n".join(rows) + "\n"})
    assert problems == [
        "data/metrics.csv row 2, metric: there is no metric 'askd' (21 rows)\n"
        "    Did you mean 'asked'? Known: asked, lonely, visits. Define it, or delete its rows.",
        "data/metrics.csv row 23, metric: there is no metric 'asqued' (3 rows)\n"
        "    Did you mean 'asked'? Known: asked, lonely, visits. Define it, or delete its rows.",
    ]


def test_texts_of_ours_that_are_hard_to_read_are_told(tmp_path: Path) -> None:
    long = "One is. Two is. Three is. Four is."
    found = said(tmp_path, {f"{P}/pathway.yml": f"vision: Fine.\ncase:\n  issue: {long}\n"})
    assert [each for each in found if "paragraph" in each] == [
        "pathway.yml line 3: warning: hard to read: case.issue: a paragraph has 4 sentences\n"
        "    Plain texts have sentences of at most 25 words, and at most 3 of them in a paragraph."
    ]


def test_texts_of_a_kind_are_told_together_and_published_definitions_not_at_all(
    tmp_path: Path,
) -> None:
    """26 words of each; a definition with a published source is nobody's here to rewrite."""
    long = "We asked all whom we met " + "and " * 20
    text = small.INDICATORS.replace(
        "    direction: down\n",
        f"    direction: down\n    limits: {long}\n    definition: {long}\n",
    )
    text += (
        f"  - {{id: calls, title: Calls, unit: calls, direction: up, limits: {long}, "
        f"definition: {long}, method: {{use: count, metric: visits}}, "
        'source: {title: Register, url: "https://example.org/"}}\n'
    )
    fault = 'a sentence has 26 words: "We asked all whom we met …"'
    found = [each.split("\n")[0] for each in said(tmp_path, {f"{P}/indicators.yml": text})]
    assert found == [
        "indicators.yml line 16: warning: hard to read: definition of indicators: "
        f"loneliness ({fault})",
        "indicators.yml line 15: warning: hard to read: limits of indicators: "
        f"loneliness ({fault}); calls ({fault})",
    ]


CODES = "area,name\nE08000026,Coventry\nE08000029,Solihull\nE08000025,Birmingham\n"
COVENTRY = "Did you mean E08000026 (Coventry)?"
LISTED = "Known: E08000025 (Birmingham), E08000026 (Coventry), E08000029 (Solihull)."


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [
        (
            "E08000062",
            f"{COVENTRY} {LISTED} Define it, or delete its rows.",
        ),
        ("08000026", f"{COVENTRY} {LISTED} Define it, or delete its rows."),
        ("E08000020", f"{LISTED} Define it, or delete its rows."),  # near, and another place
        ("coventry", "Type E08000026."),
    ],
)
def test_a_wrong_place_is_told_once_and_no_other_place_is_guessed(
    tmp_path: Path, typed: str, remedy: str
) -> None:
    rows = "".join(f"asked,{year},{typed},5\n" for year in (2022, 2023, 2024))
    files = {f"{P}/data/areas.csv": CODES, TABLE: HEAD + "asked,2021,E08000026,5\n" + rows}
    files["mkdocs.yml"] = small.MKDOCS.replace("E1", "E08000026")
    assert said(tmp_path, files) == [
        f"data/metrics.csv row 3, area: there is no area '{typed}' (3 rows)\n    {remedy}"
    ]


def test_a_wrong_main_area_is_told_alone(tmp_path: Path) -> None:
    targets = "direction: down\n    targets: [{period: 2030/31, value: 18}]"
    files = indicators("direction: down", targets) | {
        f"{P}/data/areas.csv": CODES,
        f"{P}/data/targets.csv": "indicator,period,value\nloneliness,2035/36,12\n",
        TABLE: HEAD + "asked,2021/22,E08000026,5\nlonely,2021/22,E08000026,1\n",
        "mkdocs.yml": small.MKDOCS.replace("E1", "E08000062"),
    }
    assert said(tmp_path, files) == [
        "mkdocs.yml line 6, extra.report.main_area: there is no area 'E08000062'\n"
        f"    {COVENTRY} {LISTED}"
    ]


def test_an_id_that_is_wrong_in_a_small_table_is_told_once(tmp_path: Path) -> None:
    links = "area,kind,other\nE2,in,E9\nE3,in,E9\n"
    found = said(tmp_path, {f"{P}/data/areas.csv": AREAS, f"{P}/data/area-links.csv": links})
    assert found == [
        "data/area-links.csv row 2, other: there is no area 'E9' (2 rows)\n"
        "    Known: E1 (Borough), E2 (North), E3 (South)."
    ]
