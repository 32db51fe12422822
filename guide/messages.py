"""Every message that the generator can give, read off its source: what is wrong, what to type.

A message is written as two texts side by side, wherever it is made: what is wrong, without a full
stop, and a hint that ends with one. `…` stands for what is only known when it is given.
"""

from __future__ import annotations

import ast
import importlib
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import generator

from .texts import UNKNOWN, Texts, assigned

SOURCE = Path(generator.__file__).parent
ALONE = ("UnusableOutputError",)
"""Errors whose one text says both what is wrong and what to do."""


@dataclass(frozen=True, order=True)
class Message:
    """What is wrong, and what to type instead."""

    what: str
    hint: str


@dataclass(frozen=True)
class Section:
    """The messages of one module, under what the module says that it is about."""

    module: str
    about: str
    messages: tuple[Message, ...]


def sections(part: str) -> list[Section]:
    """The messages of each module of a folder of the generator, in the order of their names."""
    found = []
    for path in sorted((SOURCE / part).rglob("*.py")):
        name = ".".join(("generator", *path.relative_to(SOURCE).with_suffix("").parts))
        module = importlib.import_module(name.removesuffix(".__init__"))
        tree = ast.parse(path.read_text("utf-8"))
        whole = Texts(assigned(tree.body), module)
        made = (each for node in tree.body for each in _of_statement(node, whole))
        if messages := sorted(set(made)):
            about = (module.__doc__ or "").split("\n")[0]
            found.append(Section(name, about, tuple(messages)))
    return found


def _of_statement(node: ast.stmt, texts: Texts) -> Iterator[Message]:
    inside: list[ast.AST] = [n for n in ast.walk(node) if isinstance(n, ast.FunctionDef)]
    for function in inside or [node]:
        yield from _of_function(function, texts.within(function))


def _of_function(node: ast.AST, texts: Texts) -> Iterator[Message]:
    """Each two neighbours in a call or a tuple that are a message."""
    for each in ast.walk(node):
        held: Sequence[ast.expr] = ()
        if isinstance(each, ast.Call):
            held = each.args
            if isinstance(each.func, ast.Name) and each.func.id in ALONE:
                yield from (Message(text, "") for text in texts.of(held[0]))
        elif isinstance(each, ast.Tuple):
            held = each.elts
        for first, second in itertools.pairwise(held):
            for what, hint in texts.beside(first, second):
                if _is_message(what, hint):
                    yield Message(what, hint)


def _is_message(what: str, hint: str) -> bool:
    said = what.replace(UNKNOWN, "").strip(" \"'")
    return " " in said and not what.endswith((".", ":")) and hint.endswith(".") and " " in hint
