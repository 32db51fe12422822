"""Where a number comes from and under which licence it may be used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from .words import PackageStatus


@dataclass(frozen=True)
class Source:
    """A publication: a mapping, or only its title."""

    title: str
    """Name of the publication, survey or register."""
    publisher: str = ""
    """Who publishes it."""
    url: str = ""
    """Its address."""
    released: date | None = None
    """The day on which it came out."""

    shorthand: ClassVar[str] = "title"


@dataclass(frozen=True)
class Licence:
    """A licence by its name and address."""

    title: str
    """Its name."""
    url: str = ""
    """Its address."""

    shorthand: ClassVar[str] = "title"


@dataclass(frozen=True)
class Package:
    """One Frictionless Data Package under `datapackages/`, as its descriptor has it."""

    id: str  # the folder's name
    title: str
    description: str
    status: PackageStatus
    licences: tuple[Licence, ...]
    sources: tuple[Source, ...]
    contributors: tuple[str, ...]
