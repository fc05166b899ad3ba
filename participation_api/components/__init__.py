"""The kinds of activity, the one registry of them, and the environment that renders their templates everywhere."""

from functools import cache, partial

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from participation_api.components import board, poll, questions, queue, room, urls
from participation_api.components.contract import Component
from participation_api.components.moments import clock_filter, day_filter, from_iso, when_filter
from participation_api.components.words import Words, direction, join_with_and, words_in

COMPONENTS: dict[str, Component] = {module.KIND: module for module in (poll, questions, board, room, queue)}


@cache
def environment(lang: str = "en") -> Environment:
    """The templates in one language. The words are globals of the environment, because a macro imported without
    its context does not see values of the page."""
    words = words_in(lang)
    env = Environment(
        loader=ChoiceLoader(
            [PackageLoader("participation_api", "components"), PackageLoader("participation_api", "templates")]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: value if isinstance(value, Markup) else words.render(value),
    )
    env.globals.update(say=words.say, say_n=words.say_n, lang=lang, dir=direction(lang), url=urls)
    env.globals.update(share=partial(_share, words), names=partial(_names, words))
    env.filters.update(when=when_filter(words.lang), clock=clock_filter(words.lang), day=day_filter(words.lang))
    env.filters.update(direction=direction, moment=from_iso)
    return env


def _share(words: Words, count: int, total: int) -> str:
    """`23 of 41 (56 %)`: a percentage never stands without the numbers it comes from."""
    if not total:
        return words.say("0 of 0")
    return words.say("{count} of {total} ({percent} %)", count=count, total=total, percent=round(100 * count / total))


def _names(words: Words, choices: list[dict[str, str]]) -> str:
    return join_with_and([choice["text"] or words.say("another answer") for choice in choices], words)
