"""The command as somebody new meets it: what is said, where, and the exit code."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import REPOSITORY, digest, run, untouched
from tests.small_site import METRICS, METRICS_FILE, write


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
    before = untouched(built / "site")
    done = run("site", cwd=built)
    assert "nothing has changed" in done.stdout
    assert untouched(built / "site") == before


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


def test_describe_twice_is_the_same(site: Path) -> None:
    descriptor = site / "datapackages" / "survey" / "datapackage.json"
    before = descriptor.read_bytes()
    done = run("describe", cwd=site)
    assert (done.returncode, done.stdout) == (0, "Nothing has changed\n")
    assert descriptor.read_bytes() == before
