"""Live updates, measured in a browser: what changes, what is said and when, and what never moves."""

import http.client
import re
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import brotli
import pytest

from a11y_tests.browser import Browser
from a11y_tests.live_site import ROOT, free_port, start, wait_for
from participation_api.conftest import SHELL, make_site
from participation_api.organiser_links import add_link

ASSETS = ROOT / "site_config" / "theme" / "assets"
NOTES = {"id": "notes", "kind": "board", "question": "What should we note?", "review": "no", "state": "open"}
FLOOR = {"id": "floor", "kind": "queue", "question": "Do you want the floor?", "state": "open"}
RESULTS = "/take-part/demo/floor/results/"
# Kept since the page was opened: what was said, and each moment at which something on the screen changed.
WATCH = """() => {
  window.said = []; window.drawn = [];
  const status = document.querySelector("[role=status]"), at = () => performance.now();
  new MutationObserver(() => said.push([at(), status.textContent]))
    .observe(status, { childList: true, characterData: true, subtree: true });
  new MutationObserver(() => drawn.push(at()))
    .observe(document.querySelector("[data-live]") ?? document.querySelector(".receipt"),
      { childList: true, characterData: true, attributes: true, subtree: true });
}"""


@dataclass
class Someone:
    """A browser without a screen: it keeps cookies, and sends forms."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def post(self, path: str, **fields: str) -> int:
        status, location = self._post(path, fields)
        if status == 307:
            status, location = self._post(location, fields)
        return status

    def _post(self, path: str, fields: Mapping[str, str]) -> tuple[int, str]:
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"content-type": "application/x-www-form-urlencoded", "cookie": cookie}
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)) as connection:
            connection.request("POST", path, urlencode(fields), headers)
            answer = connection.getresponse()
            answer.read()
            for name, value in answer.getheaders():
                if name == "set-cookie":
                    key, _, rest = value.partition("=")
                    self.cookies[key] = rest.partition(";")[0]
            return answer.status, answer.getheader("location", "")

    def get(self, path: str) -> str:
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)) as connection:
            connection.request("GET", path, headers={"cookie": cookie})
            return connection.getresponse().read().decode()


@dataclass
class Site:
    port: int
    process: "subprocess.Popen[str]"
    database: Path

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def someone(self) -> Someone:
        return Someone(self.port)

    def chair(self) -> Someone:
        one = self.someone()
        one.post(f"/organise/in/{add_link(self.database, 'owner', 'the chair', days=1)}")
        return one

    def call_next(self, chair: Someone) -> int:
        """Press the button that is there, with what it carries."""
        page = chair.get("/organise/demo/floor/")
        form = re.search(r'<form[^>]*action="([^"]*/act/call_next[^"]*)".*?</form>', page, re.DOTALL)
        assert form, page
        fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', form[0]))
        return chair.post(form[1], **fields)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    folder = make_site(tmp_path / "site", {"notes": NOTES, "floor": FLOOR})
    shutil.copytree(ASSETS, folder / "assets")
    sheet = '<link rel="stylesheet" href="/assets/site.css">'
    (folder / "take-part" / "shell.en.html").write_text(SHELL.replace("</head>", f"{sheet}</head>"))
    database, port = tmp_path / "instance" / "c.sqlite3", free_port()
    process = start(folder, database, port)
    try:
        wait_for(f"http://127.0.0.1:{port}", process)
        yield Site(port, process, database)
    finally:
        process.terminate()
        process.communicate(timeout=20)


class Reader:
    """Somebody with scripts, who reads a page."""

    def __init__(self, browser: Browser, site: Site) -> None:
        self.browser, self.site = browser, site

    def open(self, path: str, *, is_live: bool = True) -> None:
        self.browser.cdp.call("Page.navigate", url="about:blank")
        self.browser.cdp.call("Page.navigate", url=self.site.origin + path)
        self.until("() => document.readyState === 'complete' && !!document.querySelector('h1')")
        self.ask(WATCH)
        if is_live:
            self.ask("() => { const b = document.querySelector('.live button'); b.focus(); b.click(); }")
            self.until("() => said.length === 1")

    def ask(self, function: str) -> Any:
        reply = self.browser.cdp.call("Runtime.evaluate", expression=f"({function})()", returnByValue=True)
        assert "exceptionDetails" not in reply, reply
        return reply["result"].get("value")

    def until(self, function: str, seconds: float = 15) -> None:
        deadline = time.monotonic() + seconds
        while not self.ask(function):
            assert time.monotonic() < deadline, f"{function} within {seconds} s; said: {self.ask('() => window.said')}"
            time.sleep(0.05)

    @property
    def said(self) -> list[str]:
        return [text for _, text in self.ask("() => said")]

    def wait(self, seconds: float) -> None:
        self.browser.cdp.listen(seconds)


@pytest.fixture(scope="module")
def own_browser() -> Iterator[Browser]:
    with Browser() as browser:
        yield browser


@pytest.fixture
def reader(own_browser: Browser, site: Site) -> Reader:
    return Reader(own_browser, site)


def moments(changes: Sequence[float]) -> list[float]:
    """Changes of one drawing, which come together, as one."""
    return [at for n, at in enumerate(changes) if n == 0 or at - changes[n - 1] > 200]


def test_the_one_script_is_at_most_3_kb_compressed() -> None:
    assert len(brotli.compress((ASSETS / "live.js").read_bytes())) <= 3000


@pytest.mark.browser
@pytest.mark.requirement("LV-01", "LV-03", "LV-04", "LV-06", "R8")
@pytest.mark.criterion("2.2.2", "4.1.3")
def test_it_is_off_until_chosen_and_the_choice_is_kept(reader: Reader) -> None:
    reader.open(RESULTS, is_live=False)
    reader.site.someone().post("/take-part/demo/floor/", mode="speak", place="room")
    reader.wait(4)
    assert reader.ask("() => [said, drawn]") == [[], []]
    look = """() => [
      [...document.querySelectorAll("[role=status],[aria-live],[role=alert],[role=log],[aria-busy]")]
        .map(e => [e.localName, e.getAttribute("role"), e.getAttribute("aria-atomic"), e.textContent,
          !!e.querySelector("table,ol,ul,svg")]),
      document.querySelector(".live button").textContent,
      !!(document.querySelector(".live").compareDocumentPosition(document.querySelector("[data-live]")) & 4),
    ]"""
    assert reader.ask(look) == [[["p", "status", "true", "", False]], "Start live updates", True]
    reader.open(RESULTS)
    assert reader.ask(look)[1] == "Pause live updates"
    assert reader.said == ["Live updates are on."]
    reader.open("/take-part/demo/", is_live=False)
    assert reader.ask(look) == [[["p", "status", "true", "", False]], "Pause live updates", True]
    reader.ask("() => document.querySelector('.live button').click()")
    assert (reader.said, reader.ask(look)[1]) == (["Live updates are paused."], "Start live updates")
    reader.open(RESULTS, is_live=False)
    assert reader.ask(look)[1] == "Start live updates"


@pytest.mark.browser
@pytest.mark.requirement("LV-05", "LV-07", "SQ-04", "R8")
@pytest.mark.criterion("4.1.3", "2.2.4", "2.4.3")
def test_fifty_events_in_ten_seconds_are_a_few_changes_and_one_sentence(reader: Reader) -> None:
    reader.browser.set_viewport(320, 400)
    reader.open(RESULTS)
    reader.ask("() => { scrollTo(0, 120); document.querySelector('main ~ *, footer').tabIndex = -1; }")
    held = "() => [document.activeElement.textContent, Math.round(scrollY)]"
    before = reader.ask(held)
    started = time.monotonic()
    for number in range(50):
        assert reader.site.someone().post("/take-part/demo/floor/", mode="speak", place="room") == 303
        time.sleep(max(0, started + (number + 1) / 5 - time.monotonic()))
        if number % 10 == 0:
            assert reader.ask(held) == before
    took = time.monotonic() - started
    reader.until("() => document.querySelectorAll('.queue > li').length === 50")
    reader.until("() => said.length === 2", 40)
    reader.wait(6)
    assert reader.ask(held) == before
    drawn = moments(reader.ask("() => drawn"))
    assert took < 12
    assert 2 <= len(drawn) <= 5
    assert all(later - earlier > 10_000 for earlier, later in zip(drawn, drawn[2:], strict=False)), drawn
    times = [at for at, _ in reader.ask("() => said")]
    assert all(later - earlier > 29_900 for earlier, later in pairwise(times)), times
    assert reader.said == ["Live updates are on.", "Nobody has the floor now. 50 people are waiting."]
    reader.browser.set_viewport(reader.browser.width, reader.browser.height)


@pytest.mark.browser
@pytest.mark.requirement("LV-05")
@pytest.mark.criterion("4.1.3")
def test_what_concerns_oneself_is_said_at_once_and_never_into_typing(reader: Reader) -> None:
    site, chair = reader.site, reader.site.chair()
    first, me = site.someone(), site.someone()
    for one in (first, me):
        assert one.post("/take-part/demo/floor/", mode="speak", place="room") == 303
    for name, value in me.cookies.items():
        reader.browser.cdp.call("Network.setCookie", name=name, value=value, url=site.origin)
    reader.open("/take-part/demo/floor/receipt/")
    assert reader.ask("() => document.querySelector('.lead').textContent") == "You are 2nd. Your number is 2."
    assert site.call_next(chair) == 303
    reader.until("() => said.length === 2", 3)
    typing = "() => { const f = document.createElement('textarea'); document.querySelector('main').append(f); f.focus(); }"
    reader.ask(typing)
    assert site.call_next(chair) == 303
    last_key = 0.0
    for _ in range(10):
        last_key = reader.ask(
            "() => { document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));"
            " return performance.now(); }"
        )
        reader.wait(0.3)
    assert len(reader.said) == 2
    reader.until("() => said.length === 3", 3)
    told = reader.ask("() => said")
    assert 1000 <= told[2][0] - last_key < 1600
    assert [text for _, text in told] == [
        "Live updates are on.", "You are next. Your number is 2.", "It is your turn. Your number is 2."
    ]  # fmt: skip
    assert reader.ask("() => [document.activeElement.localName, document.querySelector('.lead').textContent]") == [
        "textarea", "It is your turn. Your number is 2."
    ]  # fmt: skip
    # Said once, however often the page is opened.
    reader.open("/take-part/demo/floor/receipt/", is_live=False)
    reader.wait(4)
    assert reader.said == []
    reader.browser.cdp.call("Network.clearBrowserCookies")


@pytest.mark.browser
@pytest.mark.requirement("NB-06", "LV-07")
def test_new_notes_come_by_a_link_and_a_hidden_one_leaves_its_place(reader: Reader) -> None:
    write = {"note": "A wider path", "lang": ""}
    assert reader.site.someone().post("/take-part/demo/notes/", **write) == 303
    page = "/take-part/demo/notes/results/"
    reader.open(page)
    numbers = "() => [...document.querySelectorAll('li[id] .note-number')].map(e => e.textContent)"
    assert reader.ask(numbers) == ["Note 1"]
    for text in ("A lower kerb", "A bench"):
        assert reader.site.someone().post("/take-part/demo/notes/", note=text, lang="") == 303
    link = "() => { const a = document.querySelector('.live a + button + a'); return a.hidden ? '' : a.textContent; }"
    reader.until(f"() => ({link})() === 'New notes: 2. Show them'")
    assert reader.ask(numbers) == ["Note 1"]
    reader.ask("() => document.querySelector('.live a + button + a').click()")
    reader.until("() => document.querySelectorAll('li[id]').length === 3")
    assert reader.ask("() => location.hash") == "#board-notes-entry-2"
    chair = reader.site.chair()
    hide = {"number": "2", "expected": "", "why": "It names a person", "reason": "It names a person"}
    assert chair.post("/organise/demo/notes/act/hide", **hide) == 303
    reader.until("() => document.querySelector('#board-notes-entry-2').textContent === 'It is not shown any more.'")
    assert reader.ask(numbers) == ["Note 1", "Note 3"]


@pytest.mark.browser
@pytest.mark.requirement("LV-05", "LV-07")
def test_on_the_now_page_what_opens_or_closes_is_said_and_found_by_a_link(reader: Reader) -> None:
    reader.open("/take-part/demo/")
    before = reader.ask("() => document.querySelector('[data-live]').innerText")
    page = (chair := reader.site.chair()).get("/organise/demo/notes/")
    stamp = re.search(r'name="expected" value="(open@[^"]*)"', page)
    assert stamp
    assert chair.post("/organise/demo/notes/state/close-now", expected=stamp[1]) == 303
    link = "() => { const a = document.querySelector('.live a + button + a'); return a.hidden ? '' : a.textContent; }"
    reader.until(f"() => ({link})() === 'Show what is new'")
    assert reader.ask("() => document.querySelector('[data-live]').innerText") == before
    reader.until("() => said.length === 2", 40)
    assert reader.said[1] == "Open now: Do you want the floor? There is more: use “Show what is new”."
    reader.ask("() => document.querySelector('.live a + button + a').click()")
    reader.until("() => document.title.startsWith('1 open now') && !window.said")


@pytest.mark.browser
@pytest.mark.requirement("LV-08")
@pytest.mark.criterion("4.1.3")
def test_a_stream_that_is_cut_is_said_once_and_refresh_is_there(reader: Reader) -> None:
    reader.open(RESULTS)
    reader.site.process.terminate()
    assert reader.site.process.wait(timeout=5) is not None
    reader.until("() => said.length === 2", 15)
    reader.wait(15)
    assert reader.said == ["Live updates are on.", "Live updates stopped. Use Refresh."]
    bar = "() => [...document.querySelector('.live .actions').children].filter(e => !e.hidden).map(e => e.textContent)"
    assert reader.ask(bar) == ["Refresh", "Start live updates"]


@pytest.mark.browser
@pytest.mark.requirement("PG-06", "LV-02")
@pytest.mark.criterion("2.2.1")
def test_without_the_script_the_page_is_whole(reader: Reader) -> None:
    reader.site.someone().post("/take-part/demo/floor/", mode="speak", place="room")
    reader.browser.block_scripts()
    try:
        reader.open(RESULTS, is_live=False)
        bar = "() => [...document.querySelector('.live').querySelectorAll('a, button')].filter(e => !e.hidden)"
        assert reader.ask(f"{bar}.map(e => [e.textContent, e.pathname])") == [["Refresh", RESULTS]]
        assert reader.ask("() => document.querySelectorAll('meta[http-equiv]').length") == 0
        assert "1 person is waiting." in reader.ask("() => document.querySelector('main').innerText")
    finally:
        reader.browser.block_scripts(False)
