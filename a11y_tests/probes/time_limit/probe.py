"""Watches twenty hours pass: does the page leave, end the session or take the form away, and did it warn before?"""

import re

from a11y_tests.findings import Element, Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at
from a11y_tests.time_lapse import LATE, SOON, Departure, Moment, TimeLapse, run_time, time_lapse

PROBE = probe_at(__file__)
NOTICE = 20
ENDED = re.compile(
    r"\b(session|time|page|form|quiz|test|exam|basket|cart|order|booking|reservation|offer|link|you)\b.{0,60}"
    r"\b(has |have |been |is |was |were )*(expired|timed out|ended|run out|ran out|lapsed|logged out|signed out"
    r"|logged off|signed off|released|emptied|is up|is over)\b"
    r"|\btime.?s up\b|\btime is up\b|abgelaufen|expiré|expirado",
    re.IGNORECASE | re.DOTALL,
)
WARNING = re.compile(
    r"expire|time.?out|log(ged)? (you )?(out|off)|sign(ed)? (you )?(out|off)|session|more time|still (there|here)|"
    r"inactiv|abläuft|abgemeldet|expir|seconds|minutes",
    re.IGNORECASE,
)


def run(page: Page) -> list[Finding]:
    lapse = time_lapse(page)
    found = []
    for candidate in page.collected[PROBE.id]:
        root = Element.from_json(candidate["element"], candidate["frame"])
        control = candidate["control"] and Element.from_json(candidate["control"], root.frame)
        ending = ending_of(lapse, root.frame, candidate["fields"])
        if ending is None or was_warned(page, lapse, ending):
            continue
        message = f"timeout: after {in_words(ending.seconds)} {how(ending)}"
        if control:
            found.append(PROBE.finding(root, f"{message}. Does {control} prevent that?", level="review"))
        else:
            found.append(PROBE.finding(root, f"{message}, with no warning and no way to get more time"))
    return found


def ending_of(lapse: TimeLapse, frame: int, fields: int) -> Departure | Moment | None:
    """When and how the time ends, if it does."""
    ends: list[Departure | Moment] = [moment for moment in of_frame(lapse, frame) if has_ended(moment, fields)]
    ends += [departure for departure in lapse.departures if departure.frame == frame]
    return min(ends, key=lambda ending: ending.seconds, default=None)


def how(ending: Departure | Moment) -> str:
    if isinstance(ending, Moment):
        return "the page says that the time is over, or takes its fields away"
    return f"the page goes to another address by itself ({ending.attempt.url.split('?')[0][-60:]})"


def has_ended(moment: Moment, fields: int) -> bool:
    effects = moment.effects
    words = [whole.text for whole in effects.wholes] + [change.after for change in effects.texts] + [*moment.dialogs]
    if any(ENDED.search(text) and not WARNING_OF_END.search(text) for text in words):
        return True
    lost = sum(change.name == "disabled" and change.element.tag in FIELDS for change in effects.states)
    lost += sum(element.tag in FIELDS for element in effects.hidden)
    return fields > 0 and lost >= fields


FIELDS = ("input", "textarea", "select")
# "Your session has nearly expired", "will be logged out".
WARNING_OF_END = re.compile(r"\b(will|about to|going to|nearly|almost|soon|unless|before)\b", re.IGNORECASE)


def was_warned(page: Page, lapse: TimeLapse, ending: Departure | Moment) -> bool:
    """At least 20 seconds before the end something with a control in it, or a dialog of the browser, spoke of it."""
    if any(
        is_warning(moment) and moment.seconds + NOTICE <= ending.seconds for moment in of_frame(lapse, ending.frame)
    ):
        return True
    if ending.seconds - ending.since <= NOTICE:
        return False
    # Between the last two looks both may have happened: look there again more closely.
    step = max((ending.seconds - ending.since) / 12, 5)
    closer = [at for at in (*SOON, *LATE) if at <= ending.since] + [ending.since + step * i for i in range(1, 14)]
    closely = run_time(page, closer)
    ends_at = next((left.seconds for left in closely.departures if left.frame == ending.frame), ending.seconds)
    return any(is_warning(moment) and moment.seconds + NOTICE <= ends_at for moment in of_frame(closely, ending.frame))


def of_frame(lapse: TimeLapse, frame: int) -> list[Moment]:
    return [moment for moment in lapse.moments if moment.frame == frame]


def is_warning(moment: Moment) -> bool:
    texts = [whole.text for whole in moment.effects.wholes]
    has_control = any(
        element.tag in ("button", "a", "input") or element.role in ("button", "link")
        for element in moment.effects.shown
    )
    return bool(moment.dialogs) or (has_control and any(map(WARNING.search, texts)))


def in_words(seconds: float) -> str:
    if seconds < 120:
        return f"{seconds:.0f} seconds"
    return f"{seconds / 60:.0f} minutes" if seconds < 7200 else f"{seconds / 3600:.0f} hours"
