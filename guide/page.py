"""DATA.md: the text of data.md with everything in it that the code says."""

from __future__ import annotations

import importlib
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator import cli
from generator.model import verdicts, words
from generator.packages import cells, contents, descriptors, header, schema, tables
from generator.packages.meanings import under
from generator.pages.written.calls import CALLS
from generator.pages.written.claims.wordings import FORMS
from generator.publish import change, fields

from . import columns, keys, meanings, messages
from .markdown import code, table

FOLDER = Path(__file__).parent
FILE = FOLDER.parent / "DATA.md"
AS_FLAGS = {"Flag": words.FLAG_MEANINGS}
"""Closed lists whose meanings stand elsewhere than under them."""


def text() -> str:
    """What DATA.md holds."""
    # The samples hold braces, so what is filled in stands between << and >>.
    # Nothing is escaped: it is Markdown of our own.
    markdown = Environment(
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        variable_start_string="<<",
        variable_end_string=">>",
        block_start_string="<%",
        block_end_string="%>",
        comment_start_string="<#",
        comment_end_string="#>",
        autoescape=False,
    )
    markdown.globals |= {
        "columns": columns.columns,
        "forms": columns.forms,
        "keys": lambda path: keys.keys(_named(path)),
        "methods": keys.methods,
        "words": closed_list,
        "verdicts": verdict_list,
        "messages": message_list,
        "out": lambda name: columns.written(getattr(fields, name)),
        "changes": columns.written(change.COLUMNS),
        "roles": ", ".join(map(code, schema.ROLES)),
        "descriptor_keys": ", ".join(map(code, descriptors.PACKAGE_KEYS)),
        "calls": call_list(),
        "claims": claim_list(),
        "limits": limits(),
        "exit_codes": exit_codes(),
    }
    return markdown.get_template("data.md").render()


def _named(path: str) -> type:
    """`metric.Metric` → the class."""
    module, _, name = path.partition(".")
    found: type = getattr(importlib.import_module(f"generator.model.{module}"), name)
    return found


def closed_list(name: str) -> str:
    """The words of a closed list with their meanings."""
    about, said = meanings.of_words(under(words).get(name, ""))
    rows = [(code(word), (AS_FLAGS.get(name) or said)[word]) for word in keys.listed()[name]]
    return table((about.removesuffix(".") or "word", ""), rows)


def verdict_list(name: str) -> str:
    """The verdicts of a reading with their meanings."""
    about, said = meanings.of_words(under(verdicts)[name])
    return f"{about}\n\n" + table(("verdict", "it means"), said.items())


def message_list(part: str) -> str:
    """The messages of a folder of the generator, a table a module."""
    pieces = []
    for section in messages.sections(part):
        rows = [(each.what, each.hint) for each in section.messages]
        pieces.append(f"**{section.about}**\n\n{table(('it says', 'type instead'), rows)}")
    return "\n\n".join(pieces)


def call_list() -> str:
    """The calls of a page written by hand: how each is typed, what it takes, where it stands."""
    rows = [
        (
            ", ".join(map(code, call.typed)),
            call.words,
            "alone on its line" if call.block else "in a sentence",
        )
        for call in CALLS.values()
    ]
    return table(("call", "it takes", "it stands"), rows)


def claim_list() -> str:
    """How a claim of each reading is written, with an example."""
    rows = [(reading, code(form), code(example)) for reading, form, example in FORMS]
    return table(("reading", "written", "such as"), rows)


def limits() -> str:
    """The sizes over which nothing is read."""
    files = [
        (f"`{ending}` file", f"{size // contents.MEGABYTE} MB")
        for ending, size in contents.LARGEST.items()
    ]
    rest = [
        ("rows of a table", f"{tables.MOST_ROWS:,}"),
        ("columns of a table", f"{header.MOST_COLUMNS}"),
        ("characters of a cell", f"{cells.LONGEST:,}"),
    ]
    return table(("of a", "at most"), [*files, *rest])


def exit_codes() -> str:
    """The exit codes as the command line's own text has them."""
    said = " ".join((cli.__doc__ or "").split("Exit codes: ")[1].split())
    return table(("exit code", ""), (each.split(" ", 1) for each in said.strip(".").split(" · ")))
