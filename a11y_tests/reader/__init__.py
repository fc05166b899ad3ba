"""A real screen reader, Orca, on a screen, a message bus and a home folder of its own: keys in, what it says out."""

from a11y_tests.reader.needs import ReaderProblem, missing_packages, pair_of
from a11y_tests.reader.reading import Cell, Reader

__all__ = ["Cell", "Reader", "ReaderProblem", "missing_packages", "pair_of"]
