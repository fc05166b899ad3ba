"""Handlers of every kind are known with their source: on elements, documents and windows, in frames, behind jQuery."""

import pytest

from a11y_tests.handlers import hand_over_handlers
from a11y_tests.page import Page

HANDLERS = """() => cc.handledTargets().flatMap(target => cc.handlers(target).map(handler =>
  [target === document ? "document" : target === window ? "window" : target.id, handler.type, handler.source]))"""


def opened(page: Page, body: str) -> Page:
    page.open("about:blank")
    page.ask_page("html => { document.open(); document.write(html); document.close(); }", body)
    page.settle()
    page.hand_over_tree()
    hand_over_handlers(page)
    return page


@pytest.mark.browser
def test_handlers_of_elements_document_and_window_are_known_with_their_source(page: Page) -> None:
    opened(
        page,
        "<p id=text onclick='go()'>x</p><script>text.addEventListener('keydown', () => 1);"
        "document.addEventListener('click', () => 2);"
        "addEventListener('keyup', { handleEvent() { return 3 } })</script>",
    )
    assert sorted(page.ask(HANDLERS)) == [
        ["document", "click", "() => 2"],
        ["text", "click", "function onclick(event) {\ngo()\n}"],
        ["text", "keydown", "() => 1"],
        ["window", "keyup", "handleEvent() { return 3 }"],
    ]


@pytest.mark.browser
def test_a_frame_knows_its_own_handlers_only(page: Page) -> None:
    opened(page, "<iframe srcdoc='<p id=inner onclick=go()>x</p>'></iframe><p id=outer onclick='go()'>y</p>")
    source = "function onclick(event) {\ngo()\n}"
    assert [page.ask(HANDLERS, frame=number) for number in (0, 1)] == [
        [["outer", "click", source]],
        [["inner", "click", source]],
    ]


@pytest.mark.browser
def test_handlers_behind_jquery_and_react_are_found(page: Page) -> None:
    opened(
        page,
        """<p id=own>x</p><p id=reacting>y</p><script>
        const events = new Map([[own, { click: [{ origType: "click", handler: () => "mine", selector: undefined }] }]]);
        window.jQuery = { _data: target => events.get(target) };
        own.addEventListener("click", function (e) { return jQuery.event.dispatch.apply(this, arguments); });
        reacting.__reactProps$1 = { onKeyDown: () => "keys", className: "x" };
        </script>""",
    )
    assert sorted(page.ask(HANDLERS)) == [["own", "click", '() => "mine"'], ["reacting", "keydown", '() => "keys"']]


@pytest.mark.browser
def test_an_event_reaches_the_handlers_of_the_element_and_of_all_around_it(page: Page) -> None:
    opened(page, "<div id=outer onclick='1'><b id=inner onclick='2'>x</b></div><script>onclick = () => 3</script>")
    call = "() => cc.handlersFor(cc.find('#inner'), 'click').map(handler => handler.target.id ?? 'window')"
    assert page.ask(call) == ["inner", "outer", "window"]


@pytest.mark.browser
def test_handlers_in_an_open_shadow_tree_are_known(page: Page) -> None:
    opened(
        page,
        "<div id=host></div><script>host.attachShadow({ mode: 'open' }).innerHTML = '<p id=deep onclick=\"1\">x</p>'"
        "</script>",
    )
    assert page.ask(HANDLERS) == [["deep", "click", "function onclick(event) {\n1\n}"]]


@pytest.mark.browser
def test_a_page_with_frames_can_be_loaded_again(page: Page, probes_address: str) -> None:
    page.open(f"{probes_address}/frame_without_keyboard/fixture.html")
    page.hand_over_tree()
    hand_over_handlers(page)
    page.reload()
    assert page.ask("() => document.title") == "Frames and the keyboard"
