"""A report as a Word file that a screen reader can walk through: headings, lists, header rows, title and language."""

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from participation_api.components.words import direction
from participation_api.report.blocks import Block, Heading, Items, Paragraph, Runs, Table, text_of
from participation_api.report.content import Report

if TYPE_CHECKING:
    from docx.document import Document

UNKNOWN = "x-none"
"""What Word writes where it knows no language: it is then read with the person's own voice."""
READABLE = ("Heading 1", "Heading 2", "Heading 3", "Heading 4", "Caption")
"""Word's own colour for these has less than 4.5:1."""


def as_word(report: Report, at: datetime) -> bytes:
    # Only here: a server that makes no report needs no Word.
    from docx import Document

    document = Document()
    _set_up(document, report, at)
    for block in report.blocks:
        _add(document, block)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _set_up(document: "Document", report: Report, at: datetime) -> None:
    from docx.shared import Pt, RGBColor

    about = document.core_properties
    about.title, about.language, about.author, about.comments = report.title, report.lang, "", ""
    about.created = about.modified = at.replace(tzinfo=None)
    document.styles["Normal"].font.size = Pt(12)
    for name in READABLE:
        document.styles[name].font.color.rgb = RGBColor(0, 0, 0)
    document.styles["Caption"].font.size = Pt(12)
    for lang in document.styles.element.xpath("//w:rPrDefault//w:lang"):
        _set_language(lang, report.lang)


def _set_language(element: Any, lang: str) -> None:
    from docx.oxml.ns import qn

    for name in ("val", "eastAsia", "bidi"):
        element.set(qn(f"w:{name}"), lang)


def _add(document: "Document", block: Block) -> None:
    match block:
        case Heading(level, runs):
            _write(document.add_heading(level=level), runs)
        case Paragraph(runs):
            _write(document.add_paragraph(), runs)
        case Items(items, is_ordered):
            style = "List Number" if is_ordered else "List Bullet"
            for item in items:
                for place, runs in enumerate(item):
                    # What follows in an item is part of it, with no mark of its own.
                    _write(document.add_paragraph(style="List Continue" if place else style), runs)
        case Table():
            _add_table(document, block)


def _add_table(document: "Document", block: Table) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    caption = document.add_paragraph(style="Caption")
    caption.paragraph_format.keep_with_next = True
    _write(caption, block.caption)
    table = document.add_table(rows=0, cols=len(block.head), style="Table Grid")
    for row in (block.head, *block.rows):
        for cell, runs in zip(table.add_row().cells, row, strict=True):
            _write(cell.paragraphs[0], runs)
    # Screen readers say the cells of the row that repeats on each page as the headers of the columns.
    header = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(header)
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    if look is not None:
        look.set(qn("w:firstRow"), "1")
        look.set(qn("w:firstColumn"), "1")
    named = OxmlElement("w:tblCaption")
    named.set(qn("w:val"), text_of(block.caption))
    table._tbl.tblPr.append(named)


def _write(paragraph: Any, runs: Runs) -> None:
    from docx.oxml import OxmlElement

    for run in runs:
        made = paragraph.add_run(run.text)
        if run.lang is None:
            continue
        properties = made._r.get_or_add_rPr()
        lang = OxmlElement("w:lang")
        _set_language(lang, run.lang or UNKNOWN)
        properties.append(lang)
        if run.lang and direction(run.lang) == "rtl":
            made.font.rtl = True
