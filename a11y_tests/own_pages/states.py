"""Sessions that hold every kind of activity in one state each, and what people and organisers have sent there."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from participation_api.components.moments import iso
from participation_api.components.schedule import Change, State
from participation_api.manifest import LiveActivity
from participation_api.service import Service, start_service
from participation_api.settings import Settings

AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
PAST = "opens_at: 2026-11-20T08:00:00+00:00\ncloses_at: 2026-11-20T10:00:00+00:00"
# What each session's blocks say about time. The words that stand in for moments are filled in when the site is made.
SCHEDULES: Mapping[str, str] = {
    "draft": "state: draft",
    "ahead": "state: draft\nprepare: yes",
    "open": "state: open",
    "timed": "state: open\ncloses_at: 2099-01-01T10:00:00+03:00\nhard_close: The room is given to others at 10:00",
    "closing": "opens_at: 2026-11-20T08:00:00+00:00\ncloses_at: {a_minute_ago}\ngrace: 120",
    "late": f"{PAST}\nlate_until: 2099-01-01T10:00:00+00:00",
    "closed": f"{PAST}\nlate_until: 2026-11-21T10:00:00+00:00",
    "published": f"{PAST}\nlate_until: 2026-11-21T10:00:00+00:00",
}
LANGUAGES = {"arabic": "ar"}
# Open like `open`, and there organisers press their buttons.
ORGANISED = ("organised", "chaired-chromium", "chaired-firefox")
# What people sent there may be erased.
OVER = "over"
SESSIONS = (*SCHEDULES, *LANGUAGES, *ORGANISED, OVER)
ACTIVITIES = {"choice": "poll", "several": "poll", "rooms": "room", "notes": "board", "floor": "queue"}
# Open for everyone, and looked at as a whole in its examples: a form of several questions.
FORM = """```poll
id: vote
state: open
question: Do we accept the report?
one_vote: codes
choices: [Accept, Send it back, I do not want to say]
```

```questions
id: form
state: open
question: How was the session for you?
questions:
  - {id: pace, question: "How was the pace?", choices: [Too slow, Right, Too fast], other: yes}
  - {id: helped, question: "What helped you?", choices: [Captions, Breaks], multiple: yes, optional: yes}
  - {id: order, question: "What comes first?", method: ranking, choices: [Time, Rooms], optional: yes}
  - {id: word, question: "Which word do you take home?", method: words, optional: yes}
```
"""

FRONT = """---
title: {title}
kind: session
lang: {lang}
minutes: 60
starts_at: 2026-12-01T14:00:00+03:00
short: This session is here for the tests. Each of its activities is in the state “{state}”.
retention: {retention}
skip_checks:
  - check: question
    reason: The question is the one that was agreed
access:
  captions: Yes, written by a person
  sign_languages: International Sign
  spoken_languages: English
  room: Step-free, with a hearing loop
  phone: no
  documents: not decided yet
  breaks: A break of ten minutes after half an hour
  contact: The help desk, and the phone at the door
  requests_by: not decided yet
---

## Take part

