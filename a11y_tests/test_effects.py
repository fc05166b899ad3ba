"""What an action changes is seen, also a little later, and a page that is held does not leave."""

import pytest

from a11y_tests import witness
from a11y_tests.effects import Effects, watching
from a11y_tests.findings import Element
from a11y_tests.page import Page


def opened(page: Page, address: str, body: str) -> Page:
    page.open(f"{address}/frame_without_keyboard/fixture.html")
    page.ask_page("html => { document.open(); document.write(html); document.close(); }", body)
    page.settle()
    page.hand_over_tree()
    return page


def there(page: Page, selector: str) -> Element:
    found = page.find(selector)
    assert found is not None
    return found


def effects_of_click(page: Page, selector: str) -> Effects:
    with watching(page) as seen:
        page.click(there(page, selector))
    return seen.effects


@pytest.mark.browser
def test_what_comes_into_sight_after_a_moment_is_seen(page: Page, probes_address: str) -> None:
    opened(
        page,
        probes_address,
        "<button onclick='setTimeout(() => text.hidden = false, 300)'>b</button><div id=text hidden><p>One</p></div>",
    )
    effects = effects_of_click(page, "button")
    assert [(whole.element.id, whole.text, whole.is_new) for whole in effects.wholes] == [("text", "One", False)]
    assert (effects.is_seen, effects.leaves, effects.has_moved_focus) == (True, False, True)


@pytest.mark.browser
def test_changed_words_and_states_are_told(page: Page, probes_address: str) -> None:
    click = 'this.textContent = "Less"; this.setAttribute("aria-expanded", true)'
    opened(page, probes_address, f"<button aria-expanded=false onclick='{click}'>More</button>")
    effects = effects_of_click(page, "button")
    told = [(change.name, change.before, change.after) for change in (*effects.texts, *effects.states)]
    assert told == [("text", "More", "Less"), ("aria-expanded", "false", "true")]


@pytest.mark.browser
def test_a_page_that_is_held_tells_where_it_wanted_to_go(page: Page, probes_address: str) -> None:
    opened(page, probes_address, "<button onclick='location.href = \"/elsewhere\"'>b</button>")
    effects = effects_of_click(page, "button")
    assert [attempt.url for attempt in effects.attempts] == [f"{probes_address}/elsewhere"]
    assert page.address == f"{probes_address}/frame_without_keyboard/fixture.html"


@pytest.mark.browser
def test_nothing_is_seen_where_nothing_happens(page: Page, probes_address: str) -> None:
    opened(page, probes_address, "<button>b</button>")
    assert effects_of_click(page, "button").is_any is False


@pytest.mark.browser
def test_twenty_minutes_pass_in_a_moment(page: Page, probes_address: str) -> None:
    opened(
        page,
        probes_address,
        """<p id=text>x</p><script>const start = Date.now();
        setTimeout(() => text.textContent = Math.round((Date.now() - start) / 60000) + " minutes", 20 * 60000);
        </script>""",
    )
    before = page.ask("() => cc.text(cc.find('#text'))")
    witness.let_pass(page, 20 * 60 + 1)
    assert (before, page.ask("() => cc.text(cc.find('#text'))")) == ("x", "20 minutes")
