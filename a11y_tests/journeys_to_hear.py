"""Eight journeys, as what a person with a screen reader presses. Each has an activity that no other journey uses."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Journey:
    """From the page at `path` on; `is_organiser` begins with a link that signs in."""

    path: str
    steps: tuple[str, ...]
    is_organiser: bool = False


# Where it has the page's result: what a new page says at its load is left out, since its parts race with each other.
RESULT = ("h", "ArrowDown", "ArrowDown")

JOURNEYS: Mapping[str, Journey] = {
    "poll-answered": Journey(
        "/take-part/state-open/choice/",
        ("h", "Tab until Soup", "ArrowDown", "Space", "Tab until Send my answer", "page:Enter", *RESULT, "ArrowDown"),
    ),
    "note-written": Journey(
        "/take-part/state-open/notes/",
        ("h", "Tab until Ideas", "Space", "Tab until Your note", "type:Ask us.", "Tab until Language of your note",
         "Tab until Send my note", "page:Enter", *RESULT),
    ),
    "room-chosen": Journey(
        "/take-part/state-open/rooms/",
        ("h", "Tab until The blue room", "ArrowDown", "Space", "Tab until Choose this room", "page:Enter", *RESULT),
    ),
    "floor-asked-for": Journey(
        "/take-part/state-open/floor/",
        ("h", "Tab until I speak", "ArrowDown", "Tab until Your text", "Tab until In the room", "Space",
         "Tab until How shall we call you", "Tab until I need more time", "Tab until Ask for the floor",
         "page:Enter", *RESULT),
    ),
    "error-corrected": Journey(
        "/take-part/state-timed/floor/",
        ("h", "Tab until I speak", "ArrowUp", "Tab until Ask for the floor", "page:Enter", "WhereAmI",
         "Tab", "Tab", "Enter", "type:Thank you.", "Tab", "Space", "Tab until Ask for the floor", "page:Enter", *RESULT),
    ),
    "results-read": Journey(
        "/take-part/state-published/choice/results/",
        ("h", "ArrowDown", "ArrowDown", "ArrowDown", "t", "ArrowDown", "Control+Alt+ArrowDown", "Control+Alt+ArrowRight",
         "Control+Home", "SayAll"),
    ),
    "note-withdrawn": Journey(
        "/take-part/state-timed/notes/",
        ("Tab until Ideas", "Space", "Tab until Your note", "type:Ask us.", "Tab until Send my note", "page:Enter",
         "Tab until Withdraw", "page:Enter", *RESULT, "Tab until Withdraw it", "page:Enter", *RESULT),
    ),
    "poll-opened-and-closed": Journey(
        "/organise/state-organised/choice/",
        ("Tab until Close now", "page:Enter", *RESULT, "Tab until Undo", "Tab until Open again", "page:Enter", *RESULT,
         "Tab until Undo"),
        is_organiser=True,
    ),
}  # fmt: skip
