"""Live numbers in pages that people write: `{{ number("loneliness") }}` and `{% claim … %}`.

A page is parsed by Jinja and never rendered by it: only text and calls with literal arguments are
taken from the parsed page, everything else is refused (a sandbox is no limit: `"a" * 2000000000`
runs in one).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from jinja2 import Environment, TemplateSyntaxError, nodes

from generator.errors import Problem, Where, did_you_mean, error

from .calls import CALLS, Call, how_to_type
from .claims.tag import NO_END, UNREADABLE, ClaimTag, call_of

_HINT = (
    'A page may hold text, numbers such as {{ number("id") }} and claims such as '
    '{% claim "id", "on track" %}What you say{% endclaim %} in it, and blocks such as '
    '{{ chart("id") }} on lines of their own.'
)
_END_IT = "Type {% endclaim %} where its words end."
_JINJA = Environment(
    autoescape=True,
    keep_trailing_newline=True,
    extensions=[ClaimTag],
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
    open_claim = ""
    for part in _parts(template.body, Where(file, line=before)):
        if isinstance(part, Problem):
            problems.append(part)
        elif isinstance(part, Call):
            pieces.append(f"\ue000{len(calls)}\ue001")
            open_claim = f"\ue004{len(calls)}\ue005" if part.around else open_claim
            calls.append(part)
        else:
            pieces.append(part if isinstance(part, str) else open_claim)
    return "".join(pieces), tuple(calls), problems


@dataclass(frozen=True)
class _End:
    """Where the words of the claim before it end."""


_Part = str | Call | _End | Problem


def _parts(held: list[nodes.Node], start: Where, claimed: bool = False) -> Iterator[_Part]:
    """What stands in the page in its order; `claimed`, in the words of a claim."""
    for node in _outputs(held):
        where = replace(start, line=(start.line or 0) + _line(node))
        if isinstance(node, nodes.TemplateData):
            yield node.data
        elif isinstance(node, nodes.CallBlock) and (claim := call_of(node)):
            if claimed:
                yield error(where, "a claim can't stand in the words of another", _END_IT)
            else:
                yield from _claim(node.body, claim, start, where)
        else:
            made = _call(node, where)
            if claimed and isinstance(made, Call) and made.block:
                what = f"{made.name} can't stand in the words of a claim"
                made = error(where, what, "Put it on a line of its own.", made.name)
            yield made


def _claim(held: list[nodes.Node], call: nodes.Call, start: Where, where: Where) -> Iterator[_Part]:
    made, words = _arguments("claim", call, where), [*_parts(held, start, claimed=True)]
    if words and isinstance(words[0], str):
        words[0] = words[0].lstrip()
    if words and isinstance(words[-1], str):
        words[-1] = words[-1].rstrip()
    if not any(words):
        yield error(where, "a claim has no words", how_to_type("claim"))
    yield made
    yield from words
    if isinstance(made, Call):
        yield _End()


def _line(node: nodes.Node) -> int:
    """Its line; a few nodes have none of their own."""
    return node.lineno or next((n.lineno for n in node.find_all(nodes.Node) if n.lineno), 1)


def _outputs(held: list[nodes.Node]) -> Iterator[nodes.Node]:
    """What stands in the page in its order; a statement (`{% … %}`) is handed on whole."""
    for node in held:
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
    if name in CALLS and CALLS[name].around:
        return error(where, f"a {name} stands around words", how_to_type(name))
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


def _syntax(problem: TemplateSyntaxError, where: Where) -> Problem:
    unknown = re.search(r"unknown tag '(\w+)'", problem.message or "")
    if problem.message == NO_END:
        return error(where, NO_END, _END_IT)
    if problem.message == UNREADABLE:
        return error(where, f"claim takes {CALLS['claim'].words}", how_to_type("claim"))
    if unknown and unknown[1] == "endclaim":
        return error(where, "a claim ends that has not begun", how_to_type("claim"))
    if unknown:
        return error(where, f"a page holds no statements such as {{% {unknown[1]} %}}", _HINT)
    said = (problem.message or "").rstrip(".")
    if re.search("[“”„‘’]", said):
        what = "a call or a claim has curly quotes"
        return error(where, what, 'Type straight quotes, such as {{ number("id") }}.')
    return error(where, f"a call between {{{{ and }}}} can't be read: {said}", _HINT)
