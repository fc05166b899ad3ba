"""Flashes are counted by the definition of WCAG: more than three within one second, dark enough, changing enough."""

from PIL import Image

from a11y_tests.flashes import changes, flashing_part, most_in_a_second


def frames(*greys: int) -> list[Image.Image]:
    return [Image.new("RGB", (64, 48), (grey, grey, grey)) for grey in greys]


def test_black_and_white_ten_times_a_second_flashes_everywhere() -> None:
    assert flashing_part(frames(*(0, 255) * 10), [i / 10 for i in range(20)]) == 1


def test_three_flashes_in_a_second_are_allowed() -> None:
    assert flashing_part(frames(*(0, 255) * 5), [i / 6 for i in range(10)]) == 0


def test_small_changes_and_changes_between_bright_colours_are_no_flashes() -> None:
    times = [i / 10 for i in range(20)]
    assert [flashing_part(frames(*pair * 10), times) for pair in ((100, 110), (235, 255))] == [0, 0]


def test_a_part_of_the_picture_may_flash() -> None:
    pictures = frames(*(255,) * 20)
    for number in range(0, 20, 2):
        pictures[number].paste((0, 0, 0), (0, 0, 32, 48))
    assert flashing_part(pictures, [i / 10 for i in range(20)]) == 0.5


def test_turns_are_counted_not_steps() -> None:
    assert changes([0, 0.2, 0.4, 0.6, 0.2, 0.0], [0, 1, 2, 3, 4, 5]) == [1, 4]
    assert most_in_a_second([0, 0.5, 0.9, 1.0, 1.2]) == 4
