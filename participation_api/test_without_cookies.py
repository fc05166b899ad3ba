"""A browser that keeps no cookie: everything can be done, and what stands for the person stays in the address."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from participation_api.app import create_app
from participation_api.conftest import Clock, make_site
from participation_api.settings import Settings
from participation_api.test_codes import VOTE, made
from participation_api.test_organise import DEMO, buttons, heading, notes, press
from participation_api.without_cookies import packed, unpacked

LUNCH, BOARD = "/take-part/demo/lunch/", "/take-part/demo/board/"


class Bare:
    """Follows every redirect as a browser does, and throws every cookie away."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        self.page = Response(200)
        self.address = ""

    def open(self, address: str) -> Response:
        return self._follow("GET", address, None)

    def send(self, address: str, fields: Mapping[str, str | list[str]]) -> Response:
        return self._follow("POST", address, fields)

    def press(self, words: str, **typed: str | list[str]) -> Response:
        button = next(button for button in buttons(self.page) if button.words.startswith(words))
        return self.send(button.address or self.address, {**button.fields, **typed})

    def follow(self, words: str) -> Response:
        return self.open(next(address for address, text in links(self.page) if text.startswith(words)))

    def forget(self) -> None:
        self.client.cookies.clear()

    def _follow(self, method: str, address: str, fields: Mapping[str, str | list[str]] | None) -> Response:
        for _ in range(5):
            self.forget()
            headers = {"content-type": "application/x-www-form-urlencoded"}
            sent = {"data": fields, "headers": headers} if method == "POST" else {}
            self.page = self.client.request(method, address, **sent)  # type: ignore[arg-type]
            self.address = address
            if self.page.status_code not in (303, 307):
                return self.page
            method = "GET" if self.page.status_code == 303 else method
            address = self.page.headers["location"].split("#")[0]
        raise AssertionError(f"{address} leads on for ever")


def links(page: Response) -> list[tuple[str, str]]:
    found = re.findall(r'<a [^>]*?href="([^"]+)"[^>]*>(.*?)</a>', page.text, re.DOTALL)
    return [(address, " ".join(re.sub("<[^>]+>", "", text).split())) for address, text in found]


@pytest.fixture
def bare(client: TestClient) -> Bare:
    return Bare(client)


def count(client: TestClient, table: str) -> int:
    service = client.app.state.service  # type: ignore[attr-defined]
    rows = client.portal.call(service.store.rows, f"select count(*) as n from {table}")  # type: ignore[union-attr]
    return int(rows[0]["n"])


FIRST: dict[str, tuple[dict[str, str | list[str]], str]] = {
    "lunch": ({"choice": "soup"}, "ballot"),
    "needs": ({"choice": ["captions", "a-break"]}, "ballot"),
    "board": ({"note": "A ramp is missing", "column": "ideas"}, "note"),
    "rooms": ({"room": "green-room"}, "room_choice"),
    "floor": ({"mode": "speak", "place": "room"}, "turn"),
}  # fmt: skip


@pytest.mark.requirement("ER-08", "CF-01", "CF-02")
@pytest.mark.parametrize("activity", FIRST)
def test_everything_is_sent_read_changed_and_withdrawn(bare: Bare, activity: str) -> None:
    fields, table = FIRST[activity]
    before = count(bare.client, table)
    refused = bare.send(f"/take-part/demo/{activity}/", fields)
    assert (refused.status_code, heading(refused)) == (
        400, "Your browser refused the cookie; your answer was not saved",
    )  # fmt: skip
    assert count(bare.client, table) == before
    receipt = bare.press("Send it without a cookie")
    assert receipt.status_code == 200, receipt.text
    assert re.fullmatch(rf"/without-cookies/[\w-]+/take-part/demo/{activity}/receipt/", bare.address)
    assert "This address is yours alone" in receipt.text
    assert count(bare.client, table) == before + 1
    kept = bare.address
    if any(text.startswith("Change") for _, text in links(receipt)):
        bare.follow("Change")
        form = next(button for button in buttons(bare.page) if button.fields.get("change"))
        assert form.address.startswith("/without-cookies/")
        bare.send(form.address, {**fields, **form.fields})
        assert "/receipt/" in bare.address
        assert count(bare.client, table) == before + 1
    bare.open(kept)
    bare.follow("Withdraw")
    gone = bare.press("Withdraw")
    assert heading(gone) == "It is withdrawn"


