"""One case story, told with consent."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from .metric import Id
from .words import ConsentScope, ToldBy, Typical


@dataclass(frozen=True)
class Consent:
    """What the person allowed. Withdrawn or expired: the story appears nowhere."""

    kind: str
    scope: tuple[ConsentScope, ...]
    given: date
    expires: date | None = None
    held_by: str = ""


@dataclass(frozen=True)
class Image:
    """A picture in the package's `stories/` folder with its text alternative."""

    file: str
    alt: str


@dataclass(frozen=True)
class Cost:
    """What a person's support cost before and after, in units of `unit_value`."""

    unit_value: Id
    before: float
    after: float
    months_before: float
    months_after: float


@dataclass(frozen=True)
class Block:
    """A piece of a story's text: `kind` is heading, paragraph, quote or item; text is plain.

    `runs` are (style, text) with style "", "em" or "strong".
    """

    kind: str
    runs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Story:
    """A story's front matter and its text. `id` is the file's name."""

    id: Id
    title: str
    about: tuple[Id, ...]
    consent: Consent
    told_by: ToldBy
    date: date
    chosen: str  # how this story was chosen
    typical: Typical
    area: str = ""
    organisation: str = ""
    programme: str = ""
    names_changed: bool = False
    image: Image | None = None
    costs: tuple[Cost, ...] = ()
    text: tuple[Block, ...] = field(default=(), metadata={"key": None})
    package: str = field(default="", metadata={"key": None})
    file: str = field(default="", metadata={"key": None})
