"""Reading a form of several questions: each in its own fields, all errors at once, and every value kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from participation_api.components.codes import with_code
from participation_api.components.contract import Checked, Entry, FieldErrors, Fields
from participation_api.components.poll import form as poll
from participation_api.components.poll.answer import Answer
from participation_api.components.poll.declaration import WORDS
from participation_api.components.poll.methods import method_of
from participation_api.components.questions.declaration import Part, Questions
from participation_api.components.words import Sentence, say


@dataclass(frozen=True)
class Answers:
    """By the name of each question; None where an optional one was left out."""

    given: Mapping[str, Answer | None]


def of_part(part: Part, fields: Fields) -> Fields:
    """The fields of one question, under the names that a poll knows."""
    return {name.removeprefix(part.prefix): values for name, values in fields.items() if name.startswith(part.prefix)}


def read_form(activity: Questions, fields: Fields) -> Answers | FieldErrors:
    errors: dict[str, Sentence] = {}
    given: dict[str, Answer | None] = {}
    for part in activity.polls:
        sent = of_part(part, fields)
        if part.is_optional and not any(value.strip() for values in sent.values() for value in values):
            given[part.name] = None
            continue
        answer = poll.read_form(part, sent)
        if isinstance(answer, FieldErrors):
            # With several questions on a page, the summary says which one it is about.
            errors |= {
                part.prefix + name: say("{question} {problem}", question=_ended(part.heading), problem=sentence)
                for name, sentence in answer.sentences.items()
            }
        else:
            given[part.name] = answer
    if not errors and not any(given.values()):
        first = activity.polls[0]
        errors[first.prefix + first_field(first)] = say("Answer one question or more")
    return with_code(activity, fields, FieldErrors(errors) if errors else Answers(given))


def _ended(question: str) -> str:
    """With a stop where it has none."""
    return question if question[-1:] in "?!.؟:。？！" else f"{question}:"


def first_field(part: Part) -> str:
    """Where a link to the question leads."""
    return {"ranking": "first", "words": "words"}.get(part.method, "choice")


def check(activity: Questions, answers: Answers) -> list[Checked]:
    """Every question with what was answered, before anything is kept."""
    return [
        Checked(
            part.heading,
            _texts(part, answers.given[part.name]),
            part.html_id(first_field(part)),
            "" if part.method == WORDS else None,
        )
        for part in activity.polls
    ]


def _texts(part: Part, answer: Answer | None) -> list[str]:
    return method_of(part).texts(part, answer) if answer else []


def conflict(own: Sequence[Entry], answer: Answers) -> Entry | None:
    """The person's own answers where one of them says something else."""
    for entry in own:
        same = all(_sent(entry, name) == _given(found) for name, found in answer.given.items())
        return None if same else entry
    return None


def _sent(entry: Entry, name: str) -> tuple[list[str], list[str]]:
    return list(entry.fields.get(f"{name}.choice", [])), list(entry.fields.get(f"{name}.other", [""]))


def _given(answer: Answer | None) -> tuple[list[str], list[str]]:
    return (list(answer.choices), [answer.other]) if answer else ([], [""])


def read_back(activity: Questions, fields: Fields) -> list[str]:
    found = []
    for part in activity.polls:
        texts = poll.read_back(part, of_part(part, fields))
        if texts:
            found.append("\n".join([part.heading, *texts]))
    return found
