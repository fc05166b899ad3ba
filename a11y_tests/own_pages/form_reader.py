"""The forms of a page as a browser would send them, for the pages that are reached by pressing a button."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Form:
    action: str
    fields: dict[str, list[str]] = field(default_factory=dict)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)
    """(words, name, value)"""


class FormReader(HTMLParser):
    """Collects what a form holds by itself: hidden and filled fields, ticked boxes, chosen options."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._button: tuple[str, str] | None = None
        self._select: str = ""
        self._text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if tag == "form":
            self.forms.append(Form(given.get("action", "")))
        elif tag == "button":
            self._button, self._text = (given.get("name", ""), given.get("value", "")), ""
        elif tag == "select":
            self._select = given["name"]
        elif tag == "option" and "selected" in given:
            self._add(self._select, given.get("value", ""))
        elif tag == "input" and (given.get("type") not in ("radio", "checkbox") or "checked" in given):
            self._add(given.get("name", ""), given.get("value", ""))

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "button" and self._button and self.forms:
            self.forms[-1].buttons.append((" ".join(self._text.split()), *self._button))
            self._button = None

    def _add(self, name: str, value: str) -> None:
        if self.forms and name:
            self.forms[-1].fields.setdefault(name, []).append(value)


def form_with(html: str, words: str) -> tuple[str, dict[str, list[str]]]:
    """Action and fields of the form whose button begins with these words."""
    found = FormReader(html)
    for form in found.forms:
        for label, name, value in form.buttons:
            if label.startswith(words):
                return form.action, {**form.fields, **({name: [value]} if name else {})}
    raise LookupError(f"no button “{words}”; there are {[label for form in found.forms for label, *_ in form.buttons]}")
