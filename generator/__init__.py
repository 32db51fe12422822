"""From data packages to a published impact site: read `build.py` first."""
