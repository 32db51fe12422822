"""Forms of our own in Markdown: ids of headings, and tables with a caption and headed rows."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown  # type: ignore[import-untyped]
from markdown.extensions import Extension  # type: ignore[import-untyped]
from markdown.treeprocessors import Treeprocessor  # type: ignore[import-untyped]

from .clean import HEADINGS

_ID = re.compile(r"\s*\{#([a-z][a-z0-9-]*)\}\s*$")
_CAPTION = "Table: "


class OurForms(Extension):  # type: ignore[misc]
    """What is wrong with the forms is left in the reader's `wrong`: what, hint, near which text."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.wrong = []
        # After `inline` (20), which fills in the text, and before `toc` (5), which makes ids.
        md.treeprocessors.register(_Forms(md), "our_forms", 10)


class _Forms(Treeprocessor):  # type: ignore[misc]
    """Ids as `## Title {#id}`, and tables that a screen reader can walk."""

    def run(self, root: Element) -> None:
        for heading in (each for each in root.iter() if each.tag in HEADINGS):
            _take_id(heading)
        tables = 0
        for parent in list(root.iter()):
            for index, child in reversed(list(enumerate(parent))):
                if child.tag == "table" and parent.get("class") != "tb":
                    tables += 1
                    self._table(parent, index, f"table-{tables}")

    def _table(self, parent: Element, index: int, id: str) -> None:
        table, said = parent[index], parent[index - 1] if index else None
        wrong = self.md.wrong
        near = "".join(table[0].itertext()).strip().split("\n")[0]
        if said is None or said.tag != "p" or not (said.text or "").startswith(_CAPTION):
            hint = "Write a paragraph 'Table: what it shows' above it."
            wrong.append(("a table has no caption", hint, near))
            return
        said.tag, said.text = "caption", (said.text or "")[len(_CAPTION) :]
        said.set("id", id)
        for row in table.iter("tr"):
            for number, cell in enumerate(row):
                if not "".join(cell.itertext()).strip():
                    hint = (
                        "Type [x] where there is no value, and say under the table what it means."
                    )
                    wrong.append(("a cell of a table is empty", hint, near))
                _dress(cell, number)
        parent.remove(said)
        parent.remove(table)
        box = Element("div", {"class": "tb", "role": "region", "tabindex": "0"})
        box.set("aria-labelledby", id)
        box.append(table)
        table.insert(0, said)
        said.tail = table.tail = "\n"
        parent.insert(index - 1, box)


def _dress(cell: Element, number: int) -> None:
    right = cell.attrib.pop("align", "") == "right"
    if cell.tag == "th":
        cell.set("scope", "col")
    elif number == 0:
        cell.tag = "th"
        cell.set("scope", "row")
    if right:
        cell.set("class", "r")


def _take_id(heading: Element) -> None:
    last = heading[-1] if len(heading) else None
    text = (last.tail if last is not None else heading.text) or ""
    if found := _ID.search(text):
        heading.set("id", found[1])
        rest = text[: found.start()]
        if last is None:
            heading.text = rest
        else:
            last.tail = rest
