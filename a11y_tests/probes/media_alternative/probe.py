"""Players: their files are loaded aside to learn whether they sound, whether they last, and whether words are in the picture."""

from typing import Any

from a11y_tests.findings import Element, Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at

PROBE = probe_at(__file__)
MOST_PLAYERS = 4
SHORTEST_SECONDS = 3.0

# Sound is decoded as a whole; the picture is looked at in five places. Rows of many sharp changes from light to dark, one
# below the other, are taken for letters: a film that may have captions in its picture is not judged.
MEASURE = """async (source, isAudio) => {
  const answer = { seconds: 0, sounds: null, letters: false, error: "" };
  const within = (promise, ms) => Promise.race([promise, new Promise((_, fail) => setTimeout(() => fail(new Error("slow")), ms))]);
  try {
    const reply = await within(fetch(source), 2000);
    if (!reply.ok || +reply.headers.get("content-length") > 30e6) throw new Error("not loaded");
    const bytes = await within(reply.arrayBuffer(), 3000);
    const blob = URL.createObjectURL(new Blob([bytes], { type: reply.headers.get("content-type") ?? "" }));
    try {
      const sound = await within(new OfflineAudioContext(1, 8000, 8000).decodeAudioData(bytes), 3000);
      answer.seconds = sound.duration;
      let peak = 0;
      for (let c = 0; c < sound.numberOfChannels; c++) for (const value of sound.getChannelData(c)) if (value > peak) peak = value;
      answer.sounds = peak > 0.005;
    } catch { answer.sounds = false; }
    if (isAudio) { URL.revokeObjectURL(blob); return answer; }
    const video = document.createElement("video");
    video.muted = true; video.preload = "auto"; video.src = blob;
    const once = (name, ms) => within(new Promise((done, fail) => { video.addEventListener(name, done, { once: true }); video.addEventListener("error", () => fail(new Error("error")), { once: true }); }), ms);
    await once("loadeddata", 2500);
    if (!isFinite(video.duration)) { const seeked = once("seeked", 1500); video.currentTime = 1e6; await seeked; }
    const seconds = isFinite(video.duration) ? video.duration : video.currentTime;
    answer.seconds = Math.max(answer.seconds, seconds);
    const canvas = document.createElement("canvas"), [w, h] = [320, 180];
    canvas.width = w; canvas.height = h;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    let seen = 0;
    for (const part of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      const seeked = once("seeked", 1000);
      video.currentTime = seconds * part;
      await seeked;
      context.drawImage(video, 0, 0, w, h);
      const { data } = context.getImageData(0, h * 0.55, w, h * 0.45);
      let run = 0, best = 0;
      for (let y = 0; y < Math.floor(h * 0.45); y++) {
        let changes = 0, last = null;
        for (let x = 0; x < w; x++) {
          const i = (y * w + x) * 4, light = 0.3 * data[i] + 0.59 * data[i + 1] + 0.11 * data[i + 2];
          if (last === null) last = light;
          else if (Math.abs(light - last) > 60) { changes++; last = light; }
        }
        run = changes >= 16 ? run + 1 : 0;
        best = Math.max(best, run);
      }
      if (best >= 4) seen++;
    }
    answer.letters = seen >= 2;
    URL.revokeObjectURL(blob);
  } catch (error) { answer.error = String(error.message); }
  return answer;
}"""
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
    media = page.ask(MEASURE, player["source"], player["isAudio"], frame=player["frame"], within=20)
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
    return [PROBE.finding(element, f"sound (audio) of {media['seconds']:.0f} s has no transcript on the page, and no link to one",
                          wcag=["1.2.1"], act=["e7aa44", "2eb176"])]  # fmt: skip


def of_film(page: Page, element: Element, player: dict[str, Any], media: dict[str, Any]) -> list[Finding]:
    if player["ofText"]:
        return [asking(element, "Does this film (video) show no more than the text of the page?", wcag="1.2.2")]
    captions = [track["src"] for track in player["tracks"] if track["kind"] in ("captions", "subtitles")]
    cues = [page.ask(CUES, source, frame=player["frame"]) if source else 0 for source in captions]
    further = [asking(element, "Does the film (video) show anything that its sound does not tell? Then it needs an audio "
                      "description.", wcag="1.2.5")]  # fmt: skip
    if any(count for count in cues):
        return [asking(element, "Do the captions of this film (video) say all that is heard?", wcag="1.2.2"), *further]
    if captions:
        return [failing(element, "the captions of this film (video) are missing: the track has no file, or the file no captions"), *further]
    if media["letters"] or player["promise"]:
        return [asking(element, "Does this film (video) with sound have captions? It has no captions track.", wcag="1.2.2"), *further]
    return [failing(element, f"film (video) of {media['seconds']:.0f} s with sound has no captions (no captions track)"), *further]


def of_silent_film(element: Element, player: dict[str, Any], media: dict[str, Any]) -> list[Finding]:
    described = any(track["kind"] == "descriptions" and track["src"] for track in player["tracks"])
    if player["isBackground"]:
        return [asking(element, "Does this silent film (video) tell anything, or is it decoration?", wcag="1.2.1")]
    if described or player["promise"] or player["ofText"] or player["words"] >= 12:
        return [asking(element, "Does the text beside this silent film (video) tell all that it shows?", wcag="1.2.1")]
    return [PROBE.finding(element, f"silent film (video) of {media['seconds']:.0f} s has no text alternative: no transcript, no "
                          "description, no words beside it", wcag=["1.2.1"], act=["c3232f"])]  # fmt: skip


def failing(element: Element, message: str) -> Finding:
    return PROBE.finding(element, message, wcag=["1.2.2"], act=["f51b46", "eac66b"])


def asking(element: Element, question: str, wcag: str = "1.2.2") -> Finding:
    return PROBE.finding(element, question, level="review", wcag=[wcag], act=[])