def test_a_browser_that_repeats_with_get_finds_the_way_on_the_page_that_says_so(bare: Bare) -> None:
    bare.open(f"{LUNCH}?cookie=sent")
    assert count(bare.client, "ballot") == 0
    bare.follow("If you read this a second time: answer without a cookie")
    form = next(button for button in buttons(bare.page) if button.words.startswith("Send my answer"))
    bare.send(form.address, {"choice": "soup"})
    assert heading(bare.page) == "Your answer is recorded"


def test_pressing_twice_counts_once(bare: Bare) -> None:
    page = bare.send(LUNCH, {"choice": "soup"})
    for _ in range(2):
        bare.page = page
        bare.press("Send it without a cookie")
        assert heading(bare.page) == "Your answer is recorded"
    assert count(bare.client, "ballot") == 1


def test_another_person_on_the_device_gets_an_address_of_their_own(bare: Bare) -> None:
    bare.send(LUNCH, {"choice": "soup"})
    bare.press("Send it without a cookie")
    first = bare.address
    bare.send(first.removesuffix("receipt/"), {"choice": "salad"})
    token = re.search(r'name="person" value="([^"]+)"', bare.page.text)
    assert token
    bare.press("Change my answer", person=token[1])
    assert heading(bare.page) == "Your answer is recorded"
    assert bare.address != first
    assert "<p>Salad</p>" in bare.page.text
    assert "<p>Soup</p>" in bare.open(first).text


@pytest.fixture
def hall(ana: TestClient, clock: Clock) -> Bare:
    """A browser without cookies, where one note is shown to everyone."""
    notes(ana, "A ramp is missing")
    press(ana, ana.get(f"{DEMO}board/"), "Show note 1")
    clock.pass_by(seconds=1)
    return Bare(ana)


@pytest.mark.requirement("NB-03")
def test_agreement_counts_and_is_taken_back(hall: Bare) -> None:
    hall.send(BOARD, {"note": "The ramp, again", "column": "ideas"})
    hall.press("Send it without a cookie")
    hall.open(hall.address.replace("receipt/", "results/"))
    hall.press("I agree, note 1")
    assert "1 person agrees." in hall.page.text
    hall.press("Take back my agreement, note 1")
    assert "1 person agrees." not in hall.page.text


def test_who_only_agrees_is_asked_to_send_it_without_a_cookie(hall: Bare) -> None:
    hall.open(f"{BOARD}results/")
    assert hall.press("I agree, note 1").status_code == 400
    assert "1 person agrees." in hall.press("Send it without a cookie").text
    assert count(hall.client, "agreement") == 1


def test_a_code_counts_without_a_cookie(settings: Settings, tmp_path: Path, clock: Clock) -> None:
    site = make_site(tmp_path / "codes", VOTE)
    with TestClient(create_app(Settings(site=site, database=tmp_path / "c.sqlite3"), clock), follow_redirects=False) as it:
        (code, *_) = made(it)
        bare = Bare(it)
        bare.send("/take-part/demo/vote/", {"code": code, "choice": "yes"})
        assert heading(bare.press("Send it without a cookie")) == "Your answer is recorded"
        assert count(it, "ballot") == 1


def test_no_address_votes_without_a_code(tmp_path: Path, clock: Clock) -> None:
    site = make_site(tmp_path / "codes", VOTE)
    with TestClient(create_app(Settings(site=site, database=tmp_path / "c.sqlite3"), clock), follow_redirects=False) as it:
        made(it)
        bare = Bare(it)
        assert "without-cookies" not in bare.open("/take-part/demo/vote/?cookie=sent").text
        # A device of a code that has never been typed, as such an address would name it.
        service = it.app.state.service  # type: ignore[attr-defined]
        purpose, device = "code\0demo/vote", service.participants.mint()
        jar = packed({service.participants.code_cookie_name: f"{device}.{service.participants.sign(purpose, device)}"})
        answer = bare.send(f"/without-cookies/{jar}/take-part/demo/vote/", {"choice": "yes", "change": "1"})
        assert (answer.status_code, count(it, "ballot")) == (422, 0)
        assert "Enter your code: 9 digits" in answer.text


def test_making_new_people_is_bounded_on_every_way(bare: Bare, monkeypatch: pytest.MonkeyPatch) -> None:
    service = bare.client.app.state.service  # type: ignore[attr-defined]
    left = [True, True]
    monkeypatch.setattr(service.limits, "may_begin", lambda address: bool(left) and left.pop())
    statuses = [bare.client.post(f"{LUNCH}?cookie=sent", data={"choice": "soup"}).status_code for _ in range(3)]
    assert statuses == [400, 400, 429]
    assert "without-cookies" not in bare.open(f"{LUNCH}?cookie=sent").text


