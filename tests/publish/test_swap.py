"""The published folder is whole at every moment: old or new, never a mixture, never gone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.publish.swap import UnusableOutputError, copy, prepare, same, swap

REPOSITORY = Path(__file__).parents[2]


def lay(folder: Path, edition: str, pages: int = 3) -> Path:
    """A built site whose every page says which edition it is."""
    (folder / "data").mkdir(parents=True)
    index = {"edition": edition, "generator": "prove-and-improve 0.1.0"}
    (folder / "data" / "index.json").write_text(json.dumps(index))
    for number in range(pages):
        page = folder / f"page-{number}" / "index.html"
        page.parent.mkdir()
        page.write_text(edition)
    return folder


def editions(folder: Path) -> set[str]:
    return {page.read_text() for page in folder.rglob("index.html")}


def test_takes_the_place_of_the_old(tmp_path: Path) -> None:
    output = lay(tmp_path / "site", "2025")
    assert swap(lay(tmp_path / "built", "2026"), output)
    assert editions(output) == {"2026"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_first_site_makes_its_folder(tmp_path: Path) -> None:
    assert swap(lay(tmp_path / "built", "2026"), tmp_path / "deep" / "site")
    assert editions(tmp_path / "deep" / "site") == {"2026"}


def test_an_unchanged_site_is_not_swapped_in(tmp_path: Path) -> None:
    output = lay(tmp_path / "site", "2026")
    before = output.stat().st_ino
    assert not swap(lay(tmp_path / "built", "2026"), output)
    assert output.stat().st_ino == before


def test_same_looks_at_bytes_and_at_names(tmp_path: Path) -> None:
    one = lay(tmp_path / "one", "2026")
    assert same(one, lay(tmp_path / "two", "2026"))
    assert not same(one, lay(tmp_path / "three", "2025"))
    assert not same(one, lay(tmp_path / "four", "2026", pages=4))
    assert not same(one, tmp_path / "none")


def no_exchange(one: Path, other: Path) -> bool:
    """A file system that has none."""
    return False


def test_two_renames_where_there_is_no_exchange(tmp_path: Path) -> None:
    output = lay(tmp_path / "site", "2025")
    assert swap(lay(tmp_path / "built", "2026"), output, no_exchange)
    assert editions(output) == {"2026"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("copied", [False, True], ids=["before the new was whole", "after"])
def test_the_next_command_mends_what_a_kill_left(tmp_path: Path, copied: bool) -> None:
    """Killed between the two renames: the old site stands aside, and none in its place."""
    lay(tmp_path / ".site.previous", "2025")
    if copied:
        lay(tmp_path / ".site.next", "2026")
    prepare(tmp_path / "site", tmp_path / "elsewhere")
    assert editions(tmp_path / "site") == {"2025"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


SWAPPER = """
import itertools, os, signal, sys, time
from pathlib import Path
from generator.publish.swap import exchange, swap
from tests.publish.test_swap import lay, no_exchange
way = {"exchange": exchange, "renames": no_exchange}[sys.argv[1]]
for moment, folder in enumerate(map(Path, sys.argv[2:])):
    said, says = os.pipe()
    if not (swapper := os.fork()):
        for number in itertools.count(1):
            swap(lay(folder / f"built-{number}", str(number), 60), folder / "site", way)
            os.write(says, b"1")
    assert os.read(said, 1) == b"1"
    time.sleep(moment * 0.0037)
    os.kill(swapper, signal.SIGKILL)
    assert os.waitstatus_to_exitcode(os.waitpid(swapper, 0)[1]) == -signal.SIGKILL
"""
"""Processes that each swap without pause, killed at another moment after their first swap."""


@pytest.mark.parametrize("way", ["exchange", "renames"])
def test_killed_at_any_moment(tmp_path: Path, way: str) -> None:
    """Real kills at six moments."""
    outputs = [lay(tmp_path / str(moment) / "site", "0", 60) for moment in range(6)]
    folders = [str(output.parent) for output in outputs]
    subprocess.run([sys.executable, "-c", SWAPPER, way, *folders], cwd=REPOSITORY, check=True)
    for output in outputs:
        if way == "exchange":  # never gone, not even before it is mended
            assert len(list(output.rglob("index.html"))) == 60
        prepare(output, tmp_path / "elsewhere")
        assert len(editions(output)) == 1 and editions(output) != {"0"}
        assert len(list(output.rglob("index.html"))) == 60


def test_an_output_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    site = tmp_path / "borough"
    (site / "content").mkdir(parents=True)
    foreign = tmp_path / "photos"
    foreign.mkdir()
    (foreign / "beach.jpg").write_bytes(b"")
    file = tmp_path / "file"
    file.write_text("")
    for output, why in (
        (foreign, "holds files that are not a site built here"),
        (file, "is not a folder"),
        (file / "site", f"{file} is not a folder"),
        (site, "holds what people write"),
        (site / "content", "holds what people write"),
        (site / "content" / "new", "holds what people write"),
        (tmp_path, "holds what people write"),
    ):
        with pytest.raises(UnusableOutputError, match=why):
            prepare(output, site)
    assert (foreign / "beach.jpg").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="SKIPPED: root may write anywhere")
def test_where_nothing_can_be_written_is_refused_before_the_work(tmp_path: Path) -> None:
    (tmp_path / "shut").mkdir(mode=0o500)
    with pytest.raises(UnusableOutputError, match="Mend its permissions, or choose another"):
        prepare(tmp_path / "shut" / "site", tmp_path / "borough")


def test_a_copy_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """A link to nowhere can't be copied, for root either, as nothing can to a full disk."""
    built = lay(tmp_path / "built", "2026")
    (built / "gone").symlink_to(tmp_path / "nowhere")
    with pytest.raises(UnusableOutputError, match=r"No such file .* Nothing was published\."):
        copy(built, tmp_path / ".site.next")
    assert not (tmp_path / ".site.next").exists()


def test_an_empty_or_absent_output_is_taken(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    prepare(tmp_path / "empty", tmp_path / "borough")
    prepare(tmp_path / "absent" / "site", tmp_path / "borough")
    prepare(lay(tmp_path / "ours", "2025"), tmp_path / "borough")
