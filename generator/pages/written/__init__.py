"""Pages written by hand in `content/`: checked Markdown with live numbers."""

from .content import content_pages

__all__ = ["content_pages"]