def test_an_address_carries_no_other_cookie(bare: Bare) -> None:
    bare.send(LUNCH, {"choice": "soup"})
    bare.press("Send it without a cookie")
    service = bare.client.app.state.service  # type: ignore[attr-defined]
    ours = unpacked(service, bare.address.split("/")[2])
    assert list(ours) == ["curbcut"]
    smuggled = packed({**ours, "curbcut-link": '"x\\073 curbcut-organiser=y"', "other": "z"})
    assert unpacked(service, smuggled) == ours


def test_a_private_link_leads_to_what_was_sent_though_the_cookie_is_refused(bare: Bare) -> None:
    bare.send(LUNCH, {"choice": "soup"})
    bare.press("Send it without a cookie")
    private = next(address for address, text in links(bare.page) if text == "Private link to what I sent")
    assert "without-cookies" not in private
    bare.open(urlsplit(private).path)
    assert "<p>Soup</p>" in bare.press("Open what I sent").text
    bare.follow("Change")
    form = next(button for button in buttons(bare.page) if button.fields.get("change"))
    bare.send(form.address, {**form.fields, "choice": "salad"})
    assert "<p>Salad</p>" in bare.page.text
    assert count(bare.client, "ballot") == 1


def test_pages_for_everyone_are_left_alone(bare: Bare) -> None:
    bare.send(LUNCH, {"choice": "soup"})
    bare.press("Send it without a cookie")
    below = bare.address.split("take-part/")[0]
    for address, lands in (
        ("sessions/demo/", "/sessions/demo/"),
        ("take-part/demo/screen/", "/take-part/demo/screen/"),
        ("organise/", "/organise/"),
    ):
        assert bare.client.head(below + address).status_code == 303
        bare.open(below + address)
        assert bare.address == lands
    now = bare.open(f"{below}take-part/demo/").text
    assert "/j" in now
    assert not re.search(r"without-cookies/[\w-]+/(j|sessions|search|organise)\b", now)
    assert f"{below}take-part/demo/board/" in now


def test_a_browser_that_keeps_cookies_is_led_back_to_the_plain_address(bare: Bare) -> None:
    bare.send(LUNCH, {"choice": "soup"})
    bare.press("Send it without a cookie")
    answer = bare.client.get(f"{bare.address}?withdrawn=yes", headers={"cookie": "curbcut=whatever"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"{LUNCH}receipt/?withdrawn=yes")


def test_no_address_leads_to_another_site(bare: Bare) -> None:
    bare.send(LUNCH, {"choice": "soup"})
    bare.press("Send it without a cookie")
    below = bare.address.split("take-part/")[0]
    for address in ("/elsewhere.example/", "//elsewhere.example/", "\\elsewhere.example", "https:/elsewhere.example"):
        answer = bare.client.get(below + address)
        assert answer.headers.get("location", "/sure")[:2] not in ("//", "/\\", "ht"), address


@pytest.mark.parametrize("forged", ["x", "Y3VyYmN1dD1h", "Y3VyYmN1dD1hLmI", "_-_-", "A" * 2000])
def test_an_address_that_is_not_ours_leads_to_nothing(client: TestClient, forged: str) -> None:
    for method in ("GET", "POST"):
        assert client.request(method, f"/without-cookies/{forged}/take-part/demo/lunch/").status_code == 404


def test_no_page_of_one_person_is_kept_for_another(bare: Bare) -> None:
    bare.send(LUNCH, {"choice": "soup"})
    bare.press("Send it without a cookie")
    below = bare.address.split("take-part/")[0]
    for path in ("take-part/demo/", "take-part/demo/lunch/results/", "take-part/demo/board/"):
        assert below in bare.open(below + path).text
        assert "without-cookies" not in bare.open(f"/{path}").text


@pytest.fixture
def below(tmp_path: Path, clock: Clock) -> Iterator[TestClient]:
    site = make_site(tmp_path / "site", root="/un/")
    settings = Settings(site=site, database=tmp_path / "below.sqlite3")
    with TestClient(create_app(settings, clock), follow_redirects=False) as browser:
        yield browser


def test_it_works_on_a_site_below_a_path(below: TestClient) -> None:
    bare = Bare(below)
    bare.send("/un/take-part/demo/lunch/", {"choice": "soup"})
    bare.press("Send it without a cookie")
    assert heading(bare.page) == "Your answer is recorded"
    assert re.fullmatch(r"/un/without-cookies/[\w-]+/take-part/demo/lunch/receipt/", bare.address)
