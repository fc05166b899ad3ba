"""Options that are numbers: what cannot be used is said in one sentence, and nothing is done."""

from pathlib import Path

import pytest

from curbcut.__main__ import main


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["serve", "--port", "99999"], "argument --port: '99999' is not a number from 1 to 65535"),
        (["organiser-link", "--days", "-1"], "argument --days: '-1' is not a number from 1 to 3650"),
        (["organiser-link", "--days", "999999999"], "argument --days: '999999999' is not a number from 1 to 3650"),
    ],
)
def test_a_number_out_of_range_is_refused(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(arguments)
    assert capsys.readouterr().err.splitlines()[-1].endswith(sentence)


def test_check_of_a_folder_that_is_not_there_is_no_success(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    docs = tmp_path / "docs"
    assert main(["check", "--docs", str(docs)]) == 1
    assert capsys.readouterr().err == f"{docs} is no folder. Run this in the folder of the site, or give --docs.\n"
