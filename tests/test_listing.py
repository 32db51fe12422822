"""Lists of problems, as people and programs read them."""

from __future__ import annotations

import json

from generator.errors import Problem, Where, error, warning
from generator.listing import as_json, few, github, summary, text


def numbers(times: int) -> list[Problem]:
    return [
        error(
            Where("data/metrics.csv", row=row, field="value"),
            f'"{row},0" is not a number',
            "Type it.",
        )
        for row in range(2, 2 + times)
    ]


NOTE = warning(Where("indicators.yml", line=9), "no source is named")


def test_no_problems() -> None:
    assert text([]) == "No problems."


def test_errors_first_then_the_count() -> None:
    assert text([NOTE, *numbers(2)]) == (
        'data/metrics.csv row 2, value: "2,0" is not a number\n'
        "    Type it.\n"
        'data/metrics.csv row 3, value: "3,0" is not a number\n'
        "    Type it.\n"
        "indicators.yml line 9: warning: no source is named\n"
        "2 errors and 1 warning."
    )


def test_twenty_of_a_kind_then_how_many_more() -> None:
    shown = few([*numbers(25), NOTE])
    assert len(shown) == 22
    assert str(shown[20]) == "data/metrics.csv, value: 5 more like those above"
    assert shown[21] == NOTE


def test_built_pages_with_one_wrong_link_are_of_a_kind() -> None:
    wrong = [
        error(Where(f"places/{n}/index.html"), f'the link "{n}" leads nowhere') for n in range(30)
    ]
    shown = few(wrong)
    assert len(shown) == 21
    assert str(shown[20]) == "other pages: 10 more like those above"


def test_problems_that_stand_for_many_are_counted() -> None:
    rest = error(Where("data/metrics.csv"), "980 more like those above", times=980)
    assert summary([*numbers(20), rest]) == "1,000 errors."


def test_other_kinds_are_not_held_back() -> None:
    other = error(Where("data/metrics.csv", row=99, field="area"), "no area is named")
    assert other in few([*numbers(25), other])


def test_json() -> None:
    said = json.loads(as_json([NOTE]))
    assert said == {
        "problems": [
            {
                "level": "warning",
                "file": "indicators.yml",
                "row": None,
                "line": 9,
                "field": None,
                "value": None,
                "what": "no source is named",
                "hint": "",
            }
        ],
        "errors": 0,
        "warnings": 1,
    }


def test_github_from_the_folder_that_it_ran_in() -> None:
    lines = github([*numbers(1), NOTE], "examples/thornby").split("\n")
    assert lines == [
        "::error file=examples/thornby/data/metrics.csv,line=2::"
        'value: "2,0" is not a number. Type it.',
        "::warning file=examples/thornby/indicators.yml,line=9::no source is named",
        "1 error and 1 warning.",
    ]


def test_no_value_can_give_github_a_command() -> None:
    hostile = error(Where("a,b:c.csv", row=2), '"\n::add-mask::x\r%0A" is not a number')
    said = github([hostile])
    assert said.count("\n") == 1 and "\r" not in said
    assert said.startswith('::error file=a%2Cb%3Ac.csv,line=2::"%0A::add-mask::x%0D%250A" is not')
