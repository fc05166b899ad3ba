"""Codes for polls in which one person has one vote: nine digits, typed in any way that people type digits."""

import unicodedata
from typing import TypeVar

from participation_api.components.contract import Activity, FieldErrors, Fields
from participation_api.components.words import Sentence, say, say_n

CODES = "codes"
DIGITS = 9
A = TypeVar("A")


def digits_in(text: str) -> str:
    """As 0 to 9, whatever script they are in, without the spaces and hyphens between them."""
    values = (unicodedata.decimal(character, None) for character in text)
    return "".join(str(value) for value in values if value is not None)


def typed_code(fields: Fields) -> str:
    return digits_in((fields.get("code") or [""])[0])


def in_groups(code: str) -> str:
    """`421 793 058`: it can be said, heard, brailled and typed in parts."""
    return " ".join(code[start : start + 3] for start in range(0, len(code), 3))


def problem_with(fields: Fields) -> Sentence | None:
    """What to do, where the digits cannot be those of a code."""
    code = typed_code(fields)
    if not code:
        return say("Enter your code: {n} digits", n=DIGITS)
    if len(code) == DIGITS:
        return None
    return say_n(
        "Enter all {digits} digits of your code; there is {n} now",
        "Enter all {digits} digits of your code; there are {n} now",
        len(code),
        digits=DIGITS,
    )


def with_code(activity: Activity, fields: Fields, answer: A | FieldErrors) -> A | FieldErrors:
    """The answer, or its errors with that of the code before them. Who changes an answer has sent the code before."""
    if activity.one_vote != CODES or fields.get("change"):
        return answer
    problem = problem_with(fields)
    if problem is None:
        return answer
    return FieldErrors({"code": problem, **(answer.sentences if isinstance(answer, FieldErrors) else {})})
