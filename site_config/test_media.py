"""Pictures, films and sounds are published with their words only."""

import pytest

from site_config.build import BuildFailed
from site_config.conftest import Sources
from site_config.media import NO_ALTERNATIVE, NO_CAPTIONS, NO_TRANSCRIPT, problems

LINK = "[Transcript of the talk](talk.md){ .transcript }"


def told(body: str) -> list[tuple[int, str]]:
    return [(line, str(sentence)) for line, sentence in problems(body)]


@pytest.mark.requirement("AU-02")
@pytest.mark.criterion("1.1.1")
@pytest.mark.parametrize("words", ["", "image", "Picture.", "wells.png", "img_20261203.jpg", "LOGO"])
def test_a_picture_without_an_alternative_is_refused(words: str) -> None:
    ((line, sentence),) = told(f"Text\n\n![{words}](pictures/wells.png)")
    refused = f"'{words}' is no alternative; write what the picture says, or 'decorative' if it says nothing"
    assert (line, sentence) == (2, refused if words else str(NO_ALTERNATIVE))


@pytest.mark.requirement("AU-02")
@pytest.mark.parametrize(
    "body",
    [
        "![Bar chart: 7 of 10 villages have a well](wells.png)",
        "![decorative](border.png)",
        '<img src="border.png" alt="">',
        '<img src="wells.png" alt="Seven wells">',
        "`![](wells.png)` shows a picture",
        "```markdown\n![](wells.png)\n```",
        "<!-- ![](wells.png) -->",
        "A [link](wells.png) and an exclamation! [Another](x.png)",
    ],
)
def test_what_has_its_words_or_is_only_shown_passes(body: str) -> None:
    assert told(body) == []


@pytest.mark.requirement("AU-02")
@pytest.mark.criterion("1.2.1", "1.2.2", "1.2.3")
@pytest.mark.parametrize(
    ("body", "sentences"),
    [
        (f"<video src=talk.mp4></video>\n\n{LINK}", [NO_CAPTIONS]),
        (f'<video src=talk.mp4 data-captions="in the picture"></video>\n\n{LINK}', []),
        (f'<video src=talk.mp4><track kind="captions" src=en.vtt></video>\n\n{LINK}', []),
        ('<video src=talk.mp4 data-captions="in the picture"></video>\n\nText\n\n' + LINK, [NO_TRANSCRIPT]),
        (f"<audio src=talk.mp3></audio>\n{LINK}", []),
        ("<audio src=talk.mp3></audio>\n\n[Transcript](talk.md)", [NO_TRANSCRIPT]),
    ],
)
def test_a_film_says_its_captions_and_its_transcript_follows(body: str, sentences: list[object]) -> None:
    assert [sentence for _, sentence in told(body)] == [str(sentence) for sentence in sentences]


@pytest.mark.requirement("AU-02")
def test_the_build_stops_at_the_line(sources: Sources) -> None:
    sources.write("about.md", "---\ntitle: About\n---\nText\n\n![](wells.png)\n")
    with pytest.raises(BuildFailed, match=r"^docs/about\.md:6: this picture has no alternative; write what it says"):
        sources.build()


@pytest.mark.requirement("AU-02")
@pytest.mark.criterion("1.1.1")
def test_a_decorative_picture_comes_out_with_an_empty_alternative(sources: Sources) -> None:
    sources.write("about.md", "# About\n\n![decorative](border.png) ![Seven wells](wells.png)\n")
    for name in ("border.png", "wells.png"):
        sources.write(name, "")
    sources.build()
    assert 'alt="" src="../border.png"' in sources.page("about/")
    assert 'alt="Seven wells" src="../wells.png"' in sources.page("about/")
