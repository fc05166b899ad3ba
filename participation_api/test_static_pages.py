"""Which files of the built site an address reaches, and which it never does."""

import pytest
from starlette.testclient import TestClient

PRIVATE = ("manifest.json", "shell.en.html")
WAYS = ("/take-part/", "//take-part/", "/take-part//", "/x/..%2Ftake-part/", "/.%2Ftake-part/", "/TAKE-PART/")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("file", PRIVATE)
def test_drafts_are_reached_by_no_spelling_of_the_address(client: TestClient, way: str, file: str) -> None:
    assert client.get("http://testserver" + way + file).status_code == 404


@pytest.mark.parametrize("address", ["/%00", "/" + "a" * 3000, "/..%2F..%2Fetc/passwd", "/assets/x%00.css"])
def test_an_address_that_no_file_can_have_gets_the_page_for_missing_ones(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_an_address_spelled_otherwise_takes_no_place_in_memory(client: TestClient) -> None:
    for n in range(5):
        client.get(f"/x{n}/..%2Findex.html")
    assert client.app.state.service.cache._shortcuts == {}  # type: ignore[attr-defined]


@pytest.mark.parametrize("address", ["/", "/index.html", "/sessions/demo/"])
def test_pages_of_the_site_answer(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", ["//evil.example/..%2Fsessions%2Fdemo", "//sessions/demo"])
def test_no_address_leads_to_another_site(client: TestClient, address: str) -> None:
    assert client.get("http://testserver" + address).status_code == 404
