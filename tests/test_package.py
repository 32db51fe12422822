"""The package as others install it: the theme, the templates and the schemas travel in it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

REPOSITORY = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of a copy, as building leaves files in the folder that it builds."""
    source = tmp_path_factory.mktemp("source")
    for name in ("generator", "overrides"):
        skipped = shutil.ignore_patterns("__pycache__")
        shutil.copytree(REPOSITORY / name, source / name, ignore=skipped)
    for name in ("pyproject.toml", "setup.py", "README.md", "LICENSE"):
        shutil.copy(REPOSITORY / name, source)
    options = ["--no-deps", "--no-build-isolation", "--quiet", "--wheel-dir", str(source)]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, str(source)], check=True)
    return next(source.glob("*.whl"))


def test_everything_that_it_runs_on_is_in_it(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
    written = {
        f"generator/{path.relative_to(REPOSITORY / 'generator').as_posix()}"
        for path in (REPOSITORY / "generator").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    } | {
        f"generator/theme/{path.relative_to(REPOSITORY / 'overrides').as_posix()}"
        for path in (REPOSITORY / "overrides").rglob("*")
        if path.is_file()
    }
    assert packed == written
    assert "generator/theme/main.html" in packed


def test_it_runs_from_where_it_is_installed(wheel: Path, tmp_path: Path) -> None:
    """Unpacked as pip does it, with the repository out of reach, it finds its theme."""
    with ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    code = "from generator.publish.stage import theme; print(theme())"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path / "installed",
        env={"PYTHONPATH": str(tmp_path / "installed")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout.strip()) == tmp_path / "installed" / "generator" / "theme"