"""
BLOCKS: Mapping[str, str] = {
    "choice": """```poll
id: choice
{schedule}
question: Which lunch do you want?
hint: You can change your answer later
choices: [Soup with bread, Salad with beans, I do not know]
```""",
    "several": """```poll
id: several
{schedule}
question: What do you need at the meeting to take part on equal terms with all the others?
plain: What do you need?
multiple: yes
other: yes
choices:
  - id: captions
    text: Live captioning by a human captioner
    plain: Captions, written by a person
  - A break every half hour
  - id: none
    text: I need nothing
    alone: yes
```""",
    "rooms": """```room
id: rooms
{schedule}
question: Which room do you want to join?
ends_at: 2099-01-01T11:00:00+03:00
way_back: https://example.org/everyone
rooms:
  - id: blue
    text: The blue room
    topic: How can paths be made wider?
    languages: English
    captions: Yes, written by a person
    captions_link: https://example.org/captions
    sign_language: International Sign
    interpreter_link: https://example.org/interpreter
    places: 2
    join: Second floor, first door
    phone: not decided yet
    board: notes
    column: Ideas
  - id: green
    text: The green room
    topic: How can bridges be made lower?
    languages: English, français
    captions: no
    sign_language: no
    join: https://example.org/green
    phone: no
```""",
    "notes": """```board
id: notes
{schedule}
question: What should we write down?
hint: A few words are enough
columns: [Ideas, Worries]
preset: questions
limit: 200
```""",
    "floor": """```queue
id: floor
{schedule}
question: Do you want to say something?
```""",
}
ARABIC = {
    "Which lunch do you want?": "أي غداء تريد؟",
    "Soup with bread": "حساء مع الخبز",
    "Salad with beans": "سلطة مع الفول",
    "What should we write down?": "ماذا نكتب؟",
    "column: Ideas": "column: أفكار",
    "Ideas, Worries": "أفكار, مخاوف",
    "columns: [أفكار, مخاوف]": "columns: [{id: ideas, text: أفكار}, {id: worries, text: مخاوف}]",
    "choices: [حساء مع الخبز, سلطة مع الفول, I do not know]": (
        "choices: [{id: soup, text: حساء مع الخبز}, {id: salad, text: سلطة مع الفول}, {id: dunno, text: لا أعرف}]"
    ),
}


def session_text(name: str, now: datetime) -> str:
    """The Markdown file of a session."""
    lang = LANGUAGES.get(name, "en")
    schedule = SCHEDULES.get(name, SCHEDULES["open"]).format(a_minute_ago=iso(now - timedelta(minutes=1)))
    retention = "2026-11-20" if name == OVER else "2099-01-31"
    front = FRONT.format(title=title_of(name), lang=lang, state=name, retention=retention)
    text = front + "\n\n".join(block.format(schedule=schedule) for block in BLOCKS.values()) + "\n"
    if name == "open":
        text += f"\n{FORM}"
    for english, arabic in ARABIC.items() if lang == "ar" else ():
        text = text.replace(english, arabic)
    return text


def title_of(name: str) -> str:
    return f"Activities for tests, {name}"


def session_id(name: str) -> str:
    return f"state-{name}"


def write_sessions(docs: Path, now: datetime) -> None:
    for name in SESSIONS:
        (docs / "sessions" / f"{session_id(name)}.md").write_text(session_text(name, now), encoding="utf-8")


# What others have sent before anybody looks, in the order of the clock.
SENT: Mapping[str, list[Mapping[str, list[str]]]] = {
    "choice": [{"choice": [each]} for each in ("soup-with-bread", "soup-with-bread", "salad-with-beans")],
    "several": [
        {"choice": ["captions", "a-break-every-half-hour"], "other": ["A quiet room & <b>light</b>"]},
        {"choice": ["captions"]},
        {"choice": ["none"]},
    ],
    "rooms": [{"room": ["blue"]}, {"room": ["blue"]}, {"room": ["green"]}],
    "notes": [
        {"column": ["ideas"], "note": ["Ask earlier.\n\nTwice, even."], "lang": ["en"], "may_publish": ["yes"]},
        {"column": ["worries"], "note": ["الوقت قصير"], "lang": ["ar"], "may_publish": ["yes"]},
        {"column": ["worries"], "note": ["A note that a moderator hides"], "may_publish": ["yes"]},
        {"column": ["ideas"], "note": ["A note that waits"], "may_publish": ["yes"]},
    ],
    "floor": [
        {"mode": ["speak"], "place": ["room"], "name": ["Ana"]},
        {"mode": ["read-aloud"], "place": ["online"], "text": ["Thank you for the captions."]},
        {"mode": ["sign"], "place": ["room"], "name": ["عمر"], "more_time": ["yes"]},
    ],
}  # fmt: skip
# Sessions where people have sent something; in the others nobody has been yet.
WITH_ANSWERS = ("open", "late", "published", *ORGANISED, OVER)
# Sessions where the captions of a room have stopped.
WITH_FAILURES = ("timed",)


async def fill(settings: Settings) -> None:
    """Put it all into the database, at fixed times, before the server starts."""
    service = await start_service(settings, lambda: AT)
    try:
        for name in WITH_ANSWERS:
            for live in service.manifest.sessions[session_id(name)].activities.values():
                if live.activity.id not in SENT:
                    continue
                await _send(service, live)
                if name == "published":
                    at = AT + timedelta(hours=3)
                    await service.states.change(live, Change(State.PUBLISHED, at, AT + timedelta(hours=1), "the chair"))
        for name in WITH_FAILURES:
            live = service.manifest.sessions[session_id(name)].activities["rooms"]
            write = live.component.ACTIONS["fail"].apply(live.activity, {"number": ["blue.captions"]}, "the chair", AT)
            await service.save(live, write)
    finally:
        await service.close()


async def _send(service: Service, live: LiveActivity) -> None:
    component, activity = live.component, live.activity
    for number, fields in enumerate(SENT[activity.id]):
        answer = component.read_form(activity, fields)
        at = AT + timedelta(minutes=number)
        await service.save(live, component.record(activity, answer, f"person-{number}", at))
    for number, (action, entry) in enumerate(DONE.get(activity.id, ())):
        made_at = iso(AT + timedelta(minutes=int(entry["number"][0]) - 1))
        write = component.ACTIONS[action].apply(
            activity, {**entry, "seen": [made_at]}, "the chair", AT + timedelta(minutes=10 + number)
        )
        await service.save(live, write)


Entry = Mapping[str, list[str]]
# What organisers have done with what was sent.
DONE: Mapping[str, list[tuple[str, dict[str, Any]]]] = {
    "notes": [
        ("show", {"number": ["1"]}),
        ("show", {"number": ["2"]}),
        ("hide", {"number": ["3"], "reason": ["It names a person"]}),
    ],
    "floor": [("call_next", {"number": ["1"]}), ("done", {"number": ["1"]}), ("call_next", {"number": ["3"]})],
}
