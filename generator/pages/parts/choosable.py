"""What can be chosen on a page: series by lists, maps by a list of their kinds."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from .worded import Cited, Download, Figure, Link


@dataclass(frozen=True)
class Option:
    """One entry of a list to choose from."""

    value: str
    text: str


@dataclass(frozen=True)
class Options:
    """Entries under one label; those under "" stand alone."""

    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Select:
    """A list to choose one entry from; `name` is its part of the address."""

    name: str
    label: str
    lists: tuple[Options, ...]

    @property
    def values(self) -> tuple[str, ...]:
        """The values in the order shown."""
        return tuple(option.value for one in self.lists for option in one.options)

    @property
    def holds_a_choice(self) -> bool:
        """Whether there is more than one entry."""
        return len(self.values) > 1


@dataclass(frozen=True)
class Choosing:
    """Lists that choose a series, the address of the file that holds all, and what to cite."""

    id: str
    title: str
    selects: tuple[Select, ...]
    series: str
    subtitle: str
    sources: tuple[Cited, ...]
    download: Download
    illustrative: bool = False


@dataclass(frozen=True)
class Swatch:
    """A sample of a filling on a map, and what it stands for."""

    svg: Markup
    words: str


@dataclass(frozen=True)
class Choosable:
    """One entry of a list of maps: the file that holds it, and the page that shows it."""

    text: str
    file: str
    link: Link


@dataclass(frozen=True)
class Map:
    """A map beside the table of its places. `choices` are other maps of the same places, by
    heading; those that have no page of their own are only in the list of the script."""

    figure: Figure
    swatches: tuple[Swatch, ...]
    choices: tuple[tuple[str, tuple[Choosable, ...]], ...] = ()
    chosen: str = ""
    label: str = "Show on the map"
