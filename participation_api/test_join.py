"""Joining: every way in which people type a code, what a wrong one is told, and the way in without one."""

import pytest
from starlette.testclient import TestClient

from participation_api.components.markup import Element, elements_of
from participation_api.test_answers import title
from participation_api.test_now_page import links, main

JOIN = "/take-part/"
NOW = "/take-part/demo/"
FULL_WIDTH = "４２１　７９３"
ARABIC = "٤٢١ ٧٩٣"
EASTERN_ARABIC = "۴۲۱۷۹۳"
DEVANAGARI = "४२१ ७९३"
COPIED_FROM_RIGHT_TO_LEFT = "\u200f\u2067421\u00a0793\u2069"


def type_code(client: TestClient, code: str) -> tuple[int, str]:
    response = client.get(JOIN, params={"code": code})
    return response.status_code, response.headers.get("location", "")


@pytest.mark.requirement("FM-12")
@pytest.mark.criterion("3.3.8")
@pytest.mark.parametrize(
    "typed",
    [
        "421793", "421 793", "421-793", "42 17 93", "4.2.1.7.9.3", " 421793\n", "421–793", "421_793", "421/793", "#421793",
        "Code: 421 793", FULL_WIDTH, ARABIC, EASTERN_ARABIC, DEVANAGARI, COPIED_FROM_RIGHT_TO_LEFT,
    ],
)  # fmt: skip
def test_code_is_taken_as_people_type_it(client: TestClient, typed: str) -> None:
    assert type_code(client, typed) == (303, NOW)


@pytest.mark.requirement("FM-12")
@pytest.mark.parametrize(
    "pasted",
    [
        "http://127.0.0.1:8000/j/421793", "https://example.org/j/421793?from=mail", "example.org/j/421%20793",
        "EXAMPLE.ORG/J/421793", f"example.org/j/{ARABIC}", "https://example.org/take-part/?code=421793",
        "https://example.org/take-part/demo/", "https://example.org/take-part/demo/lunch/#poll-lunch-choice",
        "https://example.org/sessions/demo/", "https://example.org/x/sessions/demo",
    ],
)  # fmt: skip
def test_whole_address_is_taken_in_place_of_a_code(client: TestClient, pasted: str) -> None:
    assert type_code(client, pasted) == (303, NOW)


@pytest.mark.parametrize("path", ["/j/421793", "/j/421793/", "/j/421-793", "/j/421 793", f"/j/{ARABIC}"])
def test_address_with_the_code_leads_to_the_now_page(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert (response.status_code, response.headers["location"]) == (303, NOW)


@pytest.mark.parametrize("path", ["/j", "/j/"])
def test_short_address_leads_to_the_page_that_asks_for_the_code(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert (response.status_code, response.headers["location"]) == (308, JOIN)


@pytest.mark.requirement("ER-01", "ER-03", "ER-05")
@pytest.mark.criterion("3.3.1", "3.3.3")
@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Enter the code: 6 digits"),
        ("  ", "Enter the code: 6 digits"),
        ("hello", "Enter the code: 6 digits"),
        ("4", "Enter all 6 digits of the code; there is 1 now"),
        ("421 79", "Enter all 6 digits of the code; there are 5 now"),
        ("4217931", "Enter all 6 digits of the code; there are 7 now"),
        ("421 794", "Check the digits of the code; no session has the code 421 794"),
        ("https://example.org/sessions/demolition/", "Enter the code: 6 digits"),
        ("https://example.org/take-part/nothing/", "Enter the code: 6 digits"),
    ],
)
def test_wrong_code_is_explained_and_kept(client: TestClient, typed: str, sentence: str) -> None:
    response = client.get(JOIN, params={"code": typed})
    assert response.status_code == 422
    assert title(response.text) == "Error: Join a session – Test site"
    assert 'href="#error-summary">Skip' in response.text
    page = elements_of(response.text)
    (field,) = [part for part in page.all("input") if part["name"] == "code"]
    (summary,) = [part for part in page.all("div") if part["id"] == "error-summary"]
    assert field["value"] == typed
    assert links(summary) == {sentence: f"#{field['id']}"}
    assert described(page, field) == [
        "The code has six digits, in two groups; you can also paste a whole address",
        f"Error: {sentence}",
    ]


def described(page: Element, field: Element) -> list[str]:
    texts = {part["id"]: part.text for part in page.all() if part["id"]}
    return [texts[name] for name in field["aria-describedby"].split()]


def test_address_with_a_wrong_code_is_no_page_and_asks_again(client: TestClient) -> None:
    response = client.get("/j/421794")
    assert response.status_code == 404
    assert title(response.text) == "Error: Join a session – Test site"
    assert "no session has the code 421 794" in response.text


def test_wrong_codes_lock_nobody_out(client: TestClient) -> None:
    assert {type_code(client, "421794")[0] for _ in range(50)} == {422}
    assert type_code(client, "421793") == (303, NOW)


@pytest.mark.requirement("FM-01", "FM-05", "FM-12")
@pytest.mark.criterion("1.3.1", "3.3.2")
def test_field_has_a_label_that_is_seen_and_cuts_nothing(client: TestClient) -> None:
    page = main(client, JOIN)
    (field,) = page.all("input")
    (label,) = page.all("label")
    assert (label.text, label["for"]) == ("Code of the session", field["id"])
    assert field.attributes == {
        "type": "text", "id": field["id"], "name": "code", "value": "", "dir": "auto",
        "autocomplete": "off", "inputmode": "numeric", "aria-describedby": f"{field['id']}-hint",
    }  # fmt: skip
    (form,) = page.all("form")
    assert (form["method"], form["action"], "novalidate" in form.attributes) == ("get", JOIN, True)


@pytest.mark.criterion("3.3.9")
def test_nobody_needs_a_code(client: TestClient) -> None:
    assert links(main(client, JOIN)) == {"Demo session": NOW}
    assert title(client.get(JOIN).text) == "Join a session – Test site"


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", '"><b>', "x" * 4000, "💥", "{{ 7*7 }}", "%"])
def test_whatever_is_typed_comes_back_as_text(client: TestClient, typed: str) -> None:
    page = elements_of(client.get(JOIN, params={"code": typed}).text)
    assert [part["value"] for part in page.all("input")] == [typed]
    assert not list(page.all("script"))
