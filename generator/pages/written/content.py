"""Pages that people write in `content/`: front matter, Markdown, and live numbers in it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.errors import Problem, Where, error
from generator.model.page import Page
from generator.model.report import Report

from ..parts.layout import crumbs, page
from ..parts.lookup import Lookup
from ..parts.worded import Head
from . import answers, front_matter, live, prose
from .clean import Piece, refused, write
from .links import Ids, follow

FOLDER = "content/"
_NAME = re.compile(r"(?:[a-z0-9][a-z0-9_-]*/)*[a-z0-9][a-z0-9_-]*\.md")
# Private-use characters hold the places of live numbers; the others can't be seen.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2060-\u2069\ue000-\uf8ff]"
)


@dataclass(frozen=True)
class _Draft:
    """A page that was read, before its links and live numbers are put in."""

    address: str
    folder: str
    front: front_matter.FrontMatter
    prose: prose.Prose
    calls: tuple[live.Call, ...]


def content_pages(
    texts: Mapping[str, str], report: Report, generated: Iterable[Page] = ()
) -> tuple[tuple[Page, ...], list[Problem]]:
    """The pages written by hand, and all that is wrong with them.

    `texts` are the files by their path relative to the site's folder (`content/about.md` becomes
    the page `about/`). `generated` are the report's own pages, which a page may link to and may
    not replace. A page with any problem is not among those returned.
    """
    known: dict[str, Ids] = {
        page_address(made.path): frozenset(re.findall(r'\bid="([^"]+)"', made.body))
        for made in generated
    }
    drafts, problems = [], []
    for file in sorted(texts):
        draft, wrong = _read(file, texts[file].removeprefix("\ufeff").replace("\r\n", "\n"))
        problems += wrong
        address = page_address(file.removeprefix(FOLDER))
        if not address or address in known:
            what = "the site has a page at this address already"
            problems.append(error(Where(file), what, "Give the file another name."))
        elif draft and not wrong:
            drafts.append(draft)
            known[address] = draft.prose.ids
        else:
            known[address] = None  # links to it are not wrong as well
    lookup, pages = Lookup(report), []
    for draft in drafts:
        made, wrong = _page(draft, lookup, known)
        problems += wrong
        pages += [made] if not wrong else []
    return tuple(pages), problems


def page_address(path: str) -> str:
    """The address at which the builder serves the Markdown at `path`: `a/index.md` at `a/`."""
    name = path.removesuffix(".md")
    folder = name.removesuffix("index").rstrip("/") if re.search(r"(^|/)index$", name) else name
    return f"{folder}/" if folder else ""


def _read(file: str, text: str) -> tuple[_Draft | None, list[Problem]]:
    path = file.removeprefix(FOLDER)
    if not _NAME.fullmatch(path):
        hint = "Use lower-case letters, digits and -, and end it with .md."
        return None, [error(Where(file), "a page can't have this file name", hint, path)]
    if found := _UNSEEN.search(text):
        line = text.count("\n", 0, found.start()) + 1
        what = f"there is a character that cannot be seen (U+{ord(found[0]):04X})"
        return None, [error(Where(file, line=line), what, "Type the text anew, without it.")]
    front, body, before, problems = front_matter.split(text, file)
    if front is None:
        return None, problems
    held, calls, wrong = live.read(body, file, before)
    problems += wrong
    if wrong and not calls and not held:  # Jinja could not read it: it has no text to look at
        return None, problems
    written, wrong = prose.read(held, file, before)
    folder = posixpath.dirname(path)
    return _Draft(page_address(path), folder, front, written, calls), problems + wrong


def _page(draft: _Draft, lookup: Lookup, known: Mapping[str, Ids]) -> tuple[Page, list[Problem]]:
    linked, problems = follow(draft.prose, draft.address, draft.folder, known)
    said = [answers.answer(call, lookup, draft.address) for call in draft.calls]
    problems += [each for each in said if isinstance(each, Problem)]
    given = [each for each in said if isinstance(each, answers.Answer)]
    if not problems and (found := refused(write(linked))):
        problems.append(
            draft.prose.source.problem(f"{found} is not allowed in a page", prose.ALLOWED)
        )
    body: tuple[Piece, ...] = () if problems else answers.put_in(linked, given)
    made = page(
        "content",
        draft.address,
        Head(
            title=draft.front.title,
            finding=draft.front.description,
            crumbs=crumbs(draft.address),
        ),
        data_period=lookup.span(each.indicator for each in given),
        illustrative=lookup.is_illustrative(*(each.indicator.id for each in given)),
        prose=write(body),
    )
    return made, problems
