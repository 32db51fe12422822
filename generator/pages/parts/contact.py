"""Whom a reader writes to, as a link."""

from __future__ import annotations

from generator.model.settings import Settings

from .worded import Link


def link(settings: Settings, words: str = "") -> Link:
    """The contact of the site, an email or https address; its words are itself unless given."""
    to = settings.contact
    return Link(words or to.removeprefix("https://"), to if "://" in to else f"mailto:{to}")
