"""Reads the files of a folder as a pack, and collects problems."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from companion.domain.pack import INTRODUCTION, Pack, PackHead, PackItem, Problem
from companion.domain.text import AT_THE_START, encoding_of
from companion.domain.value import replace
from companion.markdown import MAXIMUM_BYTES, MAXIMUM_LINES, TextRefusedError
from companion.markdown.blocks import blocks_of
from companion.markdown.parser import parse
from companion.packs import file_kinds
from companion.packs.front_matter import (
    FrontMatterError,
    Head,
    PackFrontMatter,
    folder_name,
    pack_front_matter,
    read_front_matter,
)
from companion.packs.pack_items import PackFile, Passage, full_id, read_list, read_prose
from companion.words import packs as words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from companion.markdown.parser import Parsed

_NO_ID = re.compile(r"[^a-z0-9-]")
"""What has no place in an id."""
_BOM = "\ufeff"
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Control characters, direction marks and other invisible characters; a dose could be shown turned
round. The joiners U+200C and U+200D stay: Persian, Hindi and others need them.
"""
_PROSE_BLOCKS = frozenset({"paragraph", "item", "quote"})


@dataclass(frozen=True, slots=True)
class PackReading:
    """Result of reading a folder."""

    path: str
    """The folder."""
    pack: Pack | None
    """The pack, without what is not usable; None without a usable `pack.md`."""
    head: PackFrontMatter | None
    """Front matter of `pack.md`; None when it is missing or refused."""
    files: tuple[PackFile, ...] = ()
    """Its files in reading order, `pack.md` first."""
    problems: tuple[Problem, ...] = ()
    """By file (as named inside the folder) and line."""

    @property
    def id(self) -> str:
        """The pack's id; empty when its `pack.md` is refused."""
        return self.head.id if self.head else ""


@dataclass(slots=True)
class _PackReader:
    """Reads the files of one folder."""

    path: str
    problems: list[Problem] = field(default_factory=list)
    files: list[PackFile] = field(default_factory=list)

    def opened(self, name: str, data: bytes) -> tuple[Parsed, Head] | None:
        """Return a file's tokens and front matter; None after one problem."""
        text, faults = _clean(name, data)
        if text is None:
            self.problems.extend(faults)
            return None
        try:
            parsed = parse(text)
            if not parsed.front:
                raise FrontMatterError("no-front-matter", words.NO_FRONT_MATTER, 1)  # noqa: TRY301
            fields = read_front_matter(parsed.front)
        except TextRefusedError as error:
            self.problems.append(Problem(name, error.line, "too-tangled", error.sentence))
        except FrontMatterError as error:
            self.problems.append(Problem(name, error.line, error.rule, error.sentence))
        else:
            self.problems.extend(faults)
            return parsed, Head(name, fields)
        return None


def _clean(name: str, data: bytes) -> tuple[str | None, list[Problem]]:
    """Return a file's text with LF line ends and nothing hidden, and the faults of its bytes.

    Of each rule there is at most one; what is refused has no text.
    """
    refused = _refusal(name, data)
    if refused:
        return None, [refused]
    text, problems = _decoded(name, data)
    if text.startswith(_BOM):
        text = text.removeprefix(_BOM)
        problems.append(Problem(name, 1, "byte-order-mark", words.BYTE_ORDER_MARK))
    if "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        problems.append(Problem(name, line, "line-ends", words.LINE_ENDS))
    hidden = _HIDDEN.findall(text)
    if hidden:
        line = text[: text.index(hidden[0])].count("\n") + 1
        text = _HIDDEN.sub("", text)
        sentence = words.hidden_characters(len(hidden), ord(hidden[0]))
        problems.append(Problem(name, line, "hidden-character", sentence))
    return text, problems


def _decoded(name: str, data: bytes) -> tuple[str, list[Problem]]:
    """Decode a file; UTF-16 is read too and reported, since other editors may not read it."""
    encoding, mark = encoding_of(data[:AT_THE_START])
    if encoding == "utf-8":
        return data.decode("utf-8"), []
    text = data[mark:].decode(encoding, "replace")
    return text, [Problem(name, 1, "not-utf8", words.NOT_UTF8)]


