"""DATA.md says what the code reads: it is made from it, and its samples are read by it."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from generator import build, packages
from generator.errors import count
from generator.indicators.methods import METHODS
from generator.model import indicator, metric, pathway, settings, source, story, verdicts, words
from generator.packages.definitions import Definitions
from generator.packages.meanings import under
from generator.pages.written.calls import CALLS
from guide import keys, meanings, messages, page
from tests import small_site
from tests.guide import samples

TEMPLATE = (page.FOLDER / "data.md").read_text("utf-8")
WRITTEN = [
    kind
    for module in (indicator, metric, pathway, settings, source, story)
    for kind in vars(module).values()
    if dataclasses.is_dataclass(kind) and kind.__module__ == module.__name__
]
NOT_WRITTEN = {source.Package, story.Block, story.Cost, source.Licence}
"""Read from elsewhere, not read yet, or shown in one line with what holds it."""
IN_SCHEMAS = {"AreaLinkKind", "Better", "CorrectionKind"}
"""Closed lists whose words a column's description explains."""


def test_it_is_what_the_code_makes_now() -> None:
    assert page.text() == samples.DATA, "Write it anew: make docs"


@pytest.mark.parametrize("kind", [k for k in WRITTEN if k not in NOT_WRITTEN])
def test_every_key_is_told(kind: type) -> None:
    name = f'keys("{kind.__module__.rsplit(".", 1)[1]}.{kind.__name__}")'
    assert name in TEMPLATE
    said = under(kind)
    for field in dataclasses.fields(kind):
        if field.metadata.get("key", field.name) not in (None, "id"):
            assert said[field.name].endswith("."), field.name


def test_definitions_hold_nothing_else() -> None:
    told = {metric.Metric, metric.Breakdown, indicator.Indicator}
    held = {get_args(hint)[-1] for hint in get_type_hints(Definitions).values()}
    held |= {get_args(hint)[0] for hint in get_type_hints(Definitions).values()}
    assert told <= held and held - told <= {metric.Id, Ellipsis}


@pytest.mark.parametrize("name", sorted(keys.listed()))
def test_every_word_of_a_closed_list_is_told(name: str) -> None:
    if name in IN_SCHEMAS:
        for word in keys.listed()[name]:
            assert f"{word}: " in samples.DATA
        return
    assert f'words("{name}")' in TEMPLATE
    for word in keys.listed()[name]:
        assert f"| `{word}` | " in samples.DATA


@pytest.mark.parametrize("name", ["SinceBaseline", "TowardsTarget", "AgainstComparator", "OnACard"])
def test_every_verdict_is_told(name: str) -> None:
    _, said = meanings.of_words(under(verdicts)[name])
    assert tuple(said) == get_args(getattr(verdicts, name))
    assert f'verdicts("{name}")' in TEMPLATE


def test_no_meaning_is_told_of_a_word_that_is_not_listed() -> None:
    for name, text in under(words).items():
        if name in keys.listed():
            assert tuple(meanings.of_words(text)[1]) == keys.listed()[name], name


def test_links_within_the_page_lead_somewhere() -> None:
    headings = re.findall(r"^#+ (.*)$", samples.DATA, re.M)
    known = {re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in headings}
    for link in re.findall(r"\]\(#([^)]+)\)", samples.DATA):
        assert link in known


def test_its_samples_are_one_site_that_nothing_is_wrong_with(tmp_path: Path) -> None:
    reference = samples.DATA.split("\n## From a spreadsheet to a table\n")[1]
    samples.write(tmp_path, samples.files(reference))
    assert sorted(p.name for p in tmp_path.rglob("*.csv")) == sorted(
        f"{name}.csv" for name in ("metrics", "metrics-returns", "targets", "areas", "area-links",
                                   "organisations", "programmes", "corrections", "learning",
                                   "scales", "change", "scores")
    )  # fmt: skip
    packages.describe(tmp_path, METHODS)
    descriptor = tmp_path / "datapackages/hubs/datapackage.json"
    filled = {"title": "Hubs", "status": "provisional", "licenses": [{"name": "CC0-1.0"}]}
    descriptor.write_text(json.dumps(json.loads(descriptor.read_text()) | filled))
    laid = build.lay_out(tmp_path, lambda step: None)
    assert [str(problem) for problem in laid.problems] == []


def _pattern(listed: str) -> str:
    """What fits a message as listed; a guess is made only where something is near."""
    guess = re.escape("Did you mean …? ")
    return re.escape(listed).replace(guess, f"({guess})?").replace("…", ".*")


def test_what_the_generator_says_is_listed(tmp_path: Path) -> None:
    """Faults of many kinds in one small site: each message fits one of the page's."""
    small_site.write(tmp_path)
    packages.describe(tmp_path, METHODS)
    table = tmp_path / small_site.METRICS_FILE
    table.write_text(
        table.read_text().replace("1200", '"1,200"').replace("2023/24,E0", "Oct-24,E0")
    )
    definitions = tmp_path / "datapackages/survey/indicators.yml"
    definitions.write_text(definitions.read_text().replace("direction: down", "direction: downn"))
    (tmp_path / "mkdocs.yml").write_text(
        small_site.MKDOCS.replace("impact@", "impact at ") + "hooks: x\n"
    )
    (tmp_path / "datapackages/survey/data/notes.csv").write_text("a\n1\n")
    (tmp_path / "datapackages/survey/notes.txt").write_text("a")
    laid = build.lay_out(tmp_path, lambda step: None)
    known = [
        _pattern(f"{message.what}\n{message.hint}")
        for part in ("packages", "checks", "model")
        for section in messages.sections(part)
        for message in section.messages
    ]
    assert count(laid.problems, "error") >= 7
    for problem in laid.problems:
        said = f"{problem.what}\n{problem.hint}"
        assert any(re.fullmatch(each, said) for each in known), said


@pytest.mark.parametrize("name", CALLS)
def test_every_call_of_a_page_of_your_own_is_told(name: str) -> None:
    for typed in CALLS[name].typed:
        assert f"`{typed}`" in samples.part("Pages of your own")
