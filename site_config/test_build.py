"""From Markdown to a site: what comes out, and what stops the build with the last good site in place."""

import json
import re
from pathlib import Path

import pytest

from participation_api.components import COMPONENTS
from participation_api.components.panel import render_form
from participation_api.manifest import load_manifest
from site_config.build import BuildFailed
from site_config.conftest import Sources

pytestmark = pytest.mark.filterwarnings("default::DeprecationWarning")


def between(html: str, start: str, end: str) -> str:
    return html.split(start, 1)[1].split(end, 1)[0]


def test_form_in_the_page_has_the_bytes_that_the_server_renders(sources: Sources) -> None:
    sources.build()
    live = load_manifest(sources.folder / "site/take-part/manifest.json").activity("demo", "lunch")
    assert live is not None
    page = sources.page()
    form = "<form" + between(page, "<form", "</form>") + "</form>"
    assert form == str(render_form(live.component, live.activity, "/"))


def test_panel_stands_between_its_markers_under_a_heading_of_the_next_level(sources: Sources) -> None:
    sources.build()
    panel = between(sources.page(), "<!--activity:demo/lunch-->", "<!--/activity:demo/lunch-->")
    assert '<h3 id="poll-lunch-heading">Which lunch?</h3>' in panel


def test_every_page_has_one_h1_and_nothing_of_material(sources: Sources) -> None:
    site = sources.build()
    pages = [path.read_text() for path in site.rglob("*.html") if not path.name.startswith("shell.")]
    assert [page.count("<h1") for page in pages] == [1] * len(pages)
    # What the server's pages load where they have something live; no page of the build does.
    assert [path.name for path in site.rglob("*.js")] == ["live.js"]
    assert [page for page in pages if "<script" in page or "style=" in page or "fonts.g" in page] == []


def test_manifest_says_what_the_server_must_know(sources: Sources) -> None:
    sources.build()
    content = json.loads((sources.folder / "site/take-part/manifest.json").read_text())
    assert content["site"] == {"name": "Test site", "languages": ["en"], "base_path": "/", "glossary": []}
    assert content["sessions"][0]["activities"] == [
        {
            "id": "lunch", "kind": "poll", "initial_state": "open", "opens_at": None, "closes_at": None,
            "late_until": None, "heading_level": 3, "source": "docs/sessions/demo.md:20",
            "declaration": {
                "id": "lunch", "question": "Which lunch?", "state": "open", "choices": ["Soup", "Salad"],
            },
        }
    ]  # fmt: skip


def test_links_and_forms_respect_the_path_of_site_url(sources: Sources) -> None:
    sources.config(root="/events/2026/")
    sources.build()
    page = sources.page()
    assert 'action="/events/2026/take-part/demo/lunch/"' in page
    assert 'href="/events/2026/assets/site.css"' in page


def test_texts_come_out_whole_and_escaped(sources: Sources) -> None:
    wild = "Soup <b>&</b> {{ 7*7 }} *stars* `code` مرحبا " + "x" * 4000
    sources.change("  - Soup", f"  - text: '{wild}'\n    id: soup")
    sources.build()
    escaped = "Soup &lt;b&gt;&amp;&lt;/b&gt; {{ 7*7 }} *stars* `code` مرحبا " + "x" * 4000
    assert f">{escaped}</label>" in sources.page()
    assert '<h1 id="content" tabindex="-1">Demo &amp; &lt;b&gt;session&lt;/b&gt;</h1>' in sources.page()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("choices:", "choises:", "docs/sessions/demo.md:24: poll 'lunch': 'choises' is not a known key; did you mean 'choices'?"),
        ("  - Salad\n", "", "docs/sessions/demo.md:24: poll 'lunch': 'choices' has 1; a poll needs from 2 to 40"),
        ("  - Salad", "  - soup", "docs/sessions/demo.md:26: poll 'lunch': 'choices' has 'soup' twice; each must differ"),
        ("state: open", "state: opened", "docs/sessions/demo.md:23: poll 'lunch': 'state' is 'opened'; it must be one of draft, open"),
        ("id: lunch", "id: Lunch!", "docs/sessions/demo.md:21: poll 'Lunch!': 'id' is 'Lunch!'; begin with a letter from a to z, then up to 39 letters a to z, digits and hyphens"),
        ("question: Which lunch?\n", "", "docs/sessions/demo.md:20: poll 'lunch': 'question' is missing; write a text"),
        ("question: Which", "question: Which: the", "docs/sessions/demo.md:22: poll: this is not YAML"),
        ("retention: 2027-01-31", "retention: soon", "docs/sessions/demo.md:4: 'retention' is 'soon'; write a day like 2027-01-31"),
        ("  breaks: not decided yet\n", "", "docs/sessions/demo.md:5: 'breaks' is missing; say what there is, 'no', or 'not decided yet'"),
        ("  captions", "  captons", "docs/sessions/demo.md:6: 'captons' is not a known key; did you mean 'captions'?"),
        ("kind: session", "knid: session", "docs/sessions/demo.md:3: 'knid' is not a known key; did you mean 'kind'?"),
        ("---\nSome", "Some", "docs/sessions/demo.md:1: the front matter that begins here has no closing '---'"),
        ("kind: session", "kind: session\npeople:\n  - person: nobody\n    role: Speaker", "docs/sessions/demo.md:5: 'nobody' has no page docs/speakers/nobody.md; pages there are: none yet"),
    ],
)  # fmt: skip
def test_mistake_stops_the_build_with_one_sentence_and_leaves_the_last_good_site(
    sources: Sources, old: str, new: str, message: str
) -> None:
    sources.build()
    before = sources.page()
    sources.change(old, new)
    with pytest.raises(BuildFailed) as problem:
        sources.build()
    assert str(problem.value).startswith(message)
    assert str(problem.value).count("\n") == 0
    assert sources.page() == before
    assert [path.name for path in sources.folder.iterdir() if path.name.startswith(".site")] == []


