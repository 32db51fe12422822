"""stories/*.md: front matter and text read strictly, and told only with consent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import get_args

from ..errors import Problem, Where, did_you_mean, error, warning
from ..model.story import Story
from ..model.words import ConsentKind
from . import contents, formatting, pictures
from .scalars import ID
from .typed import Reader
from .yaml_nodes import Fields, Scalar, parse

FENCE = "---"
_HINT = "Start the file with ---, then the story's keys, then --- again, then its text."


@dataclass(frozen=True)
class ReadStory:
    """A story (None: unreadable, or not to be told) and the line of each dotted path."""

    story: Story | None
    problems: tuple[Problem, ...]
    lines: Mapping[str, int] = field(default_factory=dict)


def read(path: Path, folder: Path, site: Path, report_date: date | None) -> ReadStory:
    """The story of a file in a package's `folder`, None where its consent does not hold."""
    file = contents.shown(path, site)
    if not re.fullmatch(ID, path.stem):
        hint = "Name it with lower-case letters, digits and _: the name is the story's id."
        return ReadStory(
            None, (error(Where(file), "the file's name is not an id", hint, path.stem),)
        )
    text, problems = contents.read_text(path, folder, site)
    if text is None:
        return ReadStory(None, tuple(problems))
    return _read(text, path, folder, site, report_date)


def _read(text: str, path: Path, folder: Path, site: Path, report_date: date | None) -> ReadStory:
    file = contents.shown(path, site)
    lines = text.split("\n")
    fences = [number for number, line in enumerate(lines) if line.rstrip() == FENCE]
    if len(fences) < 2 or fences[0] != 0:
        return ReadStory(
            None, (error(Where(file, line=1), "the front matter has no start or no end", _HINT),)
        )
    # The empty line stands for the fence, so that lines keep their numbers.
    node, problems = parse("\n" + "\n".join(lines[1 : fences[1]]), file)
    if node is None:
        return ReadStory(None, tuple(problems))
    reader = Reader(file)
    if isinstance(node, Fields):
        if (given := node.get("id")) is not None:
            hint = "Take it out: the file's name is the story's id."
            reader.refuse(given.line, "id", "there is no key 'id' here", hint, "id")
        named = tuple(entry for entry in node.entries if entry[0].text != "id")
        node = replace(node, entries=((Scalar("id", 1), Scalar(path.stem, 1)), *named))
    story: Story | None = reader.read(node, Story)
    body = "\n".join(lines[fences[1] + 1 :])
    text_blocks, refused = formatting.blocks(body, file, fences[1] + 2)
    found = [*reader.problems, *refused]
    if story is None:
        return ReadStory(None, tuple(found), reader.lines)
    found += _of_consent(story, file, reader.lines)
    story = replace(story, text=text_blocks, package=folder.name, file=file)
    if report_date and not found and (why := withheld(story, report_date)):
        hint = "It is left out of every page and file. Renew the consent, or take the story out."
        at = Where(file, line=reader.lines.get("consent"), field="consent")
        return ReadStory(None, (warning(at, f"the story is not told: {why}", hint),))
    if story.image:
        picture, more = pictures.read(story.image, path, folder, site, reader.lines)
        story, found = replace(story, image=picture), found + more
    wrong = any(problem.level == "error" for problem in found)
    return ReadStory(None if wrong else story, tuple(found), reader.lines)


def withheld(story: Story, report_date: date) -> str:
    """Why the story must not be told on the web on this day, "" where it may."""
    consent = story.consent
    if "web" not in consent.scope:
        return "its consent does not hold for the web"
    if consent.given > report_date:
        return f"its consent was given on {consent.given}, after the report's date"
    if consent.expires and consent.expires < report_date:
        return f"its consent expired on {consent.expires}"
    return ""


def _of_consent(story: Story, file: str, lines: Mapping[str, int]) -> list[Problem]:
    kind, known = story.consent.kind, get_args(ConsentKind)
    if kind in known:
        return []
    where = Where(file, line=lines.get("consent.kind"), field="consent.kind")
    return [
        error(where, f"'{kind}' is not one of the words for this", did_you_mean(kind, known), kind)
    ]
