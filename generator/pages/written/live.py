"""Live numbers in pages that people write: `{{ number("loneliness") }}` and what it stands for.

A page is parsed by Jinja and never rendered by it: only text and calls with literal arguments are
taken from the parsed page, everything else is refused (a sandbox is no limit: `"a" * 2000000000`
runs in one).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2 import Environment, TemplateSyntaxError, nodes

from generator.errors import Problem, Where, did_you_mean, error

from .calls import CALLS, Call, how_to_type

NOT_YET = ("claim",)

_HINT = (
    'A page may hold text, numbers such as {{ number("id") }} in it, and blocks such as '
    '{{ chart("id") }} on lines of their own.'
)
_JINJA = Environment(
    autoescape=True,
    keep_trailing_newline=True,
    # `## Title {#part}` would start a comment: no page holds this instead (see `content`).
    comment_start_string="\ue002",
    comment_end_string="\ue003",
)


def read(text: str, file: str, before: int = 0) -> tuple[str, tuple[Call, ...], list[Problem]]:
    """The text with a holder for each call, the calls, and what a page may not hold.

    `before` is how many lines of the file stand before `text`.
    """
    try:
        template = _JINJA.parse(text)
    except TemplateSyntaxError as problem:
        return "", (), [_syntax(problem, Where(file, line=before + problem.lineno))]
    except RecursionError:
        return (
            "",
            (),
            [error(Where(file), "a call between {{ and }} holds too many brackets", _HINT)],
        )
    pieces: list[str] = []
    calls: list[Call] = []
    problems: list[Problem] = []
    for node in _outputs(template):
        where = Where(file, line=before + _line(node))
        if isinstance(node, nodes.TemplateData):
            pieces.append(node.data)
            continue
        made = _call(node, where)
        if isinstance(made, Problem):
            problems.append(made)
        else:
            pieces.append(f"\ue000{len(calls)}\ue001")
            calls.append(made)
    return "".join(pieces), tuple(calls), problems


def _line(node: nodes.Node) -> int:
    """Its line; a few nodes have none of their own."""
    return node.lineno or next((n.lineno for n in node.find_all(nodes.Node) if n.lineno), 1)


def _outputs(template: nodes.Template) -> Iterator[nodes.Node]:
    """What stands in the page in its order; a statement (`{% … %}`) is handed on whole."""
    for node in template.body:
        if isinstance(node, nodes.Output):
            yield from node.nodes
        else:
            yield node


def _call(node: nodes.Node, where: Where) -> Call | Problem:
    if isinstance(node, nodes.Stmt):
        name = type(node).__name__
        return error(where, f"a page holds no statements such as {{% … %}} (here: {name})", _HINT)
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        return error(
            where, "what stands between {{ and }} is not a call that a page may hold", _HINT
        )
    name = node.node.name
    if name in NOT_YET:
        return _not_yet(name, where)
    if name not in CALLS:
        return error(where, f"there is no '{name}' to call", did_you_mean(name, CALLS), name)
    return _arguments(name, node, where)


def _arguments(name: str, node: nodes.Call, where: Where) -> Call | Problem:
    takes = CALLS[name]
    unknown = [each.key for each in node.kwargs if each.key not in takes.named]
    if unknown and takes.named:
        hint = did_you_mean(unknown[0], takes.named)
        return error(where, f"{name} takes no '{unknown[0]}'", hint, unknown[0])
    literal = [each.value for each in node.args if isinstance(each, nodes.Const)]
    named = {
        each.key: each.value.value for each in node.kwargs if isinstance(each.value, nodes.Const)
    }
    given = dict(zip(takes.row, literal, strict=False)) | named
    right = (
        not unknown
        and takes.least <= len(literal) == len(node.args) <= len(takes.row)
        and len(named) == len(node.kwargs)
        and node.dyn_args is node.dyn_kwargs is None
        and all(isinstance(each, str) and each for each in given.values())
    )
    if not right:
        return error(where, f"{name} takes {takes.words}", how_to_type(name))
    return Call(name, given, where)


def _not_yet(name: str, where: Where) -> Problem:
    return error(where, f"{name} is not read yet in pages written by hand", _HINT, name)


def _syntax(problem: TemplateSyntaxError, where: Where) -> Problem:
    unknown = re.search(r"unknown tag '(\w+)'", problem.message or "")
    if unknown and unknown[1] in (*NOT_YET, *(f"end{name}" for name in NOT_YET)):
        return _not_yet(unknown[1], where)
    if unknown:
        return error(where, f"a page holds no statements such as {{% {unknown[1]} %}}", _HINT)
    said = (problem.message or "").rstrip(".")
    if re.search("[“”„‘’]", said):
        what = "a call between {{ and }} has curly quotes"
        return error(where, what, 'Type straight quotes, such as {{ number("id") }}.')
    return error(where, f"a call between {{{{ and }}}} can't be read: {said}", _HINT)
