"""A page that the browser has already is not sent again, however its tag was written."""

import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize("written", ["{}", "W/{}", '"older", {}'])
def test_the_tag_is_known_alone_weakened_by_a_proxy_and_in_a_list(client: TestClient, written: str) -> None:
    tag = client.get("/").headers["etag"]
    assert client.get("/", headers={"if-none-match": written.format(tag)}).status_code == 304


def test_another_tag_gets_the_page(client: TestClient) -> None:
    assert client.get("/", headers={"if-none-match": '"older"'}).status_code == 200
