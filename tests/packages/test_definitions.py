"""indicators.yml and pathway.yml: what is refused, in the words in which it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.indicators.methods import METHODS
from generator.model.metric import Break, PartOf
from generator.model.period import parse
from generator.model.source import Source
from tests.packages import small

FILE = f"{small.PACKAGE}/indicators.yml"
KNOWN_METHODS = (
    "change, count, directly_standardised, indirectly_standardised, mean, proportion, published, "
    "rate, ratio, sum"
)
AT = "indicators.yml line"
ONE = "indicators.loneliness"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "use: proportion",
            "use: proportoin",
            f"{AT} 12, {ONE}.method: there is no method 'proportoin'\n"
            f"    Did you mean 'proportion'? Known: {KNOWN_METHODS}.",
        ),
        (
            "denominator: asked",
            "denominator: asked, per: 5",
            f"{AT} 12, {ONE}.method: there is no key 'per' here\n"
            "    Known: denominator, numerator.",
        ),
        (
            ", denominator: asked",
            "",
            f"{AT} 12, {ONE}.method: 'denominator' is missing\n    Add denominator: an id.",
        ),
        (
            "{use: proportion, numerator: lonely, denominator: asked}",
            "proportion",
            f"{AT} 12, {ONE}.method: a method is named by its key 'use'\n"
            "    Type {use: proportion, numerator: …, denominator: …}.",
        ),
        (
            "{use: proportion, numerator: lonely, denominator: asked}",
            "percent",
            f"{AT} 12, {ONE}.method: a method is named by its key 'use'\n"
            f"    Type {{use: …}} with one of: {KNOWN_METHODS}.",
        ),
        (
            "direction: down",
            "direction: down\n    baseline: 2019/20",
            f"{AT} 15, {ONE}.baseline: keys with their values are expected here\n"
            "    Type {period: 2019/20} if that is meant. Known keys: period, value, basis.",
        ),
        (
            "direction: down",
            "direction: down\n    targets: {period: 2030, value: 5}",
            f"{AT} 15, {ONE}.targets: a list is expected here\n"
            "    Put square brackets around it, [{…}], or start each item with '- '.",
        ),
        (
            'unit: "%"',
            "unit: %",
            f"{AT} 13: a text cannot start with '%' here\n"
            '    Put quotes around the text, such as "%".',
        ),
        (
            "direction: down",
            "direction: downwards",
            f"{AT} 14, {ONE}.direction: 'downwards' is not one of the words for this\n"
            "    Did you mean 'down'? Known: down, none, up.",
        ),
        (
            "direction: down",
            "direction: down\n    unit: x",
            f"{AT} 15: the key 'unit' stands here a second time\n"
            "    It stands in line 13 already: keep one of them.",
        ),
        (
            "direction: down",
            "direction: *x",
            f"{AT} 14: anchors and aliases are not read: 'x'\n"
            "    Write the value out where it is needed, or put it in quotes if * or & is meant.",
        ),
        (
            "direction: down",
            "direction: &x down",
            f"{AT} 14: anchors and aliases are not read: 'x'\n"
            "    Write the value out where it is needed, or put it in quotes if * or & is meant.",
        ),
        (
            "direction: down",
            "direction: !!str down",
            f"{AT} 14: tags are not read: '!!str'\n"
            "    Take the tag out, or put the text in quotes if ! is meant.",
        ),
        (
            "direction: down",
            "<<: {direction: down}",
            f"{AT} 14: merge keys are not read: '<<'\n"
            "    Write the keys out where they are needed.",
        ),
        (
            "    direction: down\n",
            "    direction: down\n---\na: b\n",
            f"{AT} 15: a second document starts here\n"
            "    Keep one document in the file: take out the line '---'.",
        ),
        (
            "title: People who feel lonely\n",
            "title: People: lonely\n",
            f"{AT} 10: a text holds a colon and has no quotes around it: "
            '"title: People: lonely"\n    Type title: "People: lonely".',
        ),
        (
            "{title: Visits,",
            "{title: Visits: all,",
            f"{AT} 4: a text holds a colon and has no quotes around it: "
            '"visits: {title: Visits: all, counts: events}"\n'
            "    Put quotes around the text that holds the colon.",
        ),
        (
            "title: People who feel lonely\n",
            "title: Satisfaction #1\n",
            f'{AT} 10: YAML would leave "#1" out as a comment\n'
            "    Put quotes around the whole text if the # belongs to it; type a space after the # "
            "if a comment follows.",
        ),
        (
            'unit: "%"',
            "unit: “out of 10”",
            f'{AT} 13: curly quotes stand around "out of 10"\n    Type straight quotes. '
            "If the curly ones belong to the text, put straight ones around them.",
        ),
        (
            "    outcome: connected\n",
            "      outcome: connected\n",
            f"{AT} 11: the line does not start below those it belongs with: "
            '"outcome: connected"\n'
            "    Start it as far to the right as the keys or the '- ' it belongs with, in spaces.",
        ),
        (
            "    outcome: connected\n",
            "   outcome: connected\n",
            f"{AT} 11: the line does not start below those it belongs with: "
            '"outcome: connected"\n'
            "    Start it as far to the right as the keys or the '- ' it belongs with, in spaces.",
        ),
        (
            "    outcome: connected\n",
            "    outcome connected\n",
            f'{AT} 11: a key has no colon after it: "outcome connected"\n'
            "    Type the key, a colon, a space and the value.",
        ),
        (
            "counts: events}",
            "counts: events",
            f'{AT} 4: a bracket opens here and is not closed: "visits: {{title: Visits, counts: '
            'events"\n'
            "    Close it, part what stands in it by commas, and put quotes around text that "
            "holds a comma, a colon or a bracket.",
        ),
        (
            'unit: "%"',
            'unit: "%',
            f'{AT} 13: a quotation mark opens here and is not closed: "unit: "%"\n'
            "    Close it at the end of the text.",
        ),
        (
            'unit: "%"',
            "unit: '%'s",
            f"{AT} 13: something follows the text that does not belong to it: \"unit: '%'s\"\n"
            "    Put double quotes around the whole text after the colon.",
        ),
        (
            "    direction: down\n",
            "\tdirection: down\n",
            f"{AT} 14: a tab stands where YAML takes only spaces\n    Type spaces there.",
        ),
        (
            "direction: down",
            "direction: down\n    rebase: [2024/25]",
            f"{AT} 15, {ONE}.rebase.1: keys with their values are expected here\n"
            "    Type {from: 2024/25} if that is meant. Known keys: from, because.",
        ),
        (
            "direction: down",
            "direction: down\n    rebase: [{from: 2024/25}]",
            f"{AT} 15, {ONE}.rebase.1: 'because' is missing\n"
            "    Add because: a text. What changed in the service itself. Readers see it.",
        ),
        (
            "direction: down",
            "direction: down\n    fix_limits: {until: 2024/25}",
            f"{AT} 15, {ONE}.fix_limits: 'because' is missing\n"
            "    Add because: a text. Why then, such as: before the programme began. "
            "Readers see it.",
        ),
        (
            "counts: events",
            "counts: events, cumulative: calendar_year",
            f"{AT} 4, metrics.visits.cumulative: 'calendar_year' is not one of the words for this\n"
            "    Known: financial_year.",
        ),
        (
            "direction: down",
            "direction:",
            f"{AT} 14, {ONE}.direction: nothing stands after the colon\n"
            "    Type one of up, down, none.",
        ),
        (
            "direction: down",
            "direction: down\n    headline: maybe",
            f'{AT} 15, {ONE}.headline: "maybe" is neither yes nor no\n    Type yes or no.',
        ),
        (
            "direction: down",
            "direction: down\n    compare_with: similar",
            f"{AT} 15, {ONE}.compare_with: a list is expected here\n"
            "    Type [similar], or one item a line after '- '.",
        ),
        (
            "direction: down",
            "direction: [down]",
            f"{AT} 14, {ONE}.direction: one text is expected here, not a list\n"
            "    Type it after the colon.",
        ),
        (
            "direction: down",
            "direction: down\n    baseline: {period: 2011-12}",
            f'{AT} 15, {ONE}.baseline.period: "2011-12" may be a month or a financial year\n'
            "    Type 2011/12 for the year, or 2011-12-01/2011-12-31 for the month.",
        ),
        (
            "direction: down",
            "direction: down\n    source: {title: x, released: 7/11/2023}",
            f'{AT} 15, {ONE}.source.released: "7/11/2023" is not a date\n'
            "    Type the year first: 2023-11-07 if the day stood first.",
        ),
        (
            "direction: down",
            "direction: down\n    targets: [{period: 2024, value: 18%}]",
            f'{AT} 15, {ONE}.targets.1.value: "18%" is not a number\n    Type 18.',
        ),
        (
            "direction: down",
            "direction: down\n    decimals: 1.5",
            f'{AT} 15, {ONE}.decimals: "1.5" is not a whole number\n    Type 1, without a point.',
        ),
        (
            "- id: loneliness",
            "- id: Lonely people",
            f'{AT} 9, indicators.Lonely people.id: "Lonely people" is not an id\n'
            "    Ids are lower-case letters, digits and _: type lonely_people.",
        ),
        (
            "- id: loneliness",
            "- {id: loneliness, title: x, unit: x, direction: up}\n  - id: loneliness",
            f"{AT} 10, {ONE}: 'loneliness' is defined a second time\n"
            "    It stands in line 9 already: keep one.",
        ),
    ],
)
def test_refusals(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in small.INDICATORS
    said = small.said(tmp_path, {FILE: small.INDICATORS.replace(old, new)})
    assert said == [message]


def test_an_unknown_key_is_guessed_and_what_is_missing_named(tmp_path: Path) -> None:
    text = small.INDICATORS.replace("direction: down", "directon: down")
    said = small.said(tmp_path, {FILE: text})
    assert len(said) == 2
    assert said[0].startswith(
        f"{AT} 14, {ONE}: there is no key 'directon' here\n    Did you mean 'direction'? Known: "
    )
    assert said[1] == (
        f"{AT} 9, {ONE}: 'direction' is missing\n"
        "    Add direction: one of up, down, none. Which way is better."
    )


def test_text_is_kept_as_typed(tmp_path: Path) -> None:
    text = small.INDICATORS + '    owner: no\n    identifiers: {phof: 0012, other: "1e3"}\n'
    indicator = small.inputs(tmp_path, {FILE: text}).indicators["loneliness"]
    assert indicator.owner == "no"
    assert dict(indicator.identifiers) == {"phof": "0012", "other": "1e3"}


def test_short_forms_and_renamed_keys(tmp_path: Path) -> None:
    text = small.INDICATORS.replace(
        "counts: events}",
        "counts: events, part_of: {metric: asked, same_period: no},\n"
        "           source: Diary, adds_up: [area],\n"
        "           breaks: [{from: 2024/25, because: New form}]}",
    )
    visits = small.inputs(tmp_path, {FILE: text}).metrics["visits"]
    assert visits.source == Source("Diary")
    assert visits.part_of == PartOf(visits.part_of.metric, same_period=False)  # type: ignore[union-attr]
    assert visits.breaks == (Break(parse("2024/25"), "New form"),)
    assert visits.sums_over == ("area",)


def test_an_indicator_without_a_method_is_published_as_given(tmp_path: Path) -> None:
    text = small.INDICATORS + (
        "  - {id: happy, title: Happiness, unit: out of 10, direction: up,\n"
        "     source: {title: Wellbeing, released: 2023-11-07}}\n"
    )
    inputs = small.inputs(tmp_path, {FILE: text})
    method = inputs.indicators["happy"].method
    assert isinstance(method, METHODS["published"])
    assert method.metrics == ("happy",)
    assert inputs.metrics["happy"].counts == "scores"
    assert inputs.metrics["happy"].source == Source("Wellbeing", released=date(2023, 11, 7))


def test_an_id_in_two_packages_names_both_places(tmp_path: Path) -> None:
    other = "datapackages/other/indicators.yml"
    text = "\n\nmetrics:\n  asked: {title: Asked again, counts: people}\n"
    said = small.said(tmp_path, {other: text})
    assert (
        "datapackages/other/indicators.yml line 4, metrics.asked: 'asked' is defined a second time"
        "\n    It stands at indicators.yml line 2 already: keep one."
    ) in said


def test_comments_after_values_are_let_through(tmp_path: Path) -> None:
    text = small.INDICATORS.replace("direction: down", "direction: down  # lower is better")
    text = text.replace('unit: "%"', 'unit: "%" #percent')
    assert text.count("#") == 2
    assert small.said(tmp_path, {FILE: text}) == []


@pytest.mark.parametrize("text", ["hello", "- a\n- b\n", "[" * 5000, "a: " * 3000, "\x07: x"])
def test_no_text_is_met_with_a_traceback(tmp_path: Path, text: str) -> None:
    said = small.said(tmp_path, {FILE: text})
    assert said[0].startswith("indicators.yml line 1")
