"""What the source says of a name right under it: the text that follows its definition.

What a key means is written once, beside the key; hints and DATA.md take it from there.
"""

from __future__ import annotations

import ast
import inspect
import itertools
import textwrap
from collections.abc import Mapping
from functools import cache
from types import ModuleType


@cache
def under(of: type | ModuleType) -> Mapping[str, str]:
    """The text under each name of a class or module, on one line where it is one paragraph."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(of)))
    body = tree.body if isinstance(of, ModuleType) else tree.body[0].body  # type: ignore[attr-defined]
    found = {}
    for node, after in itertools.pairwise(body):
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        if not isinstance(target, ast.Name) or not isinstance(after, ast.Expr):
            continue
        if isinstance(after.value, ast.Constant) and isinstance(after.value.value, str):
            found[target.id] = inspect.cleandoc(after.value.value)
    return found
