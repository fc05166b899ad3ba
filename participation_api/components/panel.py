"""An activity's panel in a session page: the same bytes from the build and from the server."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from markupsafe import Markup

from participation_api.components.contract import Activity, Component, Json
from participation_api.components.schedule import Moment, Schedule, effective_state
from participation_api.components.words import Sentence, say

NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Place:
    """Where a page or panel stands: the site's root path, the zone its times are told in, the panel's heading level."""

    root: str = "/"
    zone: tzinfo | None = None
    heading_level: int = 2
    backend_url: str = ""
    """Where the participation server is, if it is not where the page is: the panel then links there."""
    is_preview: bool = False


STATES: dict[str, Sentence] = {
    "draft": say("Not open yet"),
    "open": say("Open"),
    "closing": say("Closing"),
    "closed": say("Closed"),
    "published": say("Results are published"),
}


def panel_markers(session: str, activity: str) -> tuple[str, str]:
    name = f"activity:{session}/{activity}"
    return f"<!--{name}-->", f"<!--/{name}-->"


def initial_moment(schedule: Schedule) -> Moment:
    """The state printed by the build: as declared, before any clock; the server fills in the present one."""
    return effective_state(schedule, None, schedule.opens_at or NEVER)


def render_form(
    component: Component,
    activity: Activity,
    root: str,
    values: Mapping[str, Json] | None = None,
    errors: Mapping[str, Sentence] | None = None,
    extra: Mapping[str, Json] | None = None,
) -> Markup:
    """Exactly `<form>…</form>`; `extra` is what the component's own `form_context` found (places left, say)."""
    from participation_api.components import environment

    env = environment(activity.lang)
    html = env.get_template(f"{component.KIND}/form.html").render(
        activity=activity,
        action=env.globals["url"].url_for_activity(root, activity.session, activity.id),  # type: ignore[attr-defined]
        values=values or {},
        errors=errors or {},
        submit=component.SUBMIT,
        kept=component.KEPT,
        extra=extra or {},
        root=root,
    )
    return Markup(html.strip())  # noqa: S704 - rendered by our own template, which escapes


def render_panel(
    component: Component,
    activity: Activity,
    schedule: Schedule,
    moment: Moment,
    place: Place,
    results: Mapping[str, Json] | None = None,
    extra: Mapping[str, Json] | None = None,
) -> str:
    """The panel between its markers, in the state of `moment`."""
    from participation_api.components import environment

    start, end = panel_markers(activity.session, activity.id)
    html = (
        environment(activity.lang)
        .get_template("panel.html")
        .render(
            component=component,
            activity=activity,
            schedule=schedule,
            moment=moment,
            place=place,
            state=STATES[moment.state],
            form=render_form(component, activity, place.root, extra=extra) if moment.is_open else "",
            results=results,
            extra=extra or {},
        )
    )
    return f"{start}\n{html.strip()}\n{end}"
