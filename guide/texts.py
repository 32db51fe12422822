"""Expressions of a program's source as the texts that they may be."""

from __future__ import annotations

import ast
import inspect
import itertools
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import FunctionType, ModuleType

UNKNOWN = "…"
GUESS = f"Did you mean {UNKNOWN}? Known: {UNKNOWN}."
"""What `did_you_mean` gives."""
Names = Mapping[str, Sequence[ast.expr]]


def assigned(nodes: Iterable[ast.AST]) -> Names:
    """What is given to each name, in the order written."""
    found: dict[str, list[ast.expr]] = {}
    for node in (each for each in nodes if isinstance(each, ast.Assign)):
        for target in node.targets:
            pairs = [(target, node.value)]
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                pairs = list(zip(target.elts, node.value.elts, strict=True))
            for name, value in pairs:
                if isinstance(name, ast.Name):
                    found.setdefault(name.id, []).append(value)
    return found


@dataclass(frozen=True)
class Texts:
    """`names` are what is assigned where the expression stands, `ends` the last lines of what
    leaves the function there, `asked` the functions on the way."""

    names: Names
    module: ModuleType
    ends: tuple[int, ...] = ()
    asked: frozenset[str] = frozenset()

    def within(self, function: ast.AST) -> Texts:
        """The same with the names that are assigned in the function."""
        names = {**self.names, **assigned(ast.walk(function))}
        left = [each for each in ast.walk(function) if isinstance(each, ast.Return | ast.Raise)]
        return replace(self, names=names, ends=tuple(each.end_lineno or 0 for each in left))

    def beside(self, first: ast.expr, second: ast.expr) -> Iterator[tuple[str, str]]:
        """The two as pairs of texts; of names assigned in several places, those assigned nearest
        to one another."""
        for what in self._meant(first):
            near = sorted(self._meant(second), key=lambda hint: abs(hint.lineno - what.lineno))
            for hint in near[:1]:
                yield from itertools.product(self.of(what), self.of(hint))

    def _meant(self, node: ast.expr) -> Sequence[ast.expr]:
        """The expressions assigned to a name from which its place is reached, else itself."""
        named = self.names.get(node.id, ()) if isinstance(node, ast.Name) else ()
        before = [value for value in named if value.lineno <= node.lineno] or named
        reach = [n for n in before if not any(n.lineno < end < node.lineno for end in self.ends)]
        return reach or [node]

    def of(self, node: ast.expr) -> list[str]:
        """All texts that the expression may be; none where it is none."""
        match node:
            case ast.Constant(value=str(text)):
                return [text]
            case ast.JoinedStr(values=parts):
                return self._joined(parts)
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return self._joined([left, right])
            case ast.FormattedValue(value=ast.Name() | ast.IfExp() | ast.Call() as value):
                return self.of(value)
            case ast.IfExp(body=yes, orelse=no):
                return [*self.of(yes), *self.of(no)]
            case ast.BoolOp(values=values):
                return [text for value in values for text in self.of(value)]
            case ast.Name(id=name) if name in self.names:
                others = {known: given for known, given in self.names.items() if known != name}
                rest = replace(self, names=others)
                return [text for value in self.names[name] for text in rest.of(value)]
            case ast.Name(id=name):
                known = getattr(self.module, name, None)
                return [known] if isinstance(known, str) else []
            case ast.Call(func=ast.Name(id="did_you_mean")):
                return [GUESS]
            case ast.Call(func=ast.Name(id=name)):
                return self._returned(getattr(self.module, name, None))
            case ast.Call(func=ast.Attribute(value=ast.Name(id=module), attr=name)):
                return self._returned(getattr(getattr(self.module, module, None), name, None))
        return []

    def _joined(self, parts: Sequence[ast.expr]) -> list[str]:
        each = [self.of(part) or [UNKNOWN] for part in parts]
        return [re.sub("…+", UNKNOWN, "".join(chosen)) for chosen in itertools.product(*each)]

    def _returned(self, function: object) -> list[str]:
        """The texts that one of our functions may return."""
        if not isinstance(function, FunctionType) or function.__qualname__ in self.asked:
            return []
        module = inspect.getmodule(function)
        if module is None or not module.__name__.startswith("generator."):
            return []
        tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
        inner = Texts(assigned(ast.walk(tree)), module, asked=self.asked | {function.__qualname__})
        returned = (each.value for each in ast.walk(tree) if isinstance(each, ast.Return))
        return [text for value in returned if value is not None for text in inner.of(value)]