def test_activity_outside_a_session_page_is_refused(sources: Sources) -> None:
    sources.write("index.md", "# Home\n\n```poll\nid: x\n```\n")
    with pytest.raises(BuildFailed, match=r"^docs/index\.md:3: a poll stands only in a session's page"):
        sources.build()


def test_heading_named_content_does_not_take_the_id_of_the_h1(sources: Sources) -> None:
    sources.write("about.md", "# About\n\n## Content\n\n[to it](#content)\n")
    sources.build()
    assert sources.page("about/").count('id="content"') == 1
    assert 'href="#content-1"' in sources.page("about/")


def test_example_in_a_longer_fence_is_shown_and_not_run(sources: Sources) -> None:
    sources.write("help.md", "# Help\n\n````markdown\n```poll\nid: x\n```\n````\n")
    sources.build()
    assert "<form" not in sources.page("help/")
    assert "```poll" in sources.page("help/").replace("&#96;", "`")


def test_block_in_a_list_and_in_an_admonition_becomes_a_form(sources: Sources) -> None:
    in_list = "- Item\n\n    ```queue\n    id: floor\n    question: Speak?\n    state: open\n    ```\n"
    in_note = '!!! note "Rooms"\n\n    ```board\n    id: notes\n    question: Note?\n    state: open\n    ```\n'
    sources.write(
        "sessions/demo.md", (sources.folder / "docs/sessions/demo.md").read_text() + "\n" + in_list + "\n" + in_note
    )
    sources.build()
    assert sources.page().count("<form") == 3


@pytest.mark.parametrize(
    "hidden",
    [
        "    ```queue\n    id: floor\n    question: Speak?\n    ```",
        "<!--\n```queue\nid: floor\nquestion: Speak?\n```\n-->",
        "```queue\nid: floor\nquestion: Speak?\n",
    ],
    ids=["indented as code", "in a comment", "not closed"],
)
def test_block_that_markdown_does_not_see_is_a_mistake(sources: Sources, hidden: str) -> None:
    sources.write("sessions/demo.md", (sources.folder / "docs/sessions/demo.md").read_text() + f"\n{hidden}\n")
    with pytest.raises(
        BuildFailed, match=r"^docs/sessions/demo\.md:\d+: queue 'floor': Markdown does not see this block"
    ):
        sources.build()


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('=== "One"\n\n    Text', 3, "content tabs need a script"),
        ("``` { .python .annotate }\nprint() # (1)!\n```", 4, "code annotations need a script"),
        ("Text (1)\n{ .annotate }", 4, "code annotations need a script"),
    ],
)
def test_what_needs_a_script_is_a_mistake_that_says_what_to_write(
    sources: Sources, text: str, line: int, message: str
) -> None:
    sources.write("page.md", f"# Page\n\n{text}\n")
    with pytest.raises(BuildFailed) as problem:
        sources.build()
    assert str(problem.value).startswith(f"docs/page.md:{line}: {message}")


def test_example_of_tabs_in_a_fence_is_only_shown(sources: Sources) -> None:
    sources.write("page.md", '# Page\n\n```markdown\n=== "One"\n```\n')
    sources.build()


