"""Cookies of a signed-in browser, so that pages behind a sign-in can be audited."""

from collections.abc import Sequence
from http.cookiejar import LoadError, MozillaCookieJar
from pathlib import Path
from typing import Any

from a11y_tests.cdp import Cdp


class BadCookieFile(Exception):
    """The cookie file is not in the form that curl and browsers' extensions write."""


def read_cookies(file: Path) -> tuple[dict[str, Any], ...]:
    """The cookies of a Netscape cookie file, as DevTools takes them."""
    jar = MozillaCookieJar(str(file))
    try:
        jar.load(ignore_discard=True, ignore_expires=True)
    except (LoadError, OSError) as error:
        raise BadCookieFile(f"{file}: {error}") from error
    return tuple(
        {
            "name": cookie.name,
            "value": cookie.value or "",
            "domain": cookie.domain,
            "path": cookie.path,
            "secure": cookie.secure,
        }
        for cookie in jar
    )


def set_cookies(cdp: Cdp, cookies: Sequence[dict[str, Any]]) -> None:
    """Exactly these: each page is opened as by the same visitor, whatever the pages before have set."""
    cdp.call("Network.clearBrowserCookies")
    if cookies:
        cdp.call("Network.setCookies", cookies=list(cookies))
