"""A site shown while it is written: what stands at an address, and what is laid over a page."""

from __future__ import annotations

import http.client
import json
import socket
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from generator.errors import Where, error, warning
from generator.publish.serve import PortTakenError
from generator.publish.serve.loop import Made, _after
from generator.publish.serve.server import HEADERS, Server, listening
from generator.publish.serve.shown import Shown, answer
from generator.publish.serve.watch import state, wait

PAGE = b"<html><body><h1>Home</h1></body></html>"
TYPED = error(Where("a.csv", row=3), 'value: "<script>x</script>" is not a number', "Type 1 & 2.")


@pytest.fixture
def shown(tmp_path: Path) -> Shown:
    """A built site, and a file beside it that is nobody's business."""
    site = tmp_path / "site"
    (site / "places" / "a b").mkdir(parents=True)
    (site / "data").mkdir()
    (tmp_path / "secret.html").write_bytes(b"secret")
    (site / "out.html").symlink_to(tmp_path / "secret.html")
    for name in ("index.html", "404.html", "places/a b/index.html"):
        (site / name).write_bytes(PAGE)
    (site / "data" / "a.csv").write_bytes(b"a\r\n1\r\n")
    return Shown("1-1", site, "/report/2026/", building=False)


@pytest.mark.parametrize(
    ("target", "status", "kind"),
    [
        ("/", 200, "text/html; charset=utf-8"),
        ("/?x=/..", 200, "text/html; charset=utf-8"),
        ("/index.html", 200, "text/html; charset=utf-8"),
        ("/places/a%20b/", 200, "text/html; charset=utf-8"),
        ("/report/2026/places/a%20b/", 200, "text/html; charset=utf-8"),
        ("/data/a.csv", 200, "text/csv; charset=utf-8"),
        ("/data/a.csv/", 404, "text/html; charset=utf-8"),
        ("/data/", 404, "text/html; charset=utf-8"),  # no list of a folder
        ("/data", 404, "text/html; charset=utf-8"),
        ("/../secret.html", 404, "text/html; charset=utf-8"),
        ("/%2e%2e/secret.html", 404, "text/html; charset=utf-8"),
        ("/places/..%2f..%2f..%2fsecret.html", 404, "text/html; charset=utf-8"),
        ("/report/2026/../../secret.html", 404, "text/html; charset=utf-8"),
        ("//etc/passwd", 404, "text/html; charset=utf-8"),
        ("/out.html", 404, "text/html; charset=utf-8"),  # a link that leads out
        ("/a%00b", 404, "text/html; charset=utf-8"),
        (f"/{'a' * 5000}", 404, "text/html; charset=utf-8"),
    ],
)
def test_what_stands_at_an_address(shown: Shown, target: str, status: int, kind: str) -> None:
    found = answer(target, shown)
    assert (found.status, found.kind) == (status, kind)
    assert b"secret" not in found.body


def test_a_page_without_its_slash_is_found(shown: Shown) -> None:
    assert answer("/places/a%20b", shown).location == "/places/a%20b/"
    assert answer("//places/a%20b", shown).location == "/places/a%20b/"  # not another host


def test_the_panel_is_in_the_answer_and_not_in_the_file(shown: Shown) -> None:
    body = answer("/", replace(shown, problems=(TYPED,))).body
    assert body.startswith(b"<html><body><h1>Home</h1><link ") and body.endswith(b"</body></html>")
    assert b'data-site="1-1"' in body
    assert shown.folder and (shown.folder / "index.html").read_bytes() == PAGE
    assert answer("/data/a.csv", replace(shown, problems=(TYPED,))).body == b"a\r\n1\r\n"


def test_what_is_wrong_is_listed_as_text(shown: Shown) -> None:
    said = json.loads(answer("/.serve/state", replace(shown, problems=(TYPED,))).body)
    assert said["site"] == "1-1"
    assert said["panel"] == (
        "<details open><summary><strong>1 error.</strong> What you see is the last good site."
        "</summary><ul><li><code>a.csv row 3</code><br>value: &quot;&lt;script&gt;x&lt;/script&gt;"
        "&quot; is not a number<br>Type 1 &amp; 2.</li></ul></details>"
    )


