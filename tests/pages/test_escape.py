from __future__ import annotations

import html

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.pages.parts.escape import escape

# findings.md, section 6: this cell became a live link, emphasis and a heading.
HOSTILE = "[click](javascript:alert(1)) *x* \n# H\n\n<script>x</script> `a` __b__ {{ 7 }} &amp;"


def test_letters_digits_and_spaces_stand_as_they_are() -> None:
    assert escape("Ynys Môn 21") == "Ynys Môn 21"


def test_everything_else_is_a_reference_and_reads_the_same() -> None:
    escaped = escape(HOSTILE)
    assert not set(escaped) & set("[]()*_`<>{}\n:.\"'")
    assert html.unescape(escaped) == HOSTILE.replace("\n", " ")


def test_a_hostile_text_has_no_meaning_to_markdown() -> None:
    shown = markdown.markdown(str(escape(HOSTILE)), extensions=["extra", "md_in_html", "toc"])
    assert shown.startswith("<p>") and shown.count("<") == 2


@given(st.text())
def test_any_text_stays_one_line_of_text(text: str) -> None:
    escaped = str(escape(text))
    assert "\n" not in escaped and "<" not in escaped
    assert all(c.isalnum() or c in " &#;" for c in escaped)


def test_control_characters_and_turned_writing_do_not_enter() -> None:
    assert escape("a\x00b\u202ec\u2066") == "a&#65533;bc"


def test_markup_is_left_alone() -> None:
    assert escape(Markup("<b>x</b>")) == "<b>x</b>"


@pytest.mark.parametrize("value", [None, 1.5, float("nan"), True])
def test_what_is_not_worded_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="a page takes words, not"):
        escape(value)
