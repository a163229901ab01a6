"""Renders a document as one HTML page that loads nothing, runs nothing and prints well."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from companion.exchange.render.document import (
    Drawing,
    Heading,
    Items,
    PageLayout,
    Paragraph,
    with_colon,
)

if TYPE_CHECKING:
    from companion.exchange.render.document import Block, Document, DocumentTable, Item

STYLE = """
body { font: 1rem/1.5 sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem;
  overflow-wrap: anywhere; }
h2 { border-bottom: 1px solid; margin-top: 2rem; }
b { font-weight: 600; }
bdi { white-space: pre-wrap; }
table { border-collapse: collapse; width: calc(100% - 2px); table-layout: fixed; }
td, th { border: 1px solid; padding: 0.3rem 0.5rem; text-align: start; vertical-align: top; }
pre { line-height: 1.2; font-size: 0.8em; }
.answers > li { margin-bottom: 0.7em; break-inside: avoid-page; }
.boxes { display: block; font-size: 0.85em; margin-top: 0.3em; }
.line { display: block; height: 1.95em; border-bottom: 1px solid #999; margin-right: 0.5em; }
.wide { max-width: none; }
.one-page { font-size: 11pt; line-height: 1.3; max-width: 186mm; }
.one-page h1 { font-size: 1.4em; margin: 0 0 0.4em; }
.one-page h2 { font-size: 1.15em; margin: 0.6em 0 0.3em; }
.one-page p, .one-page ul, .one-page ol { margin: 0.35em 0; }
.one-page bdi { white-space: normal; }
.large { font-size: 1.35rem; }
.one-page.large { font-size: 16pt; }
@page { margin: 14mm; }
@media print {
  body { margin: 0; max-width: none; padding: 0; }
  h1, h2, h3 { break-after: avoid; }
  h1 { font-size: 1.5em; margin: 0 0 0.5em; }
  h2 { font-size: 1.15em; margin: 1.1em 0 0.4em; }
  p, ul, ol { margin-block: 0.4em; }
  li, tr, p { orphans: 3; widows: 3; }
  tr, pre, li li { break-inside: avoid-page; }
  li > ul, li > ul > li:first-child { break-before: avoid-page; }
  p + ul, p + ol, p + pre, p + table { break-before: avoid-page; }
}
"""
_NUMBERS = """@page {{
  @bottom-left {{ content: {whose}; font: 9pt sans-serif; }}
  @bottom-right {{ content: counter(page) " / " counter(pages); font: 9pt sans-serif; }}
}}
"""
_ON_ITS_SIDE = "@page { size: landscape; }\n"
_HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>{style}</style>
</head>
<body{classes}>
"""
_FOOT = "</body>\n</html>\n"


def _said(text: str) -> str:
    """Return the user's words, isolated from the writing direction around them."""
    return f"<bdi>{escape(text)}</bdi>" if text else ""


def _labelled(label: str, text: str) -> str:
    named = f"<b>{escape(with_colon(label, text))}</b>" if label else ""
    return " ".join(filter(None, (named, _said(text))))


def _items(
    items: tuple[Item, ...], classes: str = "", room: str = "", *, numbered: bool = False
) -> str:
    lines = (
        f"{_opening(item, numbered=numbered)}{_items(item.items) if item.items else ''}{room}</li>"
        for item in items
    )
    kind = "ol" if numbered else "ul"
    return f"<{kind}{classes}>\n" + "\n".join(lines) + f"\n</{kind}>"


def _opening(item: Item, *, numbered: bool) -> str:
    if numbered:
        return f'<li value="{int(item.label)}">{_said(item.text)}'
    return f"<li>{_labelled(item.label, item.text)}"


def _room(block: Items) -> str:
    """Return what stands below each item of a list: boxes to tick, lines to write on."""
    boxes = " &nbsp; ".join(f"\u2610 {escape(each)}" for each in block.boxes)
    named = f'<span class="boxes">{boxes}</span>' if boxes else ""
    return named + '<i class="line"></i>' * block.room


def _row(cells: tuple[str, ...], first: str, other: str) -> str:
    marked = (
        f"<{other if place else first}>{_said(cell)}</{other if place else first}>"
        for place, cell in enumerate(cells)
    )
    return f"<tr>{''.join(marked)}</tr>"


def _table(table: DocumentTable) -> str:
    rows = "\n".join(_row(row, "th", "td") for row in table.rows)
    head = _row(table.header, "td", "th")
    return f"<table>\n<thead>{head}</thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _drawing(drawing: Drawing) -> str:
    caption = escape(drawing.caption)
    return f"<p>{caption}</p>\n<pre>{escape(chr(10).join(drawing.lines))}</pre>"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"<h{block.level}>{_said(block.text)}</h{block.level}>"
    if isinstance(block, Paragraph):
        return f"<p>{_labelled(block.label, block.text)}</p>"
    if isinstance(block, Items):
        classes = _classes("answers" if block.room else "")
        return _items(block.items, classes, _room(block), numbered=block.numbered)
    return _drawing(block) if isinstance(block, Drawing) else _table(block)


def _as_style(text: str) -> str:
    """Quote a text for a style sheet; every character but plain letters and digits as a number."""
    signs = (each if each.isascii() and each.isalnum() else f"\\{ord(each):x} " for each in text)
    return f'"{"".join(signs)}"'


def _classes(*names: str) -> str:
    given = " ".join(filter(None, names))
    return f' class="{given}"' if given else ""


def write_html(document: Document, *, large: bool = False) -> bytes:
    """Return the document as HTML: UTF-8, LF, without any address that a browser would load."""
    layout = document.layout
    style = STYLE + (_ON_ITS_SIDE if layout is PageLayout.WIDE else "")
    if large or layout is not PageLayout.ONE_PAGE:
        style += _NUMBERS.format(whose=_as_style(document.whose))
    classes = _classes("" if layout is PageLayout.PAGES else layout, "large" if large else "")
    head = _HEAD.format(title=escape(document.title), style=style, classes=classes)
    blocks = [_block(block) for block in document.whole]
    return (head + "\n".join(blocks) + "\n" + _FOOT).encode()
