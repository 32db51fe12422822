"""Imports go one way along the chain, and only its ends touch files."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]
GENERATOR = REPOSITORY / "generator"
# Each may import those before it (design: section 4); those of the first row only as said below.
CHAIN = (
    *("errors", "model", "wording", "packages", "checks", "indicators", "disclosure", "readings"),
    *("charts", "pages", "listing", "publish", "review", "build", "arguments", "cli", "__main__"),
)
MAY_IMPORT = {"errors": set(), "model": set(), "wording": {"errors", "model"}}
TOUCH_FILES = ("packages", "publish", "review")
# What reads or writes, by its name alone: `replace`, `rename` and `remove` mean other things too.
FILE_METHODS = {
    *("open", "read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "unlink", "rmdir"),
    *("touch", "symlink_to", "iterdir", "glob", "rglob", "makedirs", "listdir", "scandir"),
}
CLOCK = {"now", "today", "utcnow", "time", "time_ns", "localtime", "gmtime", "uuid1", "uuid4"}
CHANCE = {"random", "secrets"}
FILE_MODULES = {"shutil", "tempfile", "fcntl", "glob", "fileinput"}

MODULES = sorted(GENERATOR.rglob("*.py"))


def part_of(module: Path) -> str:
    """The folder or file right under generator/ that a module belongs to."""
    return module.relative_to(GENERATOR).parts[0].removesuffix(".py")


def imported(source: str, module: Path) -> Iterator[str]:
    """What a module imports, by dotted names from the top: `generator.model.page`."""
    package = ("generator", *module.relative_to(GENERATOR).parts[:-1])
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            start = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{start}.{name.name}" for name in node.names)


def wrong_imports(source: str, module: Path) -> list[str]:
    """Parts of ours that a module imports and may not."""
    part = part_of(module)
    ours = {
        name.split(".")[1] for name in imported(source, module) if name.startswith("generator.")
    }
    allowed = MAY_IMPORT.get(part, set(CHAIN[: CHAIN.index(part)])) | {part}
    return sorted(ours - allowed)


def touched_files(source: str) -> list[str]:
    """Calls and imports in a module that read or write files."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names = names or [name.name for name in getattr(node, "names", [])]
            found += [name for name in names if name.split(".")[0] in FILE_MODULES]
        elif isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Name) and called.id == "open":
                found.append("open")
            if isinstance(called, ast.Attribute) and called.attr in FILE_METHODS:
                found.append(called.attr)
    return found


def clocks_and_chances(source: str) -> list[str]:
    """What a module asks that answers differently on another day, or another time."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            module = node.module if isinstance(node, ast.ImportFrom) else ""
            names = [module or "", *(name.name for name in node.names)]
            found += [name for name in names if name.split(".")[0] in CHANCE]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            found += [node.func.attr] if node.func.attr in CLOCK else []
    return found


def test_every_module_is_in_the_chain() -> None:
    parts = {part_of(module) for module in MODULES} - {"__init__"}
    assert parts <= set(CHAIN)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(GENERATOR)))
def test_imports_go_one_way(module: Path) -> None:
    if part_of(module) != "__init__":
        assert wrong_imports(module.read_text("utf-8"), module) == []


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(GENERATOR)))
def test_only_the_ends_touch_files(module: Path) -> None:
    if part_of(module) not in TOUCH_FILES:
        assert touched_files(module.read_text("utf-8")) == []


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(GENERATOR)))
def test_the_same_on_any_day(module: Path) -> None:
    """Dates that a site shows are those of its report_date (checklist 10.2)."""
    assert clocks_and_chances(module.read_text("utf-8")) == []


def test_a_clock_is_found() -> None:
    source = "import random, numpy.random\nuuid.uuid4()\ndate.today()\ntime.time()"
    assert clocks_and_chances(source) == ["random", "uuid4", "today", "time"]
    assert clocks_and_chances("import time\ntime.sleep(1)\ncase.now") == []


@pytest.mark.parametrize(
    ("source", "file", "wrong"),
    [
        ("from ..pages import layout", "charts/trend.py", ["pages"]),
        ("from generator.pages.parts.layout import page", "readings/verdict.py", ["pages"]),
        ("from ... import publish", "indicators/methods/rate.py", ["publish"]),
        ("import generator.errors", "model/page.py", ["errors"]),
        ("from ..model.page import Page\nfrom .svg import svg", "charts/trend.py", []),
    ],
)
def test_a_wrong_import_is_found(source: str, file: str, wrong: list[str]) -> None:
    assert wrong_imports(source, GENERATOR / file) == wrong


def test_a_touched_file_is_found() -> None:
    source = "import shutil\nfrom pathlib import Path\nPath('a').read_text()\nopen('b')"
    assert touched_files(source) == ["shutil", "read_text", "open"]