def test_a_warning_is_folded_away(shown: Shown) -> None:
    panel = replace(shown, problems=(warning(Where("a.md"), "it is long"),)).panel
    assert panel == (
        "<details><summary><strong>1 warning.</strong></summary>"
        "<ul><li><code>a.md</code><br>Warning: it is long</li></ul></details>"
    )


def test_before_there_is_a_site_every_address_says_why() -> None:
    first = Shown("1-0")
    assert b"Building the site" in answer("/", first).body
    wrong = replace(first, problems=(TYPED,), building=False)
    for target in ("/", "/places/x/", "/404.html"):
        found = answer(target, wrong)
        assert found.status == 503
        assert b"1 error.</strong> The site is shown here as soon as this is mended." in found.body
    assert answer("/.serve/live.js", wrong).kind == "text/javascript; charset=utf-8"
    assert answer("/.serve/live.css", wrong).status == 200


def test_the_last_good_site_stays(shown: Shown, tmp_path: Path) -> None:
    new = tmp_path / "new"
    new.mkdir()
    assert shown.folder
    kept = _after(shown, Made([TYPED]), "1-2", new)
    assert (kept.site, kept.folder, kept.problems) == ("1-1", shown.folder, (TYPED,))
    equal = _after(shown, Made([]), "1-2", shown.folder)
    assert equal.site == "1-1"
    taken = _after(shown, Made([], "https://e.org/r"), "1-2", new)
    assert (taken.site, taken.folder, taken.root) == ("1-2", new, "/r/")


def test_a_change_is_waited_for(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    page = tmp_path / "content" / "about.md"
    page.write_text("one")
    before = state([tmp_path])
    (tmp_path / "content" / ".about.md.swp").write_text("")
    (tmp_path / "content" / "about.md~").write_text("")
    assert state([tmp_path]) == before and list(before) == [str(page)]
    waiting = threading.Thread(target=wait, args=([tmp_path], before), daemon=True)
    waiting.start()
    waiting.join(0.7)
    assert waiting.is_alive()
    page.write_text("three")
    waiting.join(5)
    assert not waiting.is_alive()


def test_it_sends_the_headers_that_a_host_is_told_to_send() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    for name, value in HEADERS.items():
        assert name == "Cache-Control" or f"{name}: {value}" in readme, name


def ask(server: Server, host: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=5)
    connection.putrequest("GET", "/", skip_host=True)
    connection.putheader("Host", host)
    connection.endheaders()
    answered = connection.getresponse()
    answered.read()
    connection.close()
    return answered


def test_only_this_machine_is_answered(shown: Shown) -> None:
    with listening(None, shown) as server:
        assert server.server_address[0] == "127.0.0.1"
        assert ask(server, "127.0.0.1:8000").status == 200
        found = ask(server, "localhost")
        assert found.status == 200
        assert {name: found.headers[name] for name in HEADERS} == HEADERS
        for host in ("example.org", "127.0.0.1.example.org", "", "["):
            assert ask(server, host).status == 403, host


def test_a_browser_that_leaves_ends_nothing(shown: Shown) -> None:
    assert shown.folder
    (shown.folder / "data" / "large.csv").write_bytes(b"0" * 20_000_000)
    with listening(None, shown) as server:
        for _ in range(3):
            with socket.create_connection(("127.0.0.1", server.server_address[1])) as leaving:
                leaving.sendall(b"GET /data/large.csv HTTP/1.0\r\nHost: localhost\r\n\r\n")
                leaving.recv(10)
        assert ask(server, "localhost").status == 200


def test_a_taken_port_is_refused_and_the_usual_one_passed_over(shown: Shown) -> None:
    with listening(None, shown) as first:
        port = first.server_address[1]
        with pytest.raises(PortTakenError, match=f"port {port} is taken by another program"):
            listening(port, shown).__enter__()
        with listening(None, shown) as second:
            assert second.server_address[1] != port
    before = time.monotonic()
    with listening(port, shown):  # free again at once
        pass
    assert time.monotonic() - before < 2
