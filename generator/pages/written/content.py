"""Pages that people write in `content/`: front matter, Markdown, and live numbers in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from generator.errors import Problem, Where, error
from generator.model.page import File, Page, Site
from generator.model.report import Report

from ..parts.known.lookup import Lookup
from ..parts.layout import crumbs, page
from ..parts.worded import Head
from . import draft, placing, plain
from .answer import Answer, Spot
from .answers import ANSWERS
from .claims import causes, marks
from .clean import Piece, refused, write
from .draft import FOLDER, Draft, page_address
from .links import Ids, follow
from .prose import ALLOWED


def content_pages(
    texts: Mapping[str, str], report: Report, generated: Iterable[Page] = ()
) -> tuple[Site, list[Problem]]:
    """The pages written by hand with the files of their figures, and all that is wrong with them.

    `texts` are the files by their path relative to the site's folder (`content/about.md` becomes
    the page `about/`). `generated` are the report's own pages, which a page may link to and may
    not replace. A page with any problem is not among those returned.
    """
    known: dict[str, Ids] = {
        page_address(made.path): frozenset(re.findall(r'\bid="([^"]+)"', made.body))
        for made in generated
    }
    drafts, problems = list[tuple[Draft, bool]](), list[Problem]()
    for file in sorted(texts):
        made, wrong = draft.read(file, texts[file].removeprefix("\ufeff").replace("\r\n", "\n"))
        address = page_address(file.removeprefix(FOLDER))
        if not address or address in known:
            what = "the site has a page at this address already"
            wrong.append(error(Where(file), what, "Give the file another name."))
        else:  # links to a page that is wrong are not wrong as well
            whole = made is not None and not wrong
            known[address] = made.prose.ids.union(made.figures) if made and whole else None
        drafts += [(made, not wrong)] if made else []
        problems += [*wrong, *(plain.warnings(made.prose, made.calls) if made else ())]
    lookup = Lookup(report)
    pages, files = list[Page](), dict[str, File]()
    for one, whole in drafts:
        said = tuple(_answers(one, lookup))
        wrong = [each for each in said if isinstance(each, Problem)]
        answers = [each for each in said if isinstance(each, Answer)]
        own = [file for answer in answers for file in answer.files]
        wrong += causes.refused(one, said, lookup.indicators)
        wrong += [_two_of_one_name(one, file) for file in own if file.path in files]
        linked, more = _linked(one, known) if whole else ((), [])
        problems += wrong + more
        if whole and not wrong and not more:
            body = placing.put_in(marks.linked(linked, answers), one.calls, answers)
            pages.append(_page(one, body, answers, lookup))
            files |= {file.path: file for file in own}
    return Site(tuple(pages), tuple(files.values())), problems


def _answers(one: Draft, lookup: Lookup) -> Iterator[Answer | Problem]:
    levels, seen = placing.levels(one.prose.pieces), Counter[tuple[str, ...]]()
    for n, call in enumerate(one.calls):
        drawn = (call.id, call.place, *(call.given.get(key, "") for key in ("kind", "by")))
        spot = Spot(lookup, one.address, levels.get(n, 1), one.figures[n], seen[drawn])
        yield ANSWERS[call.name](call, spot)
        seen[drawn] += call.name in ("chart", "table")


def _two_of_one_name(one: Draft, file: File) -> Problem:
    """Pages `a-b.md` and `a/b.md` would keep the numbers of one chart under one name."""
    what = f"another page has a chart whose numbers are saved under the same name, {file.path}"
    return one.prose.source.problem(what, "Give one of the two pages another name.")


def _linked(one: Draft, known: Mapping[str, Ids]) -> tuple[tuple[Piece, ...], list[Problem]]:
    """Its text with links for a browser, and the links and tags that are wrong."""
    linked, problems = follow(one.prose, one.address, one.folder, known)
    if not problems and (found := refused(write(linked))):
        problems.append(one.prose.source.problem(f"{found} is not allowed in a page", ALLOWED))
    return linked, problems


def _page(one: Draft, body: tuple[Piece, ...], answers: Iterable[Answer], lookup: Lookup) -> Page:
    about = [id for answer in answers for id in answer.about]
    return page(
        "content",
        one.address,
        Head(
            title=one.front.title,
            finding=one.front.description,
            crumbs=crumbs(one.address),
        ),
        data_period=lookup.span(lookup.indicators[id] for id in about if id in lookup.indicators),
        illustrative=lookup.is_illustrative(*about),
        prose=write(body),
    )
