"""A mistake in what an organiser wrote: one sentence that names file, line and what is allowed."""

from mkdocs.exceptions import PluginError

from participation_api.components.words import Sentence


class Mistake(PluginError):
    """Stops the build. MkDocs prints it without a traceback, because it is a PluginError."""

    def __init__(self, file: str, line: int, sentence: Sentence) -> None:
        super().__init__(f"{file}:{line}: {sentence}")
        self.file = file
        self.line = line
        self.sentence = sentence
