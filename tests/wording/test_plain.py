from __future__ import annotations

import pytest

from generator.wording import plain


def test_the_grade_is_that_of_the_formula() -> None:
    # 6 words of 6 syllables in 1 sentence: 0.39 × 6 + 11.8 × 1 − 15.59 = −1.45.
    assert plain.grade(["The cat sat on the mat."]) == pytest.approx(-1.45)
    # 4 words of 2 + 1 + 5 + 3 groups of vowels in 2 sentences.
    assert plain.grade(["Alder grows.", "Everybody remembers."]) == pytest.approx(
        0.39 * 2 + 11.8 * (2 + 1 + 5 + 3) / 4 - 15.59
    )
    assert plain.grade([]) == 0


def test_long_sentences_and_paragraphs_are_told() -> None:
    assert plain.hard("word " * 25) == ""
    # A small letter starts no sentence.
    assert plain.hard("Short. " + "word " * 26) == (
        'a sentence has 27 words: "Short. word word word word word …"'
    )
    assert plain.hard("Short. Word " + "word " * 25) == (
        'a sentence has 26 words: "Word word word word word word …"'
    )
    assert plain.hard("One is. Two is. Three is.") == ""
    assert plain.hard("One is. Two is. Three is. Four is.") == "a paragraph has 4 sentences"


def test_a_short_text_has_no_grade() -> None:
    hard = "Organisational accountability necessitates comprehensive documentation."
    assert plain.too_high([hard]) == ""
    assert plain.too_high([hard] * 20).startswith("the text reads at grade 4")
    assert plain.too_high(["The cat sat on the mat."] * 20) == ""
