"""Where what people send is kept: one writer that answers after COMMIT, and reads on a connection of their own."""

from participation_api.database.interface import Unavailable
from participation_api.database.one_server import OneServer
from participation_api.database.sqlite import StartProblem, open_database
from participation_api.database.writer import Writer

__all__ = ["OneServer", "StartProblem", "Unavailable", "Writer", "open_database"]
