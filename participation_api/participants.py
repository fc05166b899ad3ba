"""Who sent what, without knowing who: a signed random cookie, and keys that cannot be joined across activities."""

import hashlib
import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping

from starlette.responses import Response

DAYS = 90
BY_LINK = "link:"
"""Before a participant who came by a private link; no device's id has a colon."""


class Participants:
    """Reads, mints and forgets the cookie. Its value is `<id>.<signature>`, both in base64url; the id has 128 bits."""

    def __init__(self, secret: str, is_https: bool) -> None:
        self._secret = secret.encode()
        self._is_https = is_https
        # `__Host-` binds the cookie to this host and path; browsers accept it under https only.
        self.cookie_name = "__Host-curbcut" if is_https else "curbcut"
        self.link_cookie_name = f"{self.cookie_name}-link"

    def read(self, cookies: Mapping[str, str]) -> str | None:
        """The id in a cookie of ours; None for a missing or forged one."""
        return self.read_as("cookie", cookies.get(self.cookie_name, ""))

    def device_in(self, cookies: Mapping[str, str], session: str, activity: str) -> str | None:
        """Who acts in this activity: whoever came by a private link to it, else the device."""
        return self.by_link(cookies, session, activity) or self.read(cookies)

    def by_link(self, cookies: Mapping[str, str], session: str, activity: str) -> str | None:
        named, _, token = cookies.get(self.link_cookie_name, "").partition("|")
        return self.device_of_link(token, session, activity) if named == f"{session}.{activity}" else None

    def device_of_link(self, token: str, session: str, activity: str) -> str | None:
        participant = self.of_private_link(token, session, activity)
        return f"{BY_LINK}{participant}" if participant else None

    def private_link(self, participant: str, session: str, activity: str) -> str:
        """The token of a link to what one participant sent in one activity; it tells nothing of any other."""
        return f"{_text(bytes.fromhex(participant))}.{self.sign('private link', f'{session}.{activity}.{participant}')}"

    def of_private_link(self, token: str, session: str, activity: str) -> str:
        """The participant; empty for a token that is not ours, or is for something else."""
        start, _, signature = token.partition(".")
        try:
            participant = urlsafe_b64decode(f"{start}=").hex()
        except ValueError:
            return ""
        is_ours = self.is_signed("private link", f"{session}.{activity}.{participant}", signature)
        return participant if is_ours else ""

    def come_by_link(self, response: Response, token: str, session: str, activity: str) -> None:
        """For this activity alone, and until the browser is closed."""
        self._set(response, self.link_cookie_name, f"{session}.{activity}|{token}", None)

    def leave_link(self, response: Response) -> None:
        self._delete(response, self.link_cookie_name)

    def cookie_of(self, device: str) -> str:
        """The signed value of the cookie."""
        return f"{device}.{self.sign('cookie', device)}"

    def mint(self) -> str:
        return _text(secrets.token_bytes(16))

    @property
    def code_cookie_name(self) -> str:
        """`__Host-` is for cookies of the whole site; this one is for the pages of one activity."""
        return "__Secure-curbcut-code" if self._is_https else "curbcut-code"

    def read_as(self, purpose: str, value: str) -> str | None:
        device, _, signature = value.partition(".")
        return device if device and self.is_signed(purpose, device, signature) else None

    def number(self, purpose: str, value: str) -> int:
        """A number that only this server can make, and makes again."""
        return int.from_bytes(hmac.digest(self._secret, f"{purpose}\0{value}".encode(), "sha256"))

    def remember_code(self, response: Response, device: str, purpose: str, path: str) -> None:
        response.set_cookie(
            self.code_cookie_name, f"{device}.{self.sign(purpose, device)}", max_age=DAYS * 24 * 3600, path=path,
            secure=self._is_https, httponly=True, samesite="lax",
        )  # fmt: skip

    def forget_code(self, response: Response, path: str) -> None:
        response.delete_cookie(self.code_cookie_name, path=path, secure=self._is_https, httponly=True, samesite="lax")

    def remember(self, response: Response, device: str) -> None:
        self._set(response, self.cookie_name, self.cookie_of(device), DAYS * 24 * 3600)

    def forget(self, response: Response) -> None:
        self._delete(response, self.cookie_name)
        self.leave_link(response)

    def _set(self, response: Response, name: str, value: str, seconds: int | None) -> None:
        response.set_cookie(
            name, value, max_age=seconds, path="/", secure=self._is_https, httponly=True, samesite="lax"
        )

    def _delete(self, response: Response, name: str) -> None:
        response.delete_cookie(name, path="/", secure=self._is_https, httponly=True, samesite="lax")

    def key(self, device: str, session: str, activity: str) -> str:
        """The participant as the database knows it: HMAC-SHA256 (RFC 2104) of device, session and activity."""
        if device.startswith(BY_LINK):
            return device.removeprefix(BY_LINK)
        return self._sign_long(f"participant\0{device}\0{session}\0{activity}")

    def tag(self, participant: str) -> str:
        """Says on a page whose entry it shows, so that a page left open cannot act on the next person's entry."""
        return self.sign("page", participant)[:12]

    def token_for_another(self, device: str) -> str:
        """Names the next person on this device. It depends on the first one's cookie alone, so that a double press of
        the button makes one new person and not two."""
        return self.sign("another", device)

    def another(self, token: str) -> str:
        return _text(hmac.digest(self._secret, b"device\0" + token.encode(), "sha256")[:16])

    def sign(self, purpose: str, value: str) -> str:
        """128 bits that only this server can make; a signature for one purpose is none for another."""
        return _text(hmac.digest(self._secret, f"{purpose}\0{value}".encode(), "sha256")[:16])

    def is_signed(self, purpose: str, value: str, signature: str) -> bool:
        # As bytes: of texts, compare_digest takes only ASCII, and anything may stand in a cookie.
        return hmac.compare_digest(self.sign(purpose, value).encode(), signature.encode("utf-8", "replace"))

    def _sign_long(self, value: str) -> str:
        return hmac.digest(self._secret, value.encode(), "sha256").hex()


def digest(text: str) -> str:
    """SHA-256 as hex, for keys made of content and for tokens that are kept only as their digest."""
    return hashlib.sha256(text.encode()).hexdigest()


def _text(value: bytes) -> str:
    return urlsafe_b64encode(value).rstrip(b"=").decode()


def is_device(value: str) -> bool:
    try:
        return len(urlsafe_b64decode(value + "==")) == 16
    except ValueError:
        return False
