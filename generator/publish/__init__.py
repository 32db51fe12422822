"""Pages to a folder that can be put on the web: staged, built aside, checked, swapped in."""

from . import crash
from .check import check
from .data_out import data_files
from .mkdocs import BuilderError, build
from .navigation import in_navigation
from .run import BUILD, STAGING, leave, run_folder
from .serve import Made, PortTakenError, serve
from .stage import stage
from .swap import UnusableOutputError, prepare, swap
from .written import content, own_theme

__all__ = [
    "BUILD",
    "STAGING",
    "BuilderError",
    "Made",
    "PortTakenError",
    "UnusableOutputError",
    "build",
    "check",
    "content",
    "crash",
    "data_files",
    "in_navigation",
    "leave",
    "own_theme",
    "prepare",
    "run_folder",
    "serve",
    "stage",
    "swap",
]
