from __future__ import annotations

import pytest
from jinja2 import TemplateRuntimeError, UndefinedError, nodes

from generator.pages.parts.environment import TEMPLATES, environment, one_block

ALLOWED_FILTERS: set[str] = set()


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.html")), ids=lambda path: path.name)
def test_no_template_goes_round_the_escaping(path: object) -> None:
    name = path.name  # type: ignore[attr-defined]
    tree = environment().parse((TEMPLATES / name).read_text("utf-8"))
    assert not list(tree.find_all((nodes.Concat, nodes.MarkSafe, nodes.MarkSafeIfAutoescape)))
    assert {f.name for f in tree.find_all(nodes.Filter)} <= ALLOWED_FILTERS
    assert not list(tree.find_all((nodes.ScopedEvalContextModifier, nodes.Mod)))


def test_a_value_is_escaped_for_markdown_too() -> None:
    made = environment().from_string("<p title='{{ x }}'>{{ x }}</p>").render(x="*a*'")
    assert made == "<p title='&#42;a&#42;&#39;'>&#42;a&#42;&#39;</p>"


def test_a_value_that_goes_through_macros_is_escaped_once() -> None:
    source = "{% macro m(x) %}<b>{{ x }}</b>{% endmacro %}{% set y %}{{ m(x) }}{% endset %}{{ y }}"
    assert environment().from_string(source).render(x="<") == "<b>&#60;</b>"


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises((UndefinedError, TemplateRuntimeError), match="'x' is undefined"):
        environment().from_string("{{ x }}").render()


def test_a_page_is_one_block() -> None:
    assert one_block("  <div>\n\n   <p>\n\t\n</p></div>\n\n") == "<div>\n<p>\n</p></div>\n"
