"""Gathering a report: what everyone may see of each activity, as it stands after the closing, without names."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from participation_api.components import environment, optional
from participation_api.components.moments import when_text
from participation_api.components.panel import Place
from participation_api.components.schedule import Moment, State
from participation_api.components.words import Sentence, say, words_in
from participation_api.manifest import LiveActivity, Session
from participation_api.pages import common
from participation_api.report.blocks import Block, Heading, Items, Paragraph, Run, Runs, blocks_of
from participation_api.service import Service

LEFT_OUT = (
    say("Notes stand here only if their author ticked that they may be published."),
    say("What was withdrawn or hidden is not here. No name of a speaker is here, and nothing about how people spoke."),
    say("Small counts of sensitive questions stay hidden, as on the page of the results."),
)


@dataclass(frozen=True)
class Report:
    title: str
    lang: str
    blocks: Sequence[Block]


async def report_of(service: Service, session: Session) -> Report:
    words = words_in(session.lang)
    at = service.now()

    def text(sentence: Sentence | str) -> Runs:
        return (Run(words.render(sentence)),)

    def section(sentence: Sentence) -> Heading:
        return Heading(2, text(sentence))

    def line(sentence: Sentence | str) -> Paragraph:
        return Paragraph(text(sentence))

    title = words.say("Report: {title}", title=session.title)
    blocks: list[Block] = [Heading(1, text(title))]
    if session.starts_at:
        blocks.append(line(say("Start: {time}", time=when_text(session.starts_at, session.lang))))
    made_at = when_text(at.astimezone(session.zone or at.tzinfo), session.lang)
    blocks.append(line(say("This report was made: {time}", time=made_at)))
    blocks += [section(say("Main points")), line(say("Write here what the session wants to pass on."))]
    access = [f"{words.say(label)}: {said or words.say('not told')}" for label, said in session.access]
    blocks += [section(say("Access to this session")), Items([[text(one)] for one in access])]
    for live in session.activities.values():
        blocks += await _activity(service, live, at)
    blocks += [section(say("What is not in this report")), Items([[text(one)] for one in LEFT_OUT])]
    return Report(title, session.lang, blocks)


async def _activity(service: Service, live: LiveActivity, at: datetime) -> list[Block]:
    moment = service.moment(live, at)
    words = words_in(live.activity.lang)
    heading = Heading(2, (Run(live.activity.heading, live.activity.lang),))
    state = Paragraph((Run(words.render(_state(live, moment))),))
    if moment.state is State.DRAFT:
        return [heading, state]
    results = await service.lasting_results(live, at)
    if results is None:
        return [heading, state]
    template = environment(live.activity.lang).get_template(f"{live.component.KIND}/results.html")
    session = service.manifest.sessions[live.activity.session]
    values = common(service, live) | {"place": Place(service.manifest.root, session.zone, 2)}
    kept = optional.publishable(live.component, results)
    html = template.render(root=service.manifest.root, moment=moment, results=kept, **values)
    return [heading, state, *blocks_of(html)]


def _state(live: LiveActivity, moment: Moment) -> Sentence:
    name = live.component.NAME
    if moment.state is State.DRAFT:
        return say("{kind}: it was not opened.", kind=name)
    if moment.is_open:
        return say("{kind}: it is still open, and these results can change.", kind=name)
    if moment.shows_results:
        return say("{kind}: closed. The results are published.", kind=name)
    return say("{kind}: closed. The results are not published.", kind=name)
