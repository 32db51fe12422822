"""Jinja, as the pages use it: every value escaped, every name known, no blank line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Undefined
from markupsafe import Markup

from .escape import escape

TEMPLATES = Path(__file__).parents[1] / "templates"


def _finalize(value: object) -> Markup:
    if isinstance(value, Undefined):
        str(value)  # StrictUndefined raises, naming what is missing
    return escape(value)


def environment() -> Environment:
    """An environment that reads `templates/` and nothing else.

    `autoescape` makes the output of macros and `{% set %}` blocks markup; `finalize` runs before
    it and is where a text is escaped. Concatenation and filters that join would go round it, so
    a test keeps them out of the templates.
    """
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )


_ENVIRONMENT = environment()


def render(template: str, **values: Any) -> str:
    """The HTML that `templates/<template>.html` makes of `values`.

    One block: a blank line inside would end it for Markdown, so there is none.
    """
    return one_block(_ENVIRONMENT.get_template(f"{template}.html").render(**values))


def one_block(html: str) -> str:
    """`html` without blank lines and indentation."""
    lines = (line.strip() for line in html.split("\n"))
    return "\n".join(line for line in lines if line) + "\n"


def block(macro: str, *values: Any, **named: Any) -> str:
    """The HTML that a macro of `macros.html` makes: for live blocks in pages written by hand."""
    module = _ENVIRONMENT.get_template("macros.html").module
    return one_block(str(getattr(module, macro)(*values, **named)))
