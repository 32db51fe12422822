"""Checklist 10.1: the output is as it was or the whole new site, whatever happens to a build."""

from __future__ import annotations

import os
import random
import shlex
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.command import ENVIRONMENT, GENERATOR, digest, run, untouched
from tests.small_site import METRICS, METRICS_FILE, write

WHILE_IT_WORKS, AT_THE_SWAP = 14, 6  # kills: spread over a build, and around its end


@dataclass(frozen=True)
class Edition:
    """A small site as it is written, what is built of it, and how long that took."""

    folder: Path
    built: dict[str, str]
    seconds: float


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Edition, Edition]:
    """Two sites that differ in one number, each built into its own `site`."""
    found = []
    for number in ("190", "191"):
        folder = write(tmp_path_factory.mktemp("edition") / "thornby")
        (folder / METRICS_FILE).write_text(METRICS.replace(",190", f",{number}"))
        assert run("describe", cwd=folder).returncode == 0
        before = time.monotonic()
        assert run("site", cwd=folder).returncode == 0
        found.append(Edition(folder, digest(folder / "site"), time.monotonic() - before))
    assert found[0].built != found[1].built
    return found[0], found[1]


@pytest.fixture
def output(editions: tuple[Edition, Edition], tmp_path: Path) -> Path:
    """The first edition, published in a folder of its own."""
    shutil.copytree(editions[0].folder / "site", tmp_path / "public" / "site")
    return tmp_path / "public" / "site"


