"""Slips in YAML said in plain words: what stands in the line, and how to mend it."""

from __future__ import annotations

import re

import yaml

from .cells import quoted

Slip = tuple[int, str, str]
"""The line, what is wrong there, and what to type instead."""
Fault = tuple[str, str]

_SWALLOWED = re.compile(r"[ \t]+(#[^\s#\0][^\r\n\0]*)")
_CURLY = re.compile(r"[“”„]([^“”„]*)[“”]|[‘’‚]([^‘“”]*)[‘’]", re.DOTALL)


def of_text(event: yaml.ScalarEvent) -> Fault | None:
    """What was most likely meant in another way in a text without quotes.

    A comment after a value has a space after its `#`; where there is none (`Satisfaction #1`),
    the text most likely goes on, and YAML would leave the rest out without a word.
    """
    mark = event.end_mark
    if mark and mark.buffer and (rest := _SWALLOWED.match(mark.buffer, mark.pointer)):
        return (
            f"YAML would leave {quoted(rest[1])} out as a comment",
            "Put quotes around the whole text if the # belongs to it; type a space after the # if "
            "a comment follows.",
        )
    if curly := _CURLY.fullmatch(event.value):
        inside = (curly[1] or curly[2] or "").replace("\n", " ")
        return (
            f"curly quotes stand around {quoted(inside)}",
            "Type straight quotes. If the curly ones belong to the text, put straight ones around "
            "them.",
        )
    return None


def of_syntax(broken: yaml.MarkedYAMLError, text: str) -> Slip:
    """What keeps a file from being read as YAML."""
    said, mark = broken.problem or broken.context or "", broken.problem_mark or broken.context_mark
    opened = broken.context_mark or mark
    if mark is None or opened is None:
        return 1, "this cannot be read as YAML", "Put quotes around text that holds ': ' or ' #'."
    lines = text.splitlines() or [""]
    at = min(mark.line, len(lines) - 1)
    line, stands = lines[at], quoted(lines[at].strip())
    if "'\\t'" in said:
        return at + 1, "a tab stands where YAML takes only spaces", "Type spaces there."
    if "cannot start any token" in said:
        sign = said.partition("character ")[2].split()[0]
        return (
            at + 1,
            f"a text cannot start with {sign} here",
            'Put quotes around the text, such as "%".',
        )
    if "quoted scalar" in (broken.context or ""):
        return (
            opened.line + 1,
            f"a quotation mark opens here and is not closed: {_stands(lines, opened.line)}",
            "Close it at the end of the text.",
        )
    if re.search(r": ", line[: mark.column]) and ("mapping values" in said or "got ':'" in said):
        return (
            at + 1,
            f"a text holds a colon and has no quotes around it: {stands}",
            _in_quotes(line),
        )
    if said.startswith("expected ',' or"):
        return (
            opened.line + 1,
            f"a bracket opens here and is not closed: {_stands(lines, opened.line)}",
            "Close it, part what stands in it by commas, and put quotes around text that holds "
            "a comma, a colon or a bracket.",
        )
    before = lines[at - 1] if at else ""
    lacks_colon = "mapping values" in said and before.strip() and ":" not in before
    if "could not find expected ':'" in said or lacks_colon:
        at = at - 1 if lacks_colon else min(opened.line, len(lines) - 1)
        return (
            at + 1,
            f"a key has no colon after it: {_stands(lines, at)}",
            "Type the key, a colon, a space and the value.",
        )
    if line[: mark.column].strip() and "mapping values" not in said:
        return (
            at + 1,
            f"something follows the text that does not belong to it: {stands}",
            "Put double quotes around the whole text after the colon.",
        )
    return (
        at + 1,
        f"the line does not start below those it belongs with: {stands}",
        "Start it as far to the right as the keys or the '- ' it belongs with, in spaces.",
    )


def _stands(lines: list[str], at: int) -> str:
    return quoted(lines[min(at, len(lines) - 1)].strip())


def _in_quotes(line: str) -> str:
    """The line's value in quotes, where the line holds nothing but a key and it."""
    found = re.fullmatch(r"\s*(?:- )?(\w+): +([^\"'{\[\\]+)", line)
    if not found:
        return "Put quotes around the text that holds the colon."
    return f'Type {found[1]}: "{found[2].strip()}".'
