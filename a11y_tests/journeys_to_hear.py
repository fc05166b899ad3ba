"""Eight journeys, as what a person with a screen reader presses. Each has an activity that no other journey uses."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Journey:
    """From the page at `path` on. An organiser begins with a link that signs in, and comes to the list of sessions."""

    path: str
    steps: tuple[str, ...]
    is_organiser: bool = False


SIGN_IN = ("Tab until Sign in", "page:Enter")
# The result on a new page. What is said while it comes is left out, since its parts race with each other.
RESULT = ("h", "ArrowDown", "ArrowDown")

JOURNEYS: Mapping[str, Journey] = {
    "poll-answered": Journey(
        "/take-part/state-open/choice/",
        ("h", "Tab until Soup", "r", "Space", "Tab until Send my answer", "page:Enter", *RESULT, "ArrowDown"),
    ),
    "note-written": Journey(
        "/take-part/state-open/notes/",
        ("h", "Tab until Ideas", "Space", "Tab until Your note", "type:Ask us.", "Tab until Language of your note",
         "Tab until Send my note", "page:Enter", *RESULT),
    ),
    "room-chosen": Journey(
        "/take-part/state-open/rooms/",
        ("h", "Tab until The blue room", "r", "Space", "Tab until Choose this room", "page:Enter", *RESULT),
    ),
    "floor-asked-for": Journey(
        "/take-part/state-open/floor/",
        ("h", "Tab until I speak", "r", "Space", "Tab until Your text", "Tab until In the room", "Space",
         "Tab until How shall we call you", "Tab until I need more time", "Tab until Ask for the floor",
         "page:Enter", *RESULT),
    ),
    "error-corrected": Journey(
        "/take-part/state-timed/floor/",
        ("h", "Tab until Ask for the floor", "page:Enter", "Tab", "Enter", "r", "Space",
         "Tab until In the room", "Space", "Tab until Ask for the floor", "page:Enter", *RESULT),
    ),
    "results-read": Journey(
        "/take-part/state-published/choice/results/",
        ("h", "ArrowDown", "ArrowDown", "ArrowDown", "t", "ArrowDown", "ArrowDown", "h"),
    ),
    "note-withdrawn": Journey(
        "/take-part/state-timed/notes/",
        ("h", "Tab until Ideas", "Space", "Tab until Your note", "type:Ask us.", "Tab until Send my note", "page:Enter",
         "h", "Tab until Withdraw", "page:Enter", *RESULT, "Tab until Withdraw it", "page:Enter", *RESULT),
    ),
    "poll-opened-and-closed": Journey(
        "",
        ("h", "Tab until Activities for tests", "page:Enter", "h", "Tab until Which lunch", "page:Enter",
         "h", "Tab until Close now", "page:Enter", "Tab until Undo", "Tab until Open again", "page:Enter",
         "Tab until Undo"),
        is_organiser=True,
    ),
}  # fmt: skip
