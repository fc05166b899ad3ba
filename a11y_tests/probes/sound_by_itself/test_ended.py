"""A sound that has come to its end before its button is tried was not stopped by that button."""

import pytest

from a11y_tests.findings import Element
from a11y_tests.page import Page
from a11y_tests.probe import collect, run_probe
from a11y_tests.probes.sound_by_itself import probe as sound
from a11y_tests.serve_folder import serving

TO_ITS_END = """() => Promise.all([...document.querySelectorAll("audio")].map(audio => audio.paused || new Promise(done => {
  audio.onended = done;
  audio.playbackRate = 16;
})))"""


@pytest.mark.browser
def test_a_button_that_does_nothing_is_not_taken_for_one_that_stops(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = sound.controls

    def late(page: Page, frame: int) -> list[Element]:
        if page.ask("() => !!document.querySelector('audio[autoplay]')", frame=frame):
            page.ask_page(TO_ITS_END, frame=frame)
        return real(page, frame)

    monkeypatch.setattr(sound, "controls", late)
    with serving(sound.PROBE.folder) as address:
        page.open(f"{address}/fixture_scripts.html")
        collect(page, [sound.PROBE])
        found = run_probe(sound.PROBE, page)
    asked = [each.element.id for each in found if each.element and each.level == "review"]
    assert asked == ["review-button-without-effect"]
