"""Lets time pass quickly in a page, and tells what its scripts wait for: timers, sounds, locked orientations."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from a11y_tests.cdp import Cdp
from a11y_tests.frames import ScriptError

if TYPE_CHECKING:
    from a11y_tests.page import Page

SOURCE = (Path(__file__).parent / "own_world" / "witness.js").read_text(encoding="utf-8")
THERE = 'window[Symbol.for("curbcut witness")]'


def install(cdp: Cdp) -> None:
    """From now on every document is witnessed from its first moment."""
    cdp.call("Page.addScriptToEvaluateOnNewDocument", source=SOURCE, runImmediately=True)


def waiting(page: "Page", frame: int = 0) -> list[dict[str, Any]]:
    """Timers that have not gone off: delay and dueIn in milliseconds, isInterval, source."""
    timers: list[dict[str, Any]] = _ask(page, f"() => {THERE}?.waiting() ?? []", frame=frame) or []
    return timers


def media(page: "Page", frame: int = 0) -> list[dict[str, Any]]:
    """Audio and video in the page, or played by its scripts without being in it (index -1)."""
    found: list[dict[str, Any]] = _ask(page, f"() => {THERE}?.media() ?? []", frame=frame) or []
    return found


def keep_playing(page: "Page", frame: int = 0) -> None:
    """What plays, or has played to its end, plays on and on until something stops it."""
    page.is_touched = True
    _ask(page, f"async () => {{ await {THERE}?.keepPlaying(); }}", frame=frame)


def spoken(page: "Page", frame: int = 0) -> list[str]:
    """What scripts have had read aloud by speech synthesis."""
    return list(_ask(page, f"() => {THERE}?.spoken ?? []", frame=frame) or [])


def orientation_locks(page: "Page") -> list[str]:
    """What scripts asked screen.orientation to be locked to."""
    return list(_ask(page, f"() => {THERE}?.locks ?? []") or [])


def state(page: "Page", frame: int = 0) -> dict[str, Any]:
    """The timers that wait; whether scripts draw picture after picture, played sound, asked how the screen is held."""
    asked = f"(there => there?.state() ?? {{}})({THERE})"
    return {"timers": [], "isDrawing": False, "hasPlayed": False, "asksOrientation": False} | (
        _ask(page, f"() => {asked}", frame=frame) or {}
    )


def let_pass(
    page: "Page", seconds: float, frames: Iterable[int] | None = None, *, limit: int = 1500, hold: bool = False
) -> int:
    """Run every timer that is due within the seconds, in all frames or those given; clocks go on too.

    With `hold` timers then go off only when this is called again. Returns how many callbacks were run: at most
    `limit` in a frame."""
    page.is_touched = True
    script = f"(time, limit, hold) => {THERE}?.pass(time, limit, hold) ?? 0"
    which = range(len(page.frames.ids)) if frames is None else frames
    return sum(_ask(page, script, seconds * 1000, limit, hold, frame=frame) or 0 for frame in which)


def _ask(page: "Page", function: str, *arguments: Any, frame: int = 0) -> Any:
    try:
        return page.ask_page(function, *arguments, frame=frame)
    except ScriptError:
        return None  # the frame is gone, or its page has put something else in place of what we need
