"""Recognises words of calendar entries: called off, a call, a page of HTML."""

from __future__ import annotations

import html
import re

_OFF = (
    r"cancell?ed|cancell?ation|called off|abgesagt|storniert|annul(?:é|ée|ed|eret|erat|lato|lata)|"
    r"cancelad[oa]|geannuleerd|avlyst|inställd|inställt|aflyst|peruutettu|odwołan[oey]|zrušeno|"
    r"отменено|отменена|iptal edildi"
)
_KIND = r"event|appointment|visit|meeting|call|invitation|updated?|termin|besök|avtale|cita"
_OFF_FIRST = re.compile(
    rf"[\W_]*(?:(?:{_KIND})\s+){{0,2}}(?:{_OFF})(?:\s+(?:{_KIND})){{0,2}}"
    r"\s*(?:[:\])*!|–—-]|/(?=\s)|\Z)",
    re.IGNORECASE,
)
_OFF_LAST = re.compile(rf".*[\[(:–—*!|-]\s*(?:{_OFF})[\W_]*\Z", re.IGNORECASE | re.DOTALL)
_OFF_STATES = re.compile(rf"\W*(?:{_OFF}|cancell?)\W*\Z", re.IGNORECASE)

_BY = r"by|over the|via|on the|per|through|using|am|por|par"
_PHONE = r"(?:tele)?phone|telefon(?:isch|samtal|möte|time)?|téléphone|tel[ée]fono"
_ROOMS = (
    r"zoom|webex|skype|facetime|whatsapp|google meet|jitsi|doxy\.me|teams|"
    r"microsoft teams|ms teams|teleconference"
)
_VIDEO = r"video|video-?sprechstunde|visio(?:conférence)?|videollamada|videosamtal|videomøte"
_AFAR = r"tele-?health|tele-?medicine|virtual|online|remote"
_MEETING = (
    r"calls?|visits?|appointments?|consult(?:ation|ations)?|meetings?|conferences?|"
    r"chat|check-?in|follow-?up|review|session|termin|sprechstunde|link|besök|samtal"
)
_A_CALL = (
    # How: "phone call", "video visit", "Zoom meeting", "by phone", "via Teams", "(Zoom)".
    rf"\b(?:{_PHONE}|{_VIDEO}|{_ROOMS}|{_AFAR})[\s-]+(?:{_MEETING})\b",
    rf"\b(?:{_BY})\s+(?:{_PHONE}|{_VIDEO}|{_ROOMS})\b",
    r"\b(?:video-?|tele-?)(?:calls?|conferences?|visits?|consult\w*|chat)\b",
    r"\btelefon(?:samtal|möte|time|isch\w*|termin|konsult\w*|sprechstunde)\b|\banruf\b",
    r"\bvideo-?sprechstunde\b|\bvidéo\b|\bvisioconférence\b|\bvideollamada\b|\bllamada\b",
    r"\bt[eé]l[eé]-?(?:consult\w*|visita|sprechstunde)\b|\bvideo(?:termin|beratung)\b",
    r"\btele-?health\b|\btele-?medicine\b|\bcalls? (?:with|from|by|to)\b|\bwill call\b",
    r"\bmicrosoft teams\b|\bms teams\b|\bgoogle meet\b|\bzoom\b|\bwebex\b|\bskype\b|\bfacetime\b",
    r"\b(?:zoom\.us|teams\.microsoft|teams\.live|meet\.google|webex\.com|doxy\.me|whereby\.com)\b",
    rf"[(\[]\s*(?:{_PHONE}|{_VIDEO}|{_ROOMS}|call|online|virtual)\s*[)\]]",
    rf"[-–—:|/,]\s*(?:{_PHONE}|{_VIDEO}|{_ROOMS})\s*\Z",
    rf"\A\W*(?:{_PHONE}|{_ROOMS}|call|tel(?=[.:]))\b",
    rf"\A\W*(?:virtual(?:ly)?|online|remote(?:ly)?|by call|{_VIDEO})\W*\Z",
    r"\A\W*(?:tel:|callto:|sip:|https?://\S*(?:zoom|teams|meet|webex|whereby|doxy|jitsi))",
)
_CALL = re.compile("|".join(_A_CALL), re.IGNORECASE)
_ON_CALL = re.compile(r"\b(?:on|off)[- ]call\b|\bteams? of\b", re.IGNORECASE)
"""A doctor on call is not a visit by phone."""

_HTML = re.compile(
    r"<(?:!doctype\s+html|html|body|br|p|div|span|b|i|u|a|ul|ol|li|table|font|strong|em|h[1-6])"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_NOT_READ = re.compile(
    r"<(script|style|head|title)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL
)
_LINK = re.compile(
    r"<a\b[^<>]*?\bhref\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)'|([^\s<>\"']+))[^<>]*>(.*?)</a\s*>",
    re.IGNORECASE | re.DOTALL,
)
_NEW_LINE = re.compile(
    r"\s*(?:<br\b[^<>]*>|</(?:p|div|tr|li|h[1-6]|table|ul|ol)\s*>)[ \t\r\n]*", re.IGNORECASE
)
_ITEM = re.compile(r"<li\b[^<>]*>\s*", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z!][^<>]{0,2000}>")
_BLANKS = re.compile(r"[ \t\u00a0]+")
_MANY_LINES = re.compile(r"[ \t]*\n(?:[ \t]*\n)+")


def says_called_off(summary: str) -> bool:
    """Whether a summary says that it is called off: `Canceled: Dr Lind`, `Dr Lind (cancelled)`."""
    return bool(_OFF_FIRST.match(summary) or _OFF_LAST.match(summary))


def means_called_off(status: str) -> bool:
    """Whether a status says that it is called off, in any spelling."""
    return _OFF_STATES.match(status) is not None


def says_a_call(text: str) -> bool:
    """Whether a place or a summary says that it is a call, by phone or video."""
    return _CALL.search(_ON_CALL.sub(" ", text)) is not None


def is_html(text: str) -> bool:
    """Whether a text is HTML."""
    return _HTML.search(text) is not None


def words_of_html(page: str) -> str:
    """Return the words of HTML, with its lines; links as `text (address)`."""
    text = _NOT_READ.sub(" ", page)
    text = _LINK.sub(_with_address, text)
    text = re.sub(r"[ \t]*\n[ \t]*", " ", text)
    text = _TAG.sub("", _ITEM.sub("- ", _NEW_LINE.sub("\n", text)))
    text = _BLANKS.sub(" ", html.unescape(text).replace("\r", ""))
    lines = "\n".join(line.strip() for line in text.split("\n"))
    return _MANY_LINES.sub("\n\n", lines).strip()


def _with_address(found: re.Match[str]) -> str:
    address = (found[1] or found[2] or found[3] or "").strip()
    label = _TAG.sub("", found[4]).strip()
    if not address or html.unescape(address).removeprefix("mailto:") in {
        label,
        html.unescape(label),
    }:
        return label or address
    return f"{label} ({address})" if label else address
