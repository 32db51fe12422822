"""What both drawings of a pathway are made of: its boxes, its links, and how each is marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.charts.geometry import Box, Pixel
from generator.charts.svg import element, escape, path, picture
from generator.charts.text import ASCENT, clean, wrap
from generator.model.words import LinkStatus, StepStatus

PAD = 10.0
RADIUS = 9.0
"""Of the disc on a link that says what is known of it."""
HEAD = 7.0
"""How long an arrowhead is."""

_FRAMES: dict[StepStatus, str] = {"active": "bx", "planned": "bx bx-p", "ended": "bx bx-e"}


@dataclass(frozen=True)
class Node:
    """A step: its title with its number, what is said of it, and whether it is being taken."""

    id: str
    title: str
    note: str = ""
    status: StepStatus = "active"


@dataclass(frozen=True)
class Arrow:
    """A link from one node to another, and what is known of the assumption under it."""

    start: str
    end: str
    status: LinkStatus


@dataclass(frozen=True)
class Column:
    """Nodes of one kind, as written; "" repeats the heading of the column before."""

    heading: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True)
class Flow:
    """A pathway to be drawn; arrows lead to a later column. `description` says it in words."""

    id: str
    title: str
    description: str
    columns: tuple[Column, ...]
    arrows: tuple[Arrow, ...]


@dataclass(frozen=True)
class Type:
    """The size of the letters and the distance of their lines, in pixels."""

    size: float
    pitch: float


def lines_of(node: Node, wide: float, type: Type) -> tuple[tuple[str, str], ...]:
    """The lines in a node's box, each with its class: the title, then the note."""
    room = wide - 2 * PAD
    title = [(line, "") for line in wrap(clean(node.title), room, type.size)]
    note = [(line, "t") for line in wrap(clean(node.note), room, type.size) if line]
    return (*title, *note)


def framed(node: Node, box: Box, type: Type) -> str:
    """The node's box with its words."""
    lines = lines_of(node, box.right - box.left, type)
    frame = element(
        "rect",
        class_=_FRAMES[node.status],
        x=box.left,
        y=box.top,
        width=box.right - box.left,
        height=box.bottom - box.top,
    )
    first = (box.top + box.bottom - len(lines) * type.pitch) / 2 + ASCENT * type.size
    return frame + "".join(
        words(line, box.left + PAD, first + n * type.pitch, css, type)
        for n, (line, css) in enumerate(lines)
    )


def words(text: str, x: float, y: float, css: str, type: Type) -> str:
    """One line of text."""
    classed = {"class_": css} if css else {}
    return element("text", escape(text), x=x, y=y, font_size=f"{type.size:g}", **classed)


def line(d: str, arrow: Arrow) -> str:
    """The line of a link."""
    return element("path", class_=f"lk lk-{arrow.status}", d=d)


def arrowhead(tip: Pixel) -> str:
    """A triangle that points to the right."""
    x, y = tip
    corners = [(x - HEAD, y - 4.5), (x, y), (x - HEAD, y + 4.5)]
    return element("path", class_="d2", d=path(corners) + "Z")


def sign(at: Pixel, status: LinkStatus) -> str:
    """A disc with what is known of a link: a tick, ?, ! or a cross."""
    x, y = at
    disc = element("circle", class_="open", cx=x, cy=y, r=RADIUS)
    if status == "holds":
        return disc + element(
            "path", class_="wh", d=path([(x - 4, y), (x - 1, y + 4), (x + 4, y - 4)])
        )
    if status in ("fails", "replaced"):
        one, two = [(x - 4, y - 4), (x + 4, y + 4)], [(x - 4, y + 4), (x + 4, y - 4)]
        return disc + element("path", class_="wh", d=path(one) + path(two))
    mark = "?" if status == "untested" else "!"
    return disc + element(
        "text", escape(mark), x=x, y=y + 5, font_size="14.5", class_="b", text_anchor="middle"
    )


def drawing(flow: Flow, name: str, wide: float, high: float, parts: Sequence[str]) -> str:
    """The SVG element: `name` is `w` or `nw`, as of every drawing of the site."""
    return picture(flow.id, name, (wide, high), flow.title, flow.description, "".join(parts))
