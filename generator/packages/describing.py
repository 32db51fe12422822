"""The verb `describe` over all packages of a site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from ..errors import Problem, count
from . import describe as one
from . import descriptors, folder, json_lines, package, personal, together
from .contents import shown


def describe(site: Path, methods: Mapping[str, type]) -> tuple[list[str], list[Problem]]:
    """Write or refresh every datapackage.json, keeping what people wrote.

    Gives the files that changed, relative to the site's folder, and what keeps a package from
    being described: YAML that cannot be read, a descriptor that cannot, a table without a role.
    What people have still to fill in is warned of.
    """
    site = site.resolve()
    files, problems = folder.packages(site)
    search = personal.Search()  # what it finds is told by a check
    texts = [package.read_texts(each, site, methods, search) for each in files]
    defined = together.define(texts, site, methods["published"])
    problems = [*problems, *defined.problems]
    changed = []
    for each in texts:
        path, more = each.files.descriptor, list(each.definitions.problems)
        written, text = each.written, ""
        if path.exists() or path.is_symlink():
            written, text, refused = one.read_written(each.files, site)
            more += refused
        else:
            written = {}
        listed = written.get("resources") if written else None
        named = (
            {r.get("path"): r for r in listed if isinstance(r, dict)}
            if isinstance(listed, list)
            else {}
        )
        for table in each.files.tables:
            inside = table.relative_to(each.files.folder).as_posix()
            problem = one.role_problem(table, one.name_of(table, named.get(inside, {})), site)
            more += [problem] if problem else []
        problems += more
        if count(more, "error") or written is None:
            continue
        headers = one.read_headers(each.files, site)
        wanted = one.described(
            each.files, written, headers, defined.of("breakdowns"), defined.of("metrics")
        )
        if one.as_text(wanted) != text:
            one.write(path, one.as_text(wanted))
            changed.append(shown(path, site))
        blank = descriptors.blanks(wanted, shown(path, site))
        told = json_lines.placed(blank, one.as_text(wanted))
        problems += [
            replace(problem, level="warning", what=f"{problem.what}: check will refuse it")
            for problem in told
        ]
    return changed, problems