def test_drawn_task_boxes_are_a_mistake(sources: Sources) -> None:
    sources.config(more="  - pymdownx.tasklist: {custom_checkbox: true}\n")
    config = (sources.folder / "mkdocs.yml").read_text()
    in_block = config.replace("[admonition, pymdownx.superfences, pymdownx.details]\n", "\n  - admonition\n")
    (sources.folder / "mkdocs.yml").write_text(in_block)
    with pytest.raises(BuildFailed, match="task lists with drawn boxes need a script"):
        sources.build()


def test_same_id_twice_in_a_session_is_refused(sources: Sources) -> None:
    text = (sources.folder / "docs/sessions/demo.md").read_text()
    sources.write("sessions/demo.md", text + "\n" + text.split("## Vote")[1])
    with pytest.raises(
        BuildFailed, match=r"poll 'lunch': this id is also that of the poll at docs/sessions/demo\.md:20"
    ):
        sources.build()


def test_organiser_s_own_template_folder_comes_first(sources: Sources) -> None:
    (sources.folder / "own").mkdir()
    (sources.folder / "own" / "main.html").write_text("{{ view.title }} in a template of their own")
    sources.config()
    config = (sources.folder / "mkdocs.yml").read_text()
    (sources.folder / "mkdocs.yml").write_text(config.replace("font: false", "font: false, custom_dir: own"))
    with pytest.raises(BuildFailed, match="stands 0 times in the shell; it must stand once"):
        sources.build()


def test_backend_elsewhere_is_linked_in_place_of_a_form(sources: Sources) -> None:
    config = (sources.folder / "mkdocs.yml").read_text()
    (sources.folder / "mkdocs.yml").write_text(
        config.replace("[curbcut]", "[curbcut: {backend_url: 'https://live.example.org/'}]")
    )
    sources.build()
    assert "<form" not in sources.page()
    assert 'href="https://live.example.org/take-part/demo/lunch/"' in sources.page()


@pytest.mark.parametrize("kind", COMPONENTS)
def test_every_kind_can_stand_in_a_page(sources: Sources, kind: str) -> None:
    more = {
        "poll": "choices: [A, B]",
        "questions": "questions: [{id: a, question: A, method: words}, {id: b, question: B, method: words}]",
        "room": "rooms: [{text: Blue}, {text: Green}]",
    }.get(kind, "")
    text = (sources.folder / "docs/sessions/demo.md").read_text()
    sources.write("sessions/demo.md", f"{text}\n```{kind}\nid: other\nquestion: Now?\nstate: open\n{more}\n```\n")
    sources.build()
    assert f'<section class="panel" id="{kind}-other"' in sources.page()


def test_build_keeps_its_folder_clean(sources: Sources) -> None:
    sources.build()
    sources.build()
    assert sorted(path.name for path in sources.folder.iterdir()) == ["docs", "mkdocs.yml", "site"]


def test_missing_config_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from curbcut.__main__ import main

    assert main(["build", "--config", str(tmp_path / "mkdocs.yml")]) == 1
    assert capsys.readouterr().err.startswith(f"{tmp_path / 'mkdocs.yml'} is missing.")


def test_config_without_the_plugin_is_said_and_leaves_the_last_good_site(sources: Sources) -> None:
    good = sources.build() / "take-part" / "manifest.json"
    config = sources.folder / "mkdocs.yml"
    config.write_text("site_name: Test site\n")
    with pytest.raises(BuildFailed) as failed:
        sources.build()
    assert str(failed.value) == f"{config}: 'plugins' does not name curbcut; add '- curbcut' to it"
    assert good.is_file()


@pytest.mark.parametrize(
    ("room", "sentence"),
    [
        ("board: lunsh", "room 'rooms', rooms.1.board: there is no 'lunsh' in this session; there is rooms, lunch"),
        ("board: lunch\n    column: Ideas",
         "room 'rooms', rooms.1.column: 'lunch' has no part 'Ideas'; its parts are: none"),
    ],
)  # fmt: skip
def test_a_room_whose_board_is_not_there_stops_the_build(sources: Sources, room: str, sentence: str) -> None:
    block = f"\n```room\nid: rooms\nquestion: Which?\nrooms:\n  - text: Blue\n    {room}\n  - Green\n```\n"
    sources.change("## Vote", f"{block}\n## Vote")
    with pytest.raises(BuildFailed, match=re.escape(sentence)):
        sources.build()
