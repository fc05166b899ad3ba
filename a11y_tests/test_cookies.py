"""Cookie files as curl writes them."""

from pathlib import Path

import pytest

from a11y_tests.cookies import BadCookieFile, read_cookies


def test_a_cookie_file_of_curl_is_read(tmp_path: Path) -> None:
    file = tmp_path / "jar"
    file.write_text("# Netscape HTTP Cookie File\n127.0.0.1\tFALSE\t/\tFALSE\t0\tsession\tabc\n")
    assert read_cookies(file) == (
        {"name": "session", "value": "abc", "domain": "127.0.0.1", "path": "/", "secure": False},
    )


def test_another_file_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "jar").write_text('{"name": "session"}')
    with pytest.raises(BadCookieFile, match="jar"):
        read_cookies(tmp_path / "jar")
