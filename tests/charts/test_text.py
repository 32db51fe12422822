from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.charts.text import clean, width, wrap


def test_widths_are_dejavus() -> None:
    """findings.md: "Sutton Coldfield Wylde Green" at 14 px is 207 px in DejaVu Sans."""
    assert width("Sutton Coldfield Wylde Green", 14) == pytest.approx(207, abs=0.5)


def test_bold_is_wider_and_unknown_scripts_widest() -> None:
    assert width("Birmingham", 15, bold=True) > width("Birmingham", 15)
    assert width("漢", 10) == 13.5


def test_an_accent_that_stands_over_a_letter_takes_no_room() -> None:
    assert width("e\u0301", 15) == width("e", 15)


def test_lines_break_between_words() -> None:
    assert wrap("Blackburn with Darwen", 90, 15) == ("Blackburn", "with", "Darwen")
    assert wrap("Blackburn with Darwen", 1000, 15) == ("Blackburn with Darwen",)
    assert wrap("", 90, 15) == ("",)


@settings(deadline=None, derandomize=True)
@given(st.text(max_size=80), st.floats(30, 200), st.booleans())
def test_nothing_is_cut_and_no_line_is_too_wide(text: str, limit: float, bold: bool) -> None:
    lines = wrap(clean(text), limit, 15, bold)
    assert "".join("".join(lines).split()) == "".join(clean(text).split())
    assert all(width(line, 15, bold) <= limit or len(line) == 1 for line in lines)


def test_control_characters_become_blanks() -> None:
    assert clean(" a\x00b\n\n c\u2028d ") == "a b c d"


def test_a_word_too_wide_breaks_after_a_hyphen_where_it_has_one() -> None:
    limit = width("Kirkby-in-the-V", 14.5)
    assert wrap("Kirkby-in-the-Vale", limit, 14.5) == ("Kirkby-in-the-", "Vale")