def _refusal(name: str, data: bytes) -> Problem | None:
    if len(data) > MAXIMUM_BYTES:
        return Problem(name, 1, "too-big", words.too_big(MAXIMUM_BYTES // 1024))
    if max(data.count(b"\n"), data.count(b"\r")) > MAXIMUM_LINES:
        return Problem(name, MAXIMUM_LINES + 1, "too-big", words.too_many_lines(MAXIMUM_LINES))
    if encoding_of(data[:AT_THE_START])[0] != "utf-8" and len(data) > AT_THE_START:
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Problem(name, line, "not-utf8", words.NOT_UTF8)
    return None


def is_pack_file(name: str) -> bool:
    """Whether a name inside a pack's folder belongs to the pack."""
    last = name.rpartition("/")[2]
    return (
        last.endswith(".md") and not last.startswith(".") and last not in file_kinds.NOT_PACK_FILES
    )


def read_pack(path: str, files: Mapping[str, bytes]) -> PackReading:
    """Read a pack from its files' bytes.

    Args:
        path: The folder they come from; kept as `Pack.path`.
        files: Bytes by name inside the folder, with forward slashes.
    """
    work = _PackReader(path)
    if file_kinds.PACK_FILE not in files:
        work.problems.append(Problem(file_kinds.PACK_FILE, 1, "no-pack", words.NO_PACK))
    head = _read_pack_file(work, files)
    for name in sorted(filter(is_pack_file, files)):
        if name != file_kinds.PACK_FILE:
            _read_file(work, name, files[name], head.id if head else folder_name(path))
    work.files.sort(key=lambda file: (file.position, file.name))
    pack = _pack(head, work.files) if head else None
    problems = tuple(sorted(work.problems, key=lambda each: (each.file, each.line)))
    return PackReading(path, pack, head, tuple(work.files), problems)


def read_pack_head(path: str, data: bytes) -> PackHead | None:
    """Read the head of a pack from the bytes of its `pack.md`; None if it is not usable.

    What is wrong with it is told by reading the whole pack.

    Args:
        path: The folder it comes from; kept as `PackHead.path`.
        data: The bytes of its `pack.md`.
    """
    front = _read_pack_file(_PackReader(path), {file_kinds.PACK_FILE: data})
    return PackHead(**_of_the_head(front)) if front and front.usable else None


def _read_pack_file(work: _PackReader, files: Mapping[str, bytes]) -> PackFrontMatter | None:
    name = file_kinds.PACK_FILE
    opened = work.opened(name, files[name]) if name in files else None
    if not opened:
        return None
    parsed, head = opened
    found = pack_front_matter(head, work.path)
    work.problems.extend(head.problems)
    passages = _paragraphs(parsed)
    about = "\n\n".join(passage.text for passage in passages)
    if not about:
        work.problems.append(Problem(name, 1, "missing-about", words.ABOUT_MISSING))
    line = passages[0].line if passages else 1
    item = PackItem(full_id(found.id, file_kinds.ABOUT), file_kinds.ABOUT, about, name, line)
    items = (item,) if about else ()
    work.files.append(
        PackFile(name, found.id, file_kinds.ABOUT, found.title, -1, [*items], [*passages])
    )
    return replace(found, about=about)


def _read_file(work: _PackReader, name: str, data: bytes, pack: str) -> None:
    opened = work.opened(name, data)
    if not opened:
        return
    parsed, head = opened
    head.only(file_kinds.FILE_KEYS)
    kind, title, identity = head.needed("kind"), head.needed("title"), head.text("id")
    head.day("reviewed")
    position = head.position()
    if kind and kind not in file_kinds.KINDS:
        head.note(head.line("kind"), "unknown-kind", words.unknown_kind(kind, file_kinds.KINDS))
    draft = PackFile(name, pack, kind, title, position)
    paper = head.paper(letter=kind == file_kinds.LETTER)
    if kind in file_kinds.PROSE_KINDS:
        read_prose(draft, parsed, identity, paper)
        draft.passages.extend(_paragraphs(parsed, items=True))
    elif kind in file_kinds.LIST_FIELDS:
        if identity:
            head.note(head.line("id"), "unknown-key", words.PROSE_ID_ONLY)
        read_list(draft, parsed)
        draft.introduction = _introduction(draft, _paragraphs(parsed))
    work.problems.extend([*head.problems, *draft.problems])
    work.files.append(draft)


def _introduction(draft: PackFile, paragraphs: Sequence[Passage]) -> PackItem | None:
    """Return what stands above the first item of a list; text elsewhere is refused."""
    first = min((passage.line for passage in draft.passages), default=0)
    above = [each for each in paragraphs if not first or each.line < first]
    for each in paragraphs:
        if each not in above:
            draft.report(each.line, "text-among-items", words.TEXT_AMONG_ITEMS)
    draft.passages[:0] = above
    if not above:
        return None
    name = full_id(draft.pack, f"{INTRODUCTION}-{_NO_ID.sub('-', draft.name.removesuffix('.md'))}")
    text = " ".join(each.text for each in above)
    return PackItem(name, INTRODUCTION, text, draft.name, above[0].line, draft.title)


def _paragraphs(parsed: Parsed, *, items: bool = False) -> tuple[Passage, ...]:
    return tuple(
        Passage(block.line, (block.text,))
        for block in blocks_of(parsed.tokens)
        if block.kind in _PROSE_BLOCKS and (items or block.kind != "item")
    )


def _pack(front: PackFrontMatter, files: Sequence[PackFile]) -> Pack | None:
    if not front.usable:
        return None
    found: dict[str, PackItem] = {}
    for file in files:
        for item in (*filter(None, (file.introduction,)), *file.items):
            found.setdefault(item.id, item)
    return Pack(**_of_the_head(front), items=tuple(found.values()))


def _of_the_head(front: PackFrontMatter) -> dict[str, Any]:
    return {name: getattr(front, name) for name in PackHead.__struct_fields__}
