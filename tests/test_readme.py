"""What the README tells people to type, exists."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from generator import cli
from generator.arguments import parser

REPOSITORY = Path(__file__).parents[1]
README = (REPOSITORY / "README.md").read_text("utf-8")


def verbs() -> set[str]:
    listed = re.search(r"{([\w,]+)}", parser().format_usage())
    choices = parser()._subparsers._group_actions[0].choices  # type: ignore[union-attr]
    return set(listed[1].split(",") if listed else choices or ())


@pytest.mark.parametrize(
    "target", sorted(set(re.findall(r"^    make (\w+)|`make (\w+)", README, re.M)))
)
def test_make_targets(target: tuple[str, str]) -> None:
    name = "".join(target)
    done = subprocess.run(["make", "-n", name], cwd=REPOSITORY, capture_output=True, check=False)
    assert done.returncode == 0, name


def test_make_lists_every_target() -> None:
    listed = subprocess.run(["make"], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    phony = re.search(r"^\.PHONY: (.*)$", (REPOSITORY / "Makefile").read_text(), re.M)
    assert phony
    assert re.findall(r"^make (\w+)", listed.stdout, re.M) == phony[1].split()


def test_every_verb_is_told_of() -> None:
    assert verbs() == {"check", "render", "site", "serve", "describe"}
    for verb in verbs():
        assert f"`{verb}`" in README


def test_files_that_it_names_are_there() -> None:
    linked = re.findall(r"\]\(([^)#]+)\)", README)
    named = re.findall(r"`(generator/[\w/.]+|examples/\w+|overrides/|\.ci/run)`", README)
    for path in {*linked, *named}:
        if not path.startswith("https://"):
            assert (REPOSITORY / path).exists(), path
    headings = re.findall(r"^#+ (.*)$", (REPOSITORY / "DATA.md").read_text("utf-8"), re.M)
    known = {re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in headings}
    assert set(re.findall(r"\]\(DATA\.md#([^)]+)\)", README)) <= known


def test_where_to_add_things_is_named_there() -> None:
    for folder, literal in (
        ("indicators/methods", "METHODS"),
        ("charts", "CHARTS"),
        ("pages", "PAGE_TYPES"),
    ):
        assert f"`{literal}`" in README
        init = (REPOSITORY / "generator" / folder / "__init__.py").read_text()
        assert re.search(rf"^{literal}\b.*[=:]", init, re.M), f"{literal} is not in {folder}"


def test_ci_calls_make_test_and_nothing_else() -> None:
    lines = (REPOSITORY / ".ci" / "run").read_text().splitlines()
    commands = [line for line in lines if line and not line.startswith(("#", "set ", "cd "))]
    assert commands == ["exec make test </dev/null"]


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-test.txt"])
def test_every_pin_has_its_hashes_and_no_place(lock: str) -> None:
    text = (REPOSITORY / lock).read_text()
    pins = re.split(r"\n(?=\S)", re.sub(r"^\s*#.*\n", "", text, flags=re.M).strip())
    assert len(pins) > 50
    for pin in pins:
        assert re.match(r"[a-z0-9-]+==\S+", pin) and "--hash=sha256:" in pin, pin
    assert not re.search(r"https?://|file:|--index|--find-links", text)


def test_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]
    for lock, asked in (
        ("requirements.txt", project["dependencies"]),
        (
            "requirements-test.txt",
            project["dependencies"] + project["optional-dependencies"]["test"],
        ),
    ):
        pinned = {
            line.split("==")[0]
            for line in (REPOSITORY / lock).read_text().split("\n")
            if "==" in line
        }
        assert {re.split(r"[^A-Za-z0-9-]", name)[0].lower() for name in asked} <= pinned


def test_the_exit_codes_are_those_of_the_command_line() -> None:
    for code in (cli.WELL, cli.TO_MEND, cli.WRONG_USE, cli.OUR_FAULT, cli.STOPPED):
        assert re.search(rf"Exit codes: .*\b{code} ", README), code
