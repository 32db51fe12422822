"""`{% claim "id", "improved since baseline" %}words{% endclaim %}`, taught to Jinja's parser."""

from __future__ import annotations

from jinja2 import TemplateSyntaxError, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser

_NAME = "\ue006claim"
"""No name that can be typed: `{% call claim(…) %}` is no second way to write it."""
NO_END, UNREADABLE = "a claim has no end", "what a claim takes can't be read"
"""What is said where it can't be parsed; the line is that of its start."""


class ClaimTag(Extension):
    """Parses a claim as a block that calls something: see `call_of`."""

    tags = frozenset(("claim",))  # type: ignore[assignment]

    def parse(self, parser: Parser) -> nodes.Node:
        """The claim with the nodes of its words. Raises TemplateSyntaxError."""
        line = next(parser.stream).lineno
        call = nodes.Call(nodes.Name(_NAME, "load"), *_arguments(parser, line), None, None)
        try:
            body = parser.parse_statements(("name:endclaim",), drop_needle=True)
        except TemplateSyntaxError:
            if parser.stream.current.type == "eof":
                raise TemplateSyntaxError(NO_END, line) from None
            raise
        return nodes.CallBlock(call, [], [], body).set_lineno(line)


def call_of(node: nodes.CallBlock) -> nodes.Call | None:
    """What a claim calls, None where the block is none."""
    name = node.call.node
    return node.call if isinstance(name, nodes.Name) and name.name == _NAME else None


def _arguments(parser: Parser, line: int) -> tuple[list[nodes.Expr], list[nodes.Keyword]]:
    """Those in a row and those with a name, up to the end of the tag."""
    row, named = list[nodes.Expr](), list[nodes.Keyword]()
    try:
        while parser.stream.current.type != "block_end":
            if row or named:
                parser.stream.expect("comma")
            if parser.stream.current.type == "name" and parser.stream.look().type == "assign":
                key = next(parser.stream).value
                next(parser.stream)
                named.append(nodes.Keyword(key, parser.parse_expression()))
            else:
                row.append(parser.parse_expression())
    except TemplateSyntaxError as problem:
        if "unexpected char" in (problem.message or ""):  # curly quotes have words of their own
            raise
        raise TemplateSyntaxError(UNREADABLE, line) from None
    return row, named
