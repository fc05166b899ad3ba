"""Behind a real nginx, set up with the very lines of the how-to page."""

import os
import re
import shutil
import signal
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from httpx2 import Client

from participation_api.conftest import make_site
from participation_api.test_faults import LUNCH, TYPE, Server, free_port

pytestmark = pytest.mark.server
HOW_TO = Path(__file__).parent.parent / "docs" / "help" / "how-to" / "run-behind-nginx.md"
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
# What a distribution's nginx.conf has around the lines of the page; everything lies in one folder of the test.
AROUND = """
{user}
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
    access_log {folder}/access.log;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
{server}
}}
"""


class Site:
    """The public address of a server behind nginx, and browsers that trust its certificate."""

    def __init__(self, port: int, folder: Path) -> None:
        self.origin = f"https://127.0.0.1:{port}"
        self.folder = folder

    def browser(self) -> Client:
        trusted = ssl.create_default_context(cafile=str(self.folder / "site.pem"))
        return Client(base_url=self.origin, verify=trusted, timeout=20)


def lines_of_the_page(port: int, backend: int, folder: Path) -> str:
    text: str = re.findall(r"```nginx\n(.*?)```", HOW_TO.read_text(encoding="utf-8"), re.DOTALL)[0]
    changes = {
        "listen 443 ssl;": f"listen 127.0.0.1:{port} ssl;",
        "/etc/ssl/conference.example.pem": f"{folder}/site.pem",
        "/etc/ssl/conference.example.key": f"{folder}/site.key",
        "http://127.0.0.1:8000": f"http://127.0.0.1:{backend}",
    }
    for old, new in changes.items():
        assert text.count(old) == 1, f"the page no longer says {old}"
        text = text.replace(old, new)
    return text


def make_certificate(folder: Path) -> None:
    subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    files = ["-keyout", str(folder / "site.key"), "-out", str(folder / "site.pem")]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", *subject, *files]
    subprocess.run(command, check=True, capture_output=True)


@contextmanager
def nginx(backend: int, folder: Path) -> Iterator[Site]:
    assert NGINX, "nginx is missing; `make test` installs it, or says how"
    make_certificate(folder)
    port = free_port()
    user = "user root;" if os.geteuid() == 0 else ""
    config = folder / "nginx.conf"
    config.write_text(AROUND.format(user=user, folder=folder, server=lines_of_the_page(port, backend, folder)))
    process = subprocess.Popen([NGINX, "-c", str(config)], stderr=subprocess.DEVNULL)
    site = Site(port, folder)
    try:
        wait_for(site)
        yield site
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)


def wait_for(site: Site) -> None:
    for _ in range(100):
        try:
            with site.browser() as browser:
                assert browser.get("/healthz").text == "ok\n"
                return
        except OSError:
            time.sleep(0.05)
        except Exception as error:
            if "refused" not in str(error).lower():
                raise
            time.sleep(0.05)
    raise AssertionError((site.folder / "error.log").read_text())


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("nginx")
    make_site(folder / "site")
    server = Server(folder, CURBCUT_HTTPS="yes")
    try:
        with nginx(server.port, folder) as site:
            yield site
    finally:
        server.stop()


def vote(browser: Client, origin: str, choice: str = "soup") -> list[int]:
    """As a browser on plain connections does it: with its origin, and sent again with the cookie after the 307."""
    answer = browser.post(LUNCH, content=f"choice={choice}", headers={**TYPE, "origin": origin}, follow_redirects=True)
    return [*(step.status_code for step in answer.history), answer.status_code]


@pytest.mark.requirement("CF-01")
def test_first_vote_is_repeated_with_the_cookie_and_gets_its_receipt(public: Site) -> None:
    with public.browser() as browser:
        assert vote(browser, public.origin) == [307, 303, 200]
        receipt = browser.get(f"{LUNCH}receipt/")
        assert "Your answer is recorded" in receipt.text
        assert [(cookie.name, cookie.secure) for cookie in browser.cookies.jar] == [("__Host-curbcut", True)]


def test_a_form_of_another_site_is_refused_with_a_page_of_ours(public: Site) -> None:
    with public.browser() as browser:
        assert vote(browser, "https://elsewhere.example") == [403]


@pytest.mark.requirement("ER-08")
def test_a_form_that_is_too_long_gets_our_page_and_not_that_of_nginx(public: Site) -> None:
    with public.browser() as browser:
        answer = browser.post(LUNCH, content="choice=" + "x" * 70_000, headers={**TYPE, "origin": public.origin})
    assert answer.status_code == 413
    assert "nginx" not in answer.text
    assert "<h1" in answer.text


@pytest.mark.requirement("LV-08")
def test_live_updates_come_at_once(public: Site) -> None:
    """nginx collects what it passes on, unless it is told not to."""
    with public.browser() as reader, public.browser() as voter:
        started = time.monotonic()
        with reader.stream("GET", "/take-part/demo/events/") as stream:
            lines = stream.iter_lines()
            assert next(line for line in lines if line.startswith("event:")) == "event: beat"
            assert vote(voter, public.origin) == [307, 303, 200]
            assert next(line for line in lines if line.startswith("event:")) == "event: change"
        assert time.monotonic() - started < 10


def test_no_address_is_logged(public: Site) -> None:
    with public.browser() as browser:
        browser.get("/")
    with closing((public.folder / "access.log").open()) as log:
        assert log.read() == ""
