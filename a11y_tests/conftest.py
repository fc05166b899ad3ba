"""What the audit's tests share: one browser for the whole run, and the probes' folder served on loopback."""

from collections.abc import Iterator

import pytest

from a11y_tests.browser import Browser
from a11y_tests.page import Page
from a11y_tests.probe import PROBES
from a11y_tests.serve_folder import serving


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with Browser() as browser:
        yield browser


@pytest.fixture(scope="session")
def page(browser: Browser) -> Page:
    return Page(browser)


@pytest.fixture(scope="session")
def probes_address() -> Iterator[str]:
    with serving(PROBES) as address:
        yield address
