"""Every address of a session and its activities, below the path that the site stands on."""

import re
from urllib.parse import urlencode

ACTIVITY_PATH = "take-part/{session}/{activity}/"
WITHOUT_COOKIES = "without-cookies/"
OF_ONE = re.compile(rf"{WITHOUT_COOKIES}[\w-]+/$", re.ASCII)


def for_everyone(root: str) -> str:
    """The root without the part that stands for one person whose browser keeps no cookie."""
    return OF_ONE.sub("", root)


def is_for_one(root: str) -> bool:
    return OF_ONE.search(root) is not None


def url_for_page(root: str, path: str = "") -> str:
    """A page of the static site; `root` is the path of `site_url`, with a slash at both ends."""
    return for_everyone(root) + path.lstrip("/")


def url_for_now(root: str, session: str) -> str:
    return f"{root}take-part/{session}/"


def url_for_events(root: str, session: str) -> str:
    """Where a page that shows live updates listens."""
    return f"{root}take-part/{session}/events/"


def url_for_screen(root: str, session: str, activity: str = "") -> str:
    """The projector's page; without an activity, the one that matters now."""
    return f"{for_everyone(root)}take-part/{session}/screen/" + (f"?item={activity}" if activity else "")


def url_for_join(root: str, code: str | None = None) -> str:
    root = for_everyone(root)
    return f"{root}j/{code}" if code else f"{root}take-part/"


def url_for_short_join(root: str) -> str:
    """Leads to the page that asks for the code; short, to be said aloud and typed."""
    return f"{for_everyone(root)}j"


def url_for_search(root: str) -> str:
    return f"{for_everyone(root)}search/"


def url_for_activity(root: str, session: str, activity: str) -> str:
    return f"{root}take-part/{session}/{activity}/"


def url_for_receipt(root: str, session: str, activity: str) -> str:
    return f"{root}take-part/{session}/{activity}/receipt/"


def url_for_private_link(root: str, session: str, activity: str, token: str) -> str:
    """Leads a person to what they sent, on any device."""
    return f"{for_everyone(root)}take-part/{session}/{activity}/mine/{token}"


def url_for_results(root: str, session: str, activity: str) -> str:
    return f"{root}take-part/{session}/{activity}/results/"


def url_for_participant(root: str, session: str, activity: str, name: str, *, undo: bool = False) -> str:
    """Where a participant's button posts that says something about an entry of others, or the page of its form."""
    return f"{root}take-part/{session}/{activity}/do/{name}/" + ("undo" if undo else "")


def url_for_withdraw(root: str, session: str, activity: str) -> str:
    return f"{root}take-part/{session}/{activity}/withdraw/"


def url_for_ask(root: str, session: str, activity: str, **change: str) -> str:
    """Where an activity asks for more before anything is chosen; `change` and `of` name an entry to be changed."""
    query = f"?{urlencode(change)}" if change else ""
    return f"{root}take-part/{session}/{activity}/ask/{query}"


def url_for_organise(root: str, session: str | None = None, activity: str | None = None) -> str:
    return f"{root}organise/" + "".join(f"{part}/" for part in (session, activity) if part)


def url_for_frozen(root: str, session: str) -> str:
    """The freeze file of a session: a file of the built site, which needs no server."""
    return f"{for_everyone(root)}results/{session}.json"


def url_for_problem(root: str, session: str = "", name: str = "", *, activity: str = "") -> str:
    """The form that tells the team, which may know the activity it was opened from; with a name, the sender's page.
    Without a session, the page that asks for which one."""
    root = for_everyone(root)
    address = f"{root}take-part/" + (f"{session}/" if session else "") + "problem/" + (f"{name}/" if name else "")
    return address + (f"?from={activity}" if activity else "")


def url_for_access_team(root: str, session: str, *, sheet: bool = False) -> str:
    """For interpreters, captioners and room assistants; `sheet` is the page to download."""
    return f"{root}organise/{session}/access/" + ("sheet" if sheet else "")


def url_for_problems_seen(root: str, session: str) -> str:
    return f"{root}organise/{session}/problems/seen"


def url_for_links(root: str) -> str:
    """Where owners make and end the links of other organisers."""
    return f"{root}organise/links/"


def url_for_freeze(root: str, session: str, *, undo: bool = False) -> str:
    return f"{root}organise/{session}/freeze/" + ("undo" if undo else "")


def url_for_after(root: str, session: str, part: str = "") -> str:
    """The organisers' page for after the session; with a part, the report's files, or the page that erases."""
    return f"{root}organise/{session}/after/{part}"


def url_for_codes(root: str, session: str, activity: str) -> str:
    """Where organisers make the codes of a poll in which each person has one vote."""
    return f"{url_for_organise(root, session, activity)}codes/"


def url_for_cancelling(root: str, session: str, activity: str, undo: bool = False) -> str:
    """Where a set of codes is cancelled; with `undo`, where they are brought back."""
    return f"{url_for_codes(root, session, activity)}cancel/{'undo/' if undo else ''}"


def url_for_state(root: str, session: str, activity: str, change: str) -> str:
    """Where an organiser's button posts that opens, closes, publishes …; `undo` takes the last change back."""
    return f"{url_for_organise(root, session, activity)}state/{change}"


def url_for_action(root: str, session: str, activity: str, action: str, *, undo: bool = False) -> str:
    """Where a button posts that does one of the ACTIONS of the activity's kind."""
    return f"{url_for_organise(root, session, activity)}act/{action}" + ("/undo" if undo else "")


def url_for_export(root: str, session: str, activity: str, file: str) -> str:
    return f"{url_for_organise(root, session, activity)}{file}"


def url_for_log(root: str, session: str) -> str:
    return f"{root}organise/{session}/log/"


def url_for_check(root: str, session: str, file: str = "") -> str:
    """What the check of the session's texts has found, as a page; with a name, as a file."""
    return f"{root}organise/{session}/check/{file}"


def url_for_sign_out(root: str) -> str:
    return f"{root}organise/out/"


def url_for_finish(root: str) -> str:
    return f"{root}take-part/finish/"


def url_for_sign_in(root: str, token: str) -> str:
    return f"{root}organise/in/{token}"
