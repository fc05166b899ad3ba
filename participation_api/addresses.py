"""Parts of addresses, as the router reads them."""

from starlette.convertors import Convertor, register_url_convertor

from participation_api.components.declaration import RESERVED_IDS


class ActivityName(Convertor[str]):
    """An activity's id; the words that pages of a session have for themselves are none. Because no other route can
    mean the same address, the one that takes the votes may stand first."""

    regex = rf"(?!(?:{'|'.join(sorted(RESERVED_IDS))})(?:/|$))[a-z][a-z0-9-]*"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


class Slash(Convertor[str]):
    """Both slash forms of an address answer, with one route."""

    regex = "/?"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return "/"


register_url_convertor("activity", ActivityName())
register_url_convertor("slash", Slash())
