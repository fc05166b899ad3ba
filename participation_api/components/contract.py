"""What every kind of activity is made of: the shapes that the build, the server and the exports share."""

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from functools import cached_property
from typing import Any, NamedTuple, Protocol

from participation_api.components.words import Sentence

Json = Any
# Of the signs that an address cannot hold, those that would end it or its attribute.
ADDRESS = re.compile(r"https?://[^\s\"'<>\\^`{|}]+")
Fields = Mapping[str, Sequence[str]]
"""A posted form: every field's values in the order in which the browser sent them."""


class DeclarationError(ValueError):
    """An organiser's block cannot be used: which key, and one sentence that says what is allowed."""

    def __init__(self, key: str, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.key = key
        """The path of the key in the block: `choices`, `choices.2.text`."""
        self.sentence = sentence


@dataclass(frozen=True, kw_only=True)
class Activity:
    """What every activity has; each kind adds its own."""

    kind: str
    id: str
    question: str
    hint: str = ""
    session: str = ""
    lang: str = "en"
    retention: date | None = None
    """The day after which what people sent is erased; printed beside every form."""
    one_vote: str = ""
    """`codes`: only who has a code answers, and each code counts once."""
    zone: tzinfo | None = None
    """The zone in which the session tells its times, where the server knows it."""

    @property
    def refers_to(self) -> Sequence["Reference"]:
        """Other activities of the session that this one leads to; the build checks that they are there."""
        return ()

    @property
    def parts(self) -> Sequence[str]:
        """The names of the parts that another activity can refer to: the columns of a board."""
        return ()

    @property
    def heading(self) -> str:
        """What people read and hear as the question; a plain wording where there is one."""
        return self.question

    @property
    def official_wording(self) -> list[tuple[str, str]]:
        """(plain, official) pairs where the two differ."""
        return []

    @property
    def is_moderated(self) -> bool:
        """Organisers have something to do with single entries; what they see then stands before the state."""
        return True

    @property
    def counts_when_published(self) -> bool:
        """One count of everything that came until the results are published; see Schedule."""
        return False

    @cached_property
    def key(self) -> tuple[str, str]:
        return self.session, self.id

    def html_id(self, field_name: str, number: int = 1) -> str:
        """`poll-barriers-choice`, `poll-barriers-choice-2` …: the first option keeps the bare id, so that an error
        summary can link to it."""
        base = f"{self.kind}-{self.id}-{field_name}"
        return base if number == 1 else f"{base}-{number}"


@dataclass(frozen=True)
class Reference:
    """A key of a block that names another activity of the session, and perhaps a part of it."""

    key: str
    activity: str
    part: str = ""


@dataclass(frozen=True)
class FieldErrors:
    """What a person must change: one instructional sentence for each field, in the order of the form."""

    sentences: Mapping[str, Sentence]


class Step(NamedTuple):
    """One statement of a write. `refusal` is said, and the whole write undone, if the statement changes no row."""

    sql: str
    values: tuple[object, ...]
    refusal: Sentence | None = None


class Write(NamedTuple):
    """A named operation as data; the writer applies its steps inside its transaction, all of them or none."""

    name: str
    steps: tuple[Step, ...]
    erases: bool = False
    """What it removes must not be found in the files of the database either."""


class Refused(Exception):
    """A write was refused by a rule, and nothing of it was kept; `field` is what the person can put right, if any."""

    def __init__(self, sentence: Sentence, field: str = "") -> None:
        super().__init__(str(sentence))
        self.sentence = sentence
        self.field = field


class Reader(Protocol):
    """Committed data, on a connection of its own."""

    async def rows(self, sql: str, *values: object) -> list[dict[str, Any]]:
        """All rows as mappings from column to value."""


@dataclass(frozen=True)
class Fact:
    """One line of what people must know about a thing: its label, its text, and where its address leads."""

    label: Sentence
    text: str | Sentence
    leads_to: Sentence | None = None
    """The words of the link, where the text is the address of something."""
    is_activity: bool = False
    """The text is the id of another activity of the session, to which the link leads."""

    @property
    def address(self) -> str:
        """Where the link goes; empty where the text is not an address."""
        text = self.text if isinstance(self.text, str) else ""
        return text if self.leads_to and ADDRESS.fullmatch(text) else ""


@dataclass(frozen=True)
class Entry:
    """Something that one person sent: what the receipt shows, and what Change and Withdraw act on."""

    id: str
    text: str
    at: datetime
    lang: str | None = None
    """The language its author chose; empty where none was; None where the words are the page's own."""
    late_at: datetime | None = None
    """When it arrived, if that was after a closing: it is counted apart as long as that closing is the last one."""
    status: Sentence | None = None
    fields: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """What the form must hold again when the person changes it."""
    can_change: bool = True
    can_withdraw: bool = True
    name: Sentence | None = None
    """How a control names it where there may be several: `note 12`."""
    facts: Sequence[Fact] = ()
    """What the person needs to know next: how to join the room, say."""
    recorded: Sentence | None = None
    """What the receipt says first, where it is more than that something is recorded: the place in the queue, say."""
    part: str = ""
    """The part of the activity that it belongs to: only the notices of this part are for its author."""


@dataclass(frozen=True)
class Notice:
    """Something that people must know now; `at` is the time that belongs to it, `part` whom it is for."""

    sentence: Sentence
    at: datetime | None = None
    part: str = ""


@dataclass(frozen=True)
class Personal:
    """What a person who turned live updates on is told of one entry of theirs.

    A kind that has such a thing has `personal(reader, activity, moment, at)`, which gives it by participant.
    """

    entry: str
    """Its id: where the person reads of it, these words stand instead."""
    sentence: Sentence
    is_urgent: bool = False
    """It is said at once; the rest is said when there is time."""


@dataclass(frozen=True)
class Checked:
    """One question of a form, as the page shows it on which people check their answers before they send them."""

    question: str
    texts: Sequence[str]
    field: str
    """The id of the input that Change leads to."""
    lang: str | None = None
    """As in an Entry."""


@dataclass(frozen=True)
class Spoken:
    """What an organiser's action did, said in the h1 of the next page."""

    sentence: Sentence


@dataclass(frozen=True)
class OrganiserAction:
    """Something an organiser does to an entry: a button, what it writes, and how to take it back.

    Where `{entry}` stands in its words, the number of the entry is said. What it changes it writes to the log.
    """

    label: Sentence
    done: Sentence
    apply: Callable[[Any, Fields, str, datetime], Write]
    """(activity, fields of the button's form, who, when) → write"""
    undo: Callable[[Any, Fields, str, datetime], Write] | None = None
    asks_first: Sentence | None = None
    stays: bool = False
    """The focus goes to the entry afterwards, and not to the heading: for what is done to many, one after the other."""


Told = tuple[Sentence, Sequence[Sentence]]
"""A heading, and what is said below it."""


@dataclass(frozen=True)
class ParticipantAction:
    """What a participant says about an entry of others with one button, and takes back with another: never twice.

    Where `{entry}` stands in its words, the number of the entry is said.
    """

    label: Sentence
    done: Sentence
    undo_label: Sentence
    undone: Sentence
    apply: Callable[[Any, str, str, datetime], Write]
    """(activity, entry, participant, when) → write"""
    undo: Callable[[Any, str, str, datetime], Write]
    given: Callable[[Reader, Any, str], Awaitable[set[str]]]
    """(reader, activity, participant) → the entries to which this person has done it"""


@dataclass(frozen=True)
class ParticipantForm:
    """What a participant tells the moderators about an entry of others, on a page of its own and without a cookie."""

    label: Sentence
    template: str
    """The fields of its form."""
    options: Sequence[Mapping[str, object]]
    """What can be chosen in it."""
    read: Callable[[Any, Fields], Any]
    """(activity, fields) → what was told, or FieldErrors"""
    read_back: Callable[[Any, Fields], list[str]]
    apply: Callable[[Any, str, Any, str, datetime], Write]
    """(activity, entry, what was told, by whom, when) → write"""
    shown: Callable[[Reader, Any, str], Awaitable[Entry | None]]
    """The entry, if everyone can see it."""
    outcome: Callable[[Reader, Any, str, str], Awaitable[Told | None]]
    """(reader, activity, entry, by whom) → what has come of it, None where nothing was told"""


Own = Callable[[Reader, Any, str], Awaitable[list[Entry]]]


Counted = Callable[[int], Sentence]
"""So many rows, in the words of the reader: `3 notes`."""


class Component(Protocol):
    """The names that the module of each kind has (docs/help/explanation/contracts.md)."""

    KIND: str
    NAME: Sentence
    SUBMIT: Sentence
    RECORDED: Sentence
    KEPT: Sentence
    FIELD: str
    SEVERAL: bool
    SHOWN_WHILE_OPEN: bool
    """`results()` is shown to everyone as soon as it is open: reviewed notes, the queue; never a poll's counts."""
    TAKES_LATE_ANSWERS: bool
    KEYS: Sequence[str]
    ACTIONS: Mapping[str, OrganiserAction]
    STORED: Mapping[str, Counted]
    """What each table of its schema.sql holds; people read it before and after it is erased."""

    def declare(self, entry: Mapping[str, Json]) -> Activity: ...
    def read_form(self, activity: Any, fields: Fields) -> Any: ...
    def read_back(self, activity: Any, fields: Fields) -> list[str]: ...
    def record(self, activity: Any, answer: Any, participant: str, at: datetime, late: bool = False) -> Write: ...
    def withdraw(self, activity: Any, entry: Entry, participant: str, at: datetime) -> Write: ...
    def conflict(self, own: Sequence[Entry], answer: Any) -> Entry | None: ...
    async def own(self, reader: Reader, activity: Any, participant: str) -> list[Entry]: ...
    async def results(self, reader: Reader, activity: Any, closed_at: datetime | None = None) -> dict[str, Json]: ...
    async def export(
        self, reader: Reader, activity: Any, closed_at: datetime | None = None
    ) -> list[dict[str, Json]]: ...
    async def form_context(self, reader: Reader, activity: Any) -> dict[str, Json]: ...
    async def participants(self, reader: Reader, activity: Any) -> list[str]: ...
    async def organise(self, reader: Reader, activity: Any, closed_at: datetime | None = None) -> dict[str, Json]:
        """What the kind's `organise.html` needs; of all kinds `numbers` (sentences), `waits` (how many things wait for
        an organiser) and `to_do` (the words of the link to them, None where nothing waits)."""

    async def dropped(self, reader: Reader, activity: Any) -> list[tuple[str, int]]: ...
    def wordings(self, activity: Any) -> dict[str, str]: ...
    def fix(self, activity: Any, closed_at: datetime) -> Write | None: ...
