"""Which sentences count as telling what is wrong, as telling nothing, and as no answer from the server."""

import pytest

from a11y_tests.form_tries import is_about_input
from a11y_tests.words_of_messages import SAYS_HOW_IT_WENT, SAYS_NOTHING


@pytest.mark.parametrize("words", ["Enter your name", "The code is too short", "Passwords do not match", "Error"])
def test_errors_are_known(words: str) -> None:
    assert is_about_input(words) is True


@pytest.mark.parametrize("words", ["Thank you.", "The server does not answer. Try again later.", "With a guest"])
def test_other_texts_are_no_errors(words: str) -> None:
    assert is_about_input(words) is False


@pytest.mark.parametrize(
    ("words", "is_empty"),
    [("Invalid value.", True), ("This field is invalid", True), ("Error", True), ("Something went wrong!", True),
     ("Invalid value. Age must be at least 1.", False), ("Enter an e-mail address", False), ("Required", False)],
)  # fmt: skip
def test_texts_that_say_nothing_are_told_from_others(words: str, is_empty: bool) -> None:
    assert bool(SAYS_NOTHING.match(words)) is is_empty


@pytest.mark.parametrize(
    ("words", "says"),
    [("The lamp was added to your basket.", True), ("3 results", True), ("Sent", True), ("Opening times", False)],
)
def test_messages_about_an_action_are_known(words: str, says: bool) -> None:
    assert bool(SAYS_HOW_IT_WENT.search(words)) is says