@pytest.mark.slow
def test_twenty_builds_are_killed(editions: tuple[Edition, Edition], output: Path) -> None:
    """SIGKILL at seeded moments, of builds that each have something to publish."""
    chance = random.Random(20261122)
    kills = [(step + chance.random()) / WHILE_IT_WORKS for step in range(WHILE_IT_WORKS)]
    last = editions[0]
    for kill in [*kills, *[None] * AT_THE_SWAP]:
        before = digest(output)
        last = editions[before == editions[0].built]  # the one that is not published
        build = subprocess.Popen(
            [*GENERATOR, "site", "--verbose", "--site", last.folder, "--output", output],
            env=ENVIRONMENT,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert build.stderr
        if kill is None:
            for line in build.stderr:
                if line.startswith("Checking what was built"):
                    break
            time.sleep(chance.uniform(0, 0.15))
        else:
            time.sleep(kill * last.seconds)
        build.kill()
        build.communicate()
        assert digest(output) in (before, last.built)
    done = run("site", "--site", last.folder, "--output", output, cwd=output.parent)
    assert (done.returncode, done.stderr) == (0, "")
    assert digest(output) == last.built
    assert [path.name for path in output.parent.iterdir()] == ["site"]
    for edition in editions:
        assert run("render", cwd=edition.folder).returncode == 0
        assert [path.name for path in (edition.folder / "build").iterdir()] == ["staging"]


def test_two_builds_of_one_input_do_not_mix(editions: tuple[Edition, Edition]) -> None:
    """Into their own output, which is as it was: nothing has changed."""
    folder = editions[0].folder
    before = untouched(folder / "site")
    builds = [
        subprocess.Popen([*GENERATOR, "site", "--quiet"], cwd=folder, env=ENVIRONMENT)
        for _ in range(2)
    ]
    assert [one.wait() for one in builds] == [0, 0]
    assert untouched(folder / "site") == before
    assert not list((folder / "build").glob("run-*"))


def test_two_builds_into_one_output_do_not_mix(
    editions: tuple[Edition, Edition], output: Path
) -> None:
    shutil.rmtree(output)
    builds = [
        subprocess.Popen(
            [*GENERATOR, "site", "--quiet", "--site", edition.folder, "--output", output],
            env=ENVIRONMENT,
        )
        for edition in editions
    ]
    assert [one.wait() for one in builds] == [0, 0]
    assert digest(output) in [edition.built for edition in editions]
    assert [path.name for path in output.parent.iterdir()] == ["site"]


@pytest.mark.parametrize(
    ("full", "said"),
    [
        ("output", "can't take the site: [Errno 28] No space left on device"),
        ("site", "the disk is full. Nothing was published. Make room"),
    ],
)
def test_a_full_disk_leaves_what_is_published(
    editions: tuple[Edition, Edition], output: Path, tmp_path: Path, full: str, said: str
) -> None:
    """A small disk, in a mount of its own: it has room for one site and not for two, or for the
    data of a site and not for its pages."""
    (small := tmp_path / "small").mkdir()
    alone = ["unshare", "--map-root-user", "--mount", "sh", "-ec"]
    disk = 1 if full == "site" else 1 + sum(f.stat().st_size for f in output.rglob("*")) // 2**20
    mount = f"mount -t tmpfs -o size={disk + (full == 'output') * 3}m tmpfs {small}"
    if subprocess.run([*alone, mount], capture_output=True, check=False).returncode:
        pytest.skip("SKIPPED: no small disk can be mounted here")
    public, site = (small / "site", editions[1].folder) if full == "output" else (output, small)
    data = [editions[1].folder / name for name in ("mkdocs.yml", "datapackages")]
    given = [output] if full == "output" else data
    words = shlex.join([*GENERATOR, "site", "--site", f"{site}", "--output", f"{public}"])
    script = [
        mount,
        f"cp -r {shlex.join(map(str, given))} {small}",
        f"{words} || code=$?",
        f"diff -r {output} {public}",
        f"ls -A {small} {small}/build || :",
        "exit $code",
    ]
    done = subprocess.run(
        [*alone, "\n".join(script)], env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2, done.stdout + done.stderr
    assert said in done.stderr and "Traceback" not in done.stderr
    assert "run-" not in done.stdout and ".next" not in done.stdout
    assert digest(output) == editions[0].built


def test_where_nothing_may_be_written_what_is_published_stays(
    editions: tuple[Edition, Edition], output: Path, tmp_path: Path
) -> None:
    """Root without its power over permissions, or anybody else as they are."""
    powerless = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    prefix = powerless if os.geteuid() == 0 else []
    if prefix and subprocess.run([*prefix, "true"], check=False, capture_output=True).returncode:
        pytest.skip("SKIPPED: root may write anywhere, and can't lay that power down here")
    folder = tmp_path / "thornby"
    shutil.copytree(editions[1].folder, folder, ignore=shutil.ignore_patterns("site", "build"))
    table = folder / METRICS_FILE
    before = untouched(output)
    for shut, mode, code, said in (
        (output.parent, 0o500, 2, f"{output.parent}, which holds it. Mend its permissions"),
        (folder, 0o500, 2, f"{folder}/build can't be written or read. Mend its permissions."),
        (table, 0o000, 1, f"{METRICS_FILE}: "),
    ):
        usual = shut.stat().st_mode
        shut.chmod(mode)
        done = subprocess.run(
            [*prefix, *GENERATOR, "site", "--site", folder, "--output", output],
            env=ENVIRONMENT,
            capture_output=True,
            text=True,
            check=False,
        )
        shut.chmod(usual)
        assert (done.returncode, done.stdout) == (code, ""), done.stderr
        assert said in done.stderr and "Traceback" not in done.stderr
        assert untouched(output) == before


AWAY = """\
import os
listed, walked = os.listdir, os.scandir
class Backwards:
    def __init__(self, entries):
        with entries:
            self.entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))
    def __iter__(self):
        return self
    def __next__(self):
        return next(self.entries)
    def __enter__(self):
        return self
    def __exit__(self, *why):
        pass
    def close(self):
        pass
os.listdir = lambda *folder: sorted(listed(*folder), reverse=True)
os.scandir = lambda *folder: Backwards(walked(*folder))
"""


def test_the_same_bytes_anywhere(editions: tuple[Edition, Edition], tmp_path: Path) -> None:
    """Another folder, time zone, language and hash seed, and a disk that lists files backwards."""
    (tmp_path / "sitecustomize.py").write_text(AWAY)
    folder = write(tmp_path / "other place" / "thornby")
    environment = {
        "PYTHONPATH": f"{tmp_path}{os.pathsep}{ENVIRONMENT['PYTHONPATH']}",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "7",
    }
    probe = [sys.executable, "-c", "import os; print(*os.listdir())"]
    listed = subprocess.run(
        probe, cwd=folder, env={**ENVIRONMENT, **environment}, capture_output=True, check=True
    )
    assert listed.stdout.split() == [b"mkdocs.yml", b"datapackages"]  # backwards indeed
    assert run("describe", cwd=folder, **environment).returncode == 0
    assert run("site", cwd=folder, **environment).returncode == 0
    assert digest(folder / "site") == editions[0].built
