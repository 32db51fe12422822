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
    """How it was given."""
    scope: tuple[ConsentScope, ...]
    """Where the story may be told."""
    given: date
    """The day on which it was given."""
    expires: date | None = None
    """The last day on which it holds."""
    held_by: str = ""
    """The role that keeps the record of it."""


@dataclass(frozen=True)
class Image:
    """A picture in the package's `stories/` folder with its text alternative."""

    file: str
    """Its name: a PNG, JPEG or WebP beside the story, without data on where it was taken."""
    alt: str
    """What it shows, for people who do not see it."""
    width: int = field(default=0, metadata={"key": None})  # in pixels
    height: int = field(default=0, metadata={"key": None})
    content: bytes = field(default=b"", metadata={"key": None}, repr=False)


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
    """Its title."""
    about: tuple[Id, ...]
    """Ids of the outcomes and indicators that it stands beside."""
    consent: Consent
    """What the person allowed."""
    told_by: ToldBy
    """Who tells it."""
    date: date
    """The day on which it was told."""
    chosen: str
    """How it was chosen, in a sentence. Readers see it."""
    typical: Typical
    """Whether the experience is typical."""
    area: str = ""
    """Code of the area in which it plays."""
    organisation: str = ""
    """Id of the organisation."""
    programme: str = ""
    """Id of the programme."""
    names_changed: bool = False
    """yes: names and details were changed."""
    image: Image | None = None
    """A picture."""
    costs: tuple[Cost, ...] = ()
    """Not read yet."""
    text: tuple[Block, ...] = field(default=(), metadata={"key": None})
    package: str = field(default="", metadata={"key": None})
    file: str = field(default="", metadata={"key": None})
