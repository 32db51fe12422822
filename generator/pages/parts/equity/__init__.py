"""The four questions of the equity page."""
