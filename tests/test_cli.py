"""The command as somebody new meets it: what is said, where, and the exit code."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.small_site import METRICS, METRICS_FILE, write

REPOSITORY = Path(__file__).parents[1]


def run(*words: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """`python -m generator` with these words, in this folder."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *map(str, words)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def digest(folder: Path) -> dict[str, str]:
    """Every file of a folder and its SHA-256."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site, described."""
    folder = write(tmp_path / "thornby")
    assert run("describe", "--site", folder, cwd=tmp_path).returncode == 0
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site, built once."""
    folder = write(tmp_path_factory.mktemp("built") / "thornby")
    assert run("describe", "--site", folder, cwd=folder).returncode == 0
    done = run("site", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert "python3 -m http.server --directory site" in done.stdout
    return folder


def break_it(site: Path) -> None:
    (site / METRICS_FILE).write_text(METRICS.replace(",1180", ',"1,180"'))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "the following arguments are required: VERB"),
        (["publish"], "invalid choice: 'publish'"),
        (["serve"], "there is no mkdocs.yml in "),
        (["serve", "--port", "high"], "'high' is not a port. Type a number up to 65535."),
        (["serve", "--port", "65536"], "'65536' is not a port."),
        (["check", "--fast"], "unrecognized arguments: --fast"),
        (["check", "--format", "xml"], "invalid choice: 'xml'"),
        (["check", "--output", "x"], "unrecognized arguments: --output x"),
        (["check", "--quiet", "--verbose"], "not allowed with argument"),
        (["check", "--site", "nowhere"], "there is no folder nowhere. Name the site's folder"),
        (["check"], "there is no mkdocs.yml in "),
    ],
)
def test_wrong_use(tmp_path: Path, words: list[str], said: str) -> None:
    done = run(*words, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stdout == "" and "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_help_names_every_verb(tmp_path: Path) -> None:
    done = run("--help", cwd=tmp_path)
    assert done.returncode == 0
    for verb in ("check", "render", "site", "serve", "describe"):
        assert f"\n    {verb} " in done.stdout
        assert run(verb, "--help", cwd=tmp_path).returncode == 0


def test_all_is_well(site: Path) -> None:
    before = digest(site)
    done = run("check", cwd=site)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("No problems.\n")
    assert digest(site) == before  # check writes nothing


def test_what_is_to_mend(site: Path) -> None:
    break_it(site)
    done = run("check", "--site", site, cwd=site.parent)
    assert (done.returncode, done.stderr) == (1, "")
    assert f"{METRICS_FILE} row 4, value: " in done.stdout
    assert "1,180" in done.stdout and "Type 1180." in done.stdout
    assert done.stdout.endswith("1 error.\n")


def test_what_is_to_mend_as_json(site: Path) -> None:
    break_it(site)
    said = json.loads(run("check", "--format", "json", cwd=site).stdout)
    assert (said["errors"], said["warnings"]) == (1, 0)
    (problem,) = said["problems"]
    assert list(problem) == ["level", "file", "row", "line", "field", "value", "what", "hint"]
    assert (problem["file"], problem["row"], problem["field"]) == (METRICS_FILE, 4, "value")


def test_what_is_to_mend_in_a_pull_request(site: Path) -> None:
    break_it(site)
    done = run("check", "--format", "github", "--site", site, cwd=site.parent)
    assert done.stdout.startswith(f"::error file=thornby/{METRICS_FILE},line=4::value: ")


def test_a_broken_package_leaves_the_published_site(built: Path, tmp_path: Path) -> None:
    site = write(tmp_path / "thornby")
    assert run("describe", cwd=site).returncode == 0
    assert run("site", "--output", tmp_path / "out", cwd=site).returncode == 0
    before = digest(tmp_path / "out")
    break_it(site)
    done = run("site", "--output", tmp_path / "out", cwd=site)
    assert (done.returncode, done.stdout) == (1, "")
    assert "1,180" in done.stderr and "Traceback" not in done.stderr
    assert digest(tmp_path / "out") == before
    assert not list((site / "build").glob("run-*"))


def test_an_unchanged_site_is_not_swapped_in(built: Path) -> None:
    before = (built / "site").stat().st_ino
    done = run("site", cwd=built)
    assert "nothing has changed" in done.stdout
    assert (built / "site").stat().st_ino == before


def test_an_output_that_is_not_ours(site: Path, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "beach.jpg").write_text("")
    done = run("site", "--output", tmp_path / "photos", cwd=site)
    assert done.returncode == 2
    assert "photos holds files that are not a site built here." in done.stderr
    assert (tmp_path / "photos" / "beach.jpg").exists()


def test_quiet_and_verbose(built: Path) -> None:
    quiet = run("site", "--quiet", cwd=built)
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")
    verbose = run("check", "--verbose", cwd=built)
    assert verbose.stderr.startswith("Reading the packages ...\n")
    assert verbose.stdout.endswith("No problems.\n")


def test_render_leaves_what_a_builder_needs(built: Path, tmp_path: Path) -> None:
    done = run("render", cwd=built)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Staged in build/staging\n"
    staging = built / "build" / "staging"
    assert sorted(path.name for path in staging.iterdir()) == ["docs", "mkdocs.yml", "theme"]
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", "mkdocs.yml"]
    subprocess.run(command, cwd=staging, check=True, capture_output=True)
    assert (staging / "site" / "indicators" / "loneliness" / "index.html").exists()


def test_the_same_bytes_anywhere_and_any_day(built: Path, tmp_path: Path) -> None:
    """Another folder, time zone, language and hash seed."""
    site = write(tmp_path / "other place" / "thornby")
    assert run("describe", cwd=site).returncode == 0
    away = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    assert run("site", cwd=site, **away).returncode == 0
    assert digest(site / "site") == digest(built / "site")


def test_a_mistake_of_ours_is_kept_for_us(site: Path) -> None:
    """A theme that breaks stands for it: MkDocs ends without saying what to mend."""
    (site / "overrides").mkdir()
    (site / "overrides" / "main.html").write_text("{% block %}")
    done = run("site", cwd=site)
    assert done.returncode == 3
    assert done.stderr == (
        "prove-and-improve: something went wrong on our side (BuilderError). "
        "Please report it, with build/crash.txt\n"
    )
    assert "Traceback" in (site / "build" / "crash.txt").read_text()
    assert not (site / "site").exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopped_before_it_has_begun(site: Path, number: int) -> None:
    """While Python still reads pandas and the rest: as soon as one of our modules is read."""
    stopped = subprocess.Popen(
        [sys.executable, "-v", "-m", "generator", "check"],  # -v: each module that is read
        cwd=site,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert stopped.stderr
    for line in stopped.stderr:
        if "import 'generator.errors'" in line:
            stopped.send_signal(number)
            break
    said = stopped.stderr.read()
    stopped.stderr.close()
    assert stopped.wait() == 130
    assert "prove-and-improve: stopped. Nothing was published.\n" in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("moved", "said"),
    [
        ("--output", "can't take the site: [Errno 28] No space left on device"),
        ("--site", "the disk is full. Nothing was published. Make room"),
    ],
)
def test_a_full_disk(site: Path, tmp_path: Path, moved: str, said: str) -> None:
    (small := tmp_path / "small").mkdir()
    alone = ["unshare", "--map-root-user", "--mount", "sh", "-ec"]
    mount = f"mount -t tmpfs -o size=1m tmpfs {small}"
    if subprocess.run([*alone, mount], capture_output=True, check=False).returncode:
        pytest.skip("SKIPPED: no small disk can be mounted here")
    words = f"--site {site} --output {small}/out"
    if moved == "--site":
        words = f"--site {small}/thornby"
        mount += f"; cp -r {site} {small}"
    command = f"{mount}; {sys.executable} -m generator site {words} || code=$?; ls -A {small}"
    done = subprocess.run(
        [*alone, f"{command}; exit $code"],
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.split()) == (2, ["thornby"] if moved == "--site" else [])
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopped_by_hand(site: Path, number: int) -> None:
    command = [sys.executable, "-m", "generator", "site", "--verbose"]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    stopped = subprocess.Popen(
        command,
        cwd=site,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
        # A job in the background is started deaf to SIGINT; this one is to hear it anywhere.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert stopped.stderr
    for line in stopped.stderr:
        if line.startswith("Building"):
            stopped.send_signal(number)
            break
    said = stopped.stderr.read()
    stopped.stderr.close()
    assert stopped.wait() == 130
    assert said == "prove-and-improve: stopped. Nothing was published.\n"
    assert not (site / "site").exists()
    assert not list((site / "build").glob("run-*"))


def test_killed_builds_leave_a_whole_site(built: Path, tmp_path: Path) -> None:
    """Three real kills, at three moments; the build after them needs no cleaning."""
    old = digest(built / "site")
    source = built / METRICS_FILE
    source.write_text(METRICS.replace(",190", ",191"))
    assert run("site", "--output", tmp_path / "new", cwd=built).returncode == 0
    new = digest(tmp_path / "new")
    assert old != new
    for moment in (0.5, 1.5, 2.5):
        command = [sys.executable, "-m", "generator", "site", "--quiet"]
        environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
        killed = subprocess.Popen(command, cwd=built, env=environment)
        time.sleep(moment)
        killed.kill()
        killed.wait()
        assert digest(built / "site") in (old, new)
    assert run("site", cwd=built).returncode == 0
    assert digest(built / "site") == new
    assert not list((built / "build").glob("run-*"))
    source.write_text(METRICS)
    assert run("site", cwd=built).returncode == 0


def test_two_builds_at_once_do_not_mix(built: Path) -> None:
    before = digest(built / "site")
    command = [sys.executable, "-m", "generator", "site", "--quiet"]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    builds = [subprocess.Popen(command, cwd=built, env=environment) for _ in range(2)]
    assert [one.wait() for one in builds] == [0, 0]
    assert digest(built / "site") == before


def test_describe_twice_is_the_same(site: Path) -> None:
    descriptor = site / "datapackages" / "survey" / "datapackage.json"
    before = descriptor.read_bytes()
    done = run("describe", cwd=site)
    assert (done.returncode, done.stdout) == (0, "Nothing has changed\n")
    assert descriptor.read_bytes() == before
