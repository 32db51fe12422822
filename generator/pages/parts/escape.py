"""The one function by which a text enters a page.

A page is Markdown that holds HTML, so escaping what HTML minds is not enough: a text must hold no
character with a meaning to either. Letters, digits and spaces stand as they are; every other
character is written as a numeric reference.
"""

from __future__ import annotations

import unicodedata

from markupsafe import Markup

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the writing direction round: they would rearrange the text after them."""


def escape(value: object) -> Markup:
    """`value` as markup that shows exactly its text.

    Takes a str or an int; markup is left as it is. White space of any kind becomes one space
    each, control characters and halves of characters become U+FFFD. Raises TypeError for anything
    else: a page gets its values worded, so None or a float here is a mistake of ours.
    """
    if isinstance(value, Markup):
        return value
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise TypeError(f"a page takes words, not {value!r}")
    return Markup(str(value).translate(_SHOWN))


def _shown(character: str) -> str:
    if character == " " or character.isalnum():
        return character
    if character.isspace():
        return " "
    if character in _BIDI:
        return ""
    if unicodedata.category(character) in ("Cc", "Cs", "Cn"):
        return "&#65533;"
    return f"&#{ord(character)};"


class _Shown(dict[int, str]):
    """How each character is written, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = _shown(chr(code))
        return self[code]


_SHOWN = _Shown()
