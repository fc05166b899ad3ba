"""Times as people read them, always with their zone, in the language of the page."""

from collections.abc import Callable
from datetime import UTC, date, datetime, tzinfo

from babel.dates import format_date, format_time
from markupsafe import Markup, escape


def iso(at: datetime) -> str:
    """UTC with microseconds, so that the order of texts is the order of times."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def from_iso(value: str) -> datetime:
    return datetime.fromisoformat(value)


def is_apart(late: object, arrived_at: str, counted_at: datetime | None) -> bool:
    """Is it counted apart from the session? Not what came late once, and then the activity was opened again: it is in
    the next count with all others. `counted_at` is None while there is no count to be apart from."""
    return bool(late) and counted_at is not None and arrived_at >= iso(counted_at)


def zone_name(at: datetime) -> str:
    """`UTC`, `UTC+3`, `UTC+5:30`: offsets are understood everywhere, abbreviations of zones are not."""
    offset = at.utcoffset()
    minutes = int(offset.total_seconds() // 60) if offset else 0
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "−"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def clock_text(at: datetime, lang: str) -> str:
    return f"{format_time(at.timetz().replace(tzinfo=None), 'HH:mm', locale=_locale(lang))} {zone_name(at)}"


def when_text(at: datetime, lang: str) -> str:
    return f"{format_date(at.date(), 'd MMMM y', locale=_locale(lang))}, {clock_text(at, lang)}"


def _locale(lang: str) -> str:
    return lang.replace("-", "_")


def _filter(text: Callable[[datetime, str], str], lang: str) -> Callable[..., Markup]:
    def render(at: datetime | str, zone: tzinfo | None = None) -> Markup:
        # Results hold times as text, since they are kept as JSON.
        at = from_iso(at) if isinstance(at, str) else at
        local = at.astimezone(zone or UTC)
        return Markup('<time datetime="{}">{}</time>').format(
            at.astimezone(UTC).isoformat(timespec="seconds"), escape(text(local, lang))
        )

    return render


def when_filter(lang: str) -> Callable[..., Markup]:
    """`22 November 2026, 14:30 UTC`"""
    return _filter(when_text, lang)


def clock_filter(lang: str) -> Callable[..., Markup]:
    """`14:30 UTC`"""
    return _filter(clock_text, lang)


def day_filter(lang: str) -> Callable[[date], Markup]:
    """`31 January 2027`"""

    def render(day: date) -> Markup:
        text = format_date(day, "d MMMM y", locale=_locale(lang))
        return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), text)

    return render
