from __future__ import annotations

import pytest

from generator.pages.written import live
from generator.pages.written.calls import CALLS

FILE = "content/about.md"


def said(text: str) -> list[str]:
    return [f"{each.where} – {each.what}" for each in live.read(text, FILE, before=4)[2]]


def test_calls_are_taken_out_and_the_text_is_left_as_it_is() -> None:
    text = '## Now {#now}\n\n{{ number("a") }} and {{ finding("b", place="E05") }}\n'
    held, calls, problems = live.read(text, FILE, before=4)
    assert held == "## Now {#now}\n\n\ue0000\ue001 and \ue0001\ue001\n"
    assert [(c.name, c.id, c.place, c.where.line) for c in calls] == [
        ("number", "a", "", 7),
        ("finding", "b", "E05", 7),
    ]
    assert problems == []


def test_the_words_of_a_claim_are_held_between_two_marks() -> None:
    text = 'So {% claim "a", "on track", group="b=c" %} *few* {{ number("a") }}\n{% endclaim %}.'
    held, calls, problems = live.read(f"\n{text}", FILE, before=4)
    assert held == "\nSo \ue0000\ue001*few* \ue0001\ue001\ue0040\ue005."
    assert [(dict(c.given), c.where.line, c.around) for c in calls] == [
        ({"id": "a", "says": "on track", "group": "b=c"}, 6, True),
        ({"id": "a"}, 6, False),
    ]
    assert problems == []


_TAKES = "claim takes the id of one indicator, what is said of it, and maybe a place, a group, a"
CLAIMS = {
    '{% claim "a" %}x{% endclaim %}': _TAKES,
    "{% claim %}x{% endclaim %}": _TAKES,
    '{% claim "a" "b" %}x{% endclaim %}': _TAKES,
    '{% claim ("a", "b") %}x{% endclaim %}': _TAKES,
    '{% claim *["a", "b"] %}x{% endclaim %}': _TAKES,
    '{% claim a, "b" %}x{% endclaim %}': _TAKES,
    '{% claim "a", "b" * 2000000000 %}x{% endclaim %}': _TAKES,
    '{% claim "a", "b", place="c", place="d" %}x{% endclaim %}': _TAKES,
    '{% claim "a", "b", plce="c" %}x{% endclaim %}': "claim takes no 'plce'",
    '{% claim "a", "b" %}x': "a claim has no end",
    "x{% endclaim %}": "a claim ends that has not begun",
    '{% claim "a", "b" %} {% endclaim %}': "a claim has no words",
    '{% claim "a", "b" %}{% claim "c", "d" %}x{% endclaim %}{% endclaim %}': (
        "a claim can't stand in the words of another"
    ),
    '{% claim "a", "b" %}{{ tile("a") }}{% endclaim %}': (
        "tile can't stand in the words of a claim"
    ),
    '{% claim "a", "b" %}{% if 1 %}x{% endif %}{% endclaim %}': "a page holds no statements such",
    '{{ claim("a", "b") }}': "a claim stands around words",
    '{% call claim("a", "b") %}x{% endcall %}': "a page holds no statements such as {% … %}",
    "{% claim “a”, “b” %}x{% endclaim %}": "a call or a claim has curly quotes",
}


@pytest.mark.parametrize("text", CLAIMS)
def test_a_claim_that_is_not_whole_is_refused_with_its_line(text: str) -> None:
    (problem,) = live.read(f"\n\n{text}", FILE)[2]
    assert problem.what.startswith(CLAIMS[text])
    assert problem.where.line == 3
    assert problem.hint


def test_an_unknown_name_gets_a_guess() -> None:
    (problem,) = live.read('{{ numbr("a") }}', FILE)[2]
    assert problem.what == "there is no 'numbr' to call"
    assert problem.hint == "Did you mean 'number'? Known: " + ", ".join(sorted(CALLS)) + "."


EXPRESSIONS = (
    "1 + 1",
    '"a" * 2000000000',
    "settings.contact",
    'number("a").real',
    'number("a") | upper',
    'number("a")[0]',
    '[number("a")]',
    '"".__class__.__mro__',
    "number",
    'number("a") if true else 1',
    'settings.number("a")',
    '"text"',
    'number("a") ~ "b"',
)


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_expressions_are_refused(expression: str) -> None:
    assert said(f"x\n{{{{ {expression} }}}}") == [
        "content/about.md line 6 – what stands between {{ and }} is not a call that a page may hold"
    ]


ARGUMENTS = (
    "number()",
    "number(3)",
    "number(a)",
    'number("a" + "b")',
    'number("a", "b")',
    'number("a", area="E05")',
    'number("a", place=b)',
    'number("a", place=3)',
    'number("a", place="b", place="c")',
    'number(*["a"])',
    'number(**{"id": "a"})',
    'number("a" | upper)',
    'number(number("a"))',
    "number(true)",
)


@pytest.mark.parametrize("call", ARGUMENTS)
def test_arguments_are_texts_in_quotes(call: str) -> None:
    (problem,) = live.read(f"{{{{ {call} }}}}", FILE)[2]
    assert problem.what in (
        "number takes the id of one indicator, and maybe a place and a group, in quotes",
        "number takes no 'area'",
        "what stands between {{ and }} is not a call that a page may hold",
        "a call between {{ and }} can't be read: keyword argument repeated: place",
    )
    assert problem.where.line == 1


STATEMENTS = (
    "{% for x in [1] %}y{% endfor %}",
    "{% if true %}y{% endif %}",
    "{% set x = 1 %}",
    '{% include "macros.html" %}',
    '{% import "macros.html" as m %}',
    '{% from "macros.html" import link %}',
    '{% extends "page.html" %}',
    "{% macro m() %}y{% endmacro %}",
    "{% block b %}y{% endblock %}",
    "{% filter upper %}y{% endfilter %}",
    "{% with x = 1 %}y{% endwith %}",
    "{% call number() %}y{% endcall %}",
    "{% autoescape false %}y{% endautoescape %}",
    "{% do x %}",
    "{% debug %}",
)


@pytest.mark.parametrize("statement", STATEMENTS)
def test_statements_are_refused(statement: str) -> None:
    (problem,) = live.read(f"\n\n{statement}", FILE)[2]
    assert problem.what.startswith("a page holds no statements such as {% ")
    assert problem.where.line == 3


def test_what_jinja_cannot_read_is_said_with_its_line() -> None:
    (wrong,) = said('a\nb\n{{ number("a" }}')
    assert wrong.startswith("content/about.md line 7 – a call between {{ and }} can't be read: ")


def test_curly_quotes_in_a_call_are_told() -> None:
    (problem,) = live.read("a\n{{ number(“loneliness”) }}", FILE)[2]
    assert problem.what == "a call or a claim has curly quotes"
    assert problem.hint == 'Type straight quotes, such as {{ number("id") }}.'
    assert problem.where.line == 2


def test_raw_text_shows_its_braces() -> None:
    held, calls, problems = live.read('{% raw %}{{ number("a") }}{% endraw %}', FILE)
    assert (held, calls, problems) == ('{{ number("a") }}', (), [])
