"""Players: their files are loaded aside to learn whether they sound, how long, and whether words are in the picture."""

from typing import Any

from a11y_tests.findings import Element, Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at

PROBE = probe_at(__file__)
MOST_PLAYERS = 4
SHORTEST_SECONDS = 3.0
MEASURE = PROBE.folder / "measure.js"

CUES = """async source => {
  try {
    const reply = await fetch(source, { signal: AbortSignal.timeout(1500) });
    return reply.ok ? ((await reply.text()).match(/-->/g) ?? []).length : 0;
  } catch { return -1; }
}"""


def run(page: Page) -> list[Finding]:
    players = page.collected.get(PROBE.id, [])[:MOST_PLAYERS]
    return [finding for player in players for finding in judge(page, player)]


def judge(page: Page, player: dict[str, Any]) -> list[Finding]:
    media = page.ask(
        MEASURE.read_text(encoding="utf-8"), player["source"], player["isAudio"], frame=player["frame"], within=20
    )
    element = Element.from_json(player["element"], player["frame"])
    kind = "sound (audio)" if player["isAudio"] else "film (video)"
    if media["error"]:
        return [asking(element, f"The {kind} could not be loaded here: does it have captions or a transcript?")]
    if media["seconds"] < SHORTEST_SECONDS:
        return []
    if player["isAudio"]:
        return of_sound(element, player, media) if media["sounds"] else []
    return of_film(page, element, player, media) if media["sounds"] else of_silent_film(element, player, media)


def of_sound(element: Element, player: dict[str, Any], media: dict[str, Any]) -> list[Finding]:
    if player["promise"] or player["ofText"] or player["words"] >= media["seconds"] * 1.2:
        return [asking(element, "Does the transcript beside this sound (audio) say all that is heard?", wcag="1.2.1")]
    message = f"sound (audio) of {media['seconds']:.0f} s has no transcript on the page, and no link to one"
    return [PROBE.finding(element, message, wcag=["1.2.1"], act=["e7aa44", "2eb176"])]


def of_film(page: Page, element: Element, player: dict[str, Any], media: dict[str, Any]) -> list[Finding]:
    if player["ofText"]:
        return [asking(element, "Does this film (video) show no more than the text of the page?", wcag="1.2.2")]
    captions = [track["src"] for track in player["tracks"] if track["kind"] in ("captions", "subtitles")]
    cues = [page.ask(CUES, source, frame=player["frame"]) if source else 0 for source in captions]
    shows_more = "Does the film (video) show anything that its sound does not tell? Then it needs an audio description."
    further = [asking(element, shows_more, wcag="1.2.5")]
    if player["isMute"]:
        question = "Can the sound of this film (video) be turned on? Then it needs captions."
        return [asking(element, question, wcag="1.2.2"), *further]
    if any(count for count in cues):
        return [asking(element, "Do the captions of this film (video) say all that is heard?", wcag="1.2.2"), *further]
    if captions:
        empty = "the captions of this film (video) are missing: the track has no file, or the file no captions"
        return [failing(element, empty), *further]
    if media["letters"] or player["promise"] or player["words"] >= max(12, media["seconds"]):
        return [asking(element, "Does this film (video) with sound have captions? It has no captions track."), *further]
    missing = f"film (video) of {media['seconds']:.0f} s with sound has no captions (no captions track)"
    return [failing(element, missing), *further]


def of_silent_film(element: Element, player: dict[str, Any], media: dict[str, Any]) -> list[Finding]:
    described = any(track["kind"] == "descriptions" and track["src"] for track in player["tracks"])
    if player["isBackground"]:
        return [asking(element, "Does this silent film (video) tell anything, or is it decoration?", wcag="1.2.1")]
    if described or player["promise"] or player["ofText"] or player["words"] >= 12:
        return [asking(element, "Does the text beside this silent film (video) tell all that it shows?", wcag="1.2.1")]
    message = f"silent film (video) of {media['seconds']:.0f} s has no text alternative, and no words beside it"
    return [PROBE.finding(element, message, wcag=["1.2.1"], act=["c3232f", "ee13b5", "d7ba54"])]


def failing(element: Element, message: str) -> Finding:
    return PROBE.finding(element, message, wcag=["1.2.2"], act=["f51b46", "eac66b"])


def asking(element: Element, question: str, wcag: str = "1.2.2") -> Finding:
    return PROBE.finding(element, question, level="review", wcag=[wcag], act=[])
