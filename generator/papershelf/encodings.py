"""Bytes → text: Unicode in its forms, else the encoding that a detector guesses; and what is no text at all.

In: the bytes of a file. Out: its text, the encoding, and what is wrong in words. A guess is always reported. Every byte
of a text stands for a character of it, so that nothing is lost.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_WITH_MARK = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_USUAL = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "iso8859_2", "koi8_r", "mac_roman",
    "cp874", "gb18030", "big5", "cp932", "euc_jp", "cp949",
]  # fmt: skip
"""What files that are not Unicode are written in: Windows' and Apple's code pages, Russian and East Asian ones."""
_NAMES = {
    "cp1252": "Windows-1252", "cp1250": "Windows-1250 (Central European)", "cp1251": "Windows-1251 (Cyrillic)",
    "cp1253": "Windows-1253 (Greek)", "cp1254": "Windows-1254 (Turkish)", "cp1255": "Windows-1255 (Hebrew)",
    "cp1256": "Windows-1256 (Arabic)", "cp1257": "Windows-1257 (Baltic)", "iso8859_2": "ISO 8859-2 (Central European)",
    "koi8_r": "KOI8-R (Cyrillic)", "mac_roman": "Mac Roman", "cp874": "Windows-874 (Thai)",
    "gb18030": "GB 18030 (Chinese)", "big5": "Big5 (Chinese)", "cp932": "Shift JIS (Japanese)",
    "euc_jp": "EUC-JP (Japanese)", "cp949": "EUC-KR (Korean)", "latin-1": "Latin-1",
}  # fmt: skip
_CHAOS = 0.4
"""How strange a text may look to the detector: names in a list look stranger than prose."""
_SAMPLE = 16_000
"""Bytes that the detector sees: it is slow, and knows as much from them as from megabytes."""
_AROUND = 60
"""Bytes before a foreign letter that are part of the sample, and some more behind it."""
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_UTF8_LETTER = re.compile(rb"([\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})|[\x80-\xff]")


def text_of(data: bytes) -> tuple[str, str, str]:
    """(text, encoding, what is wrong with it or nothing)."""
    for mark, encoding in _WITH_MARK:
        if data.startswith(mark):
            return _unicode(data, encoding)
    if without_mark := _utf16_without_mark(data):
        return without_mark
    try:
        return data.decode("utf-8-sig"), "utf-8", ""
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"not UTF-8 text (byte 0x{data[error.start]:02x} in line {line})"
    return _surrogates(data, what) or _mixed(data, what) or _guessed(data, what)


def _unicode(data: bytes, encoding: str) -> tuple[str, str, str]:
    try:
        return data.decode(encoding), encoding, ""
    except UnicodeDecodeError as error:
        name = encoding.upper()
        return data.decode(encoding, "replace"), encoding, f"broken {name} text ({error.reason})"


def _utf16_without_mark(data: bytes) -> tuple[str, str, str] | None:
    """Latin letters in UTF-16 are every other byte zero."""
    head = data[:4000]
    half = len(head) // 2
    if len(data) % 2 or half < 2:
        return None
    low, high = head[1::2].count(0), head[::2].count(0)
    for encoding, zeros, others in (("utf-16-le", low, high), ("utf-16-be", high, low)):
        if zeros * 10 > half * 6 and others * 20 <= half:
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                return None
            return text, encoding, f"no UTF-8 text, but {encoding[:6].upper()} without a byte-order mark, as it seems"
    return None


def _surrogates(data: bytes, what: str) -> tuple[str, str, str] | None:
    """Halves of characters, which some programs write as if they were whole ones, stay as they are."""
    try:
        text = data.decode("utf-8-sig", "surrogatepass")
    except UnicodeDecodeError:
        return None
    return text, "utf-8", f"{what}: half of a character, kept as it is"


def _mixed(data: bytes, what: str) -> tuple[str, str, str] | None:
    """UTF-8, but for some bytes: files put together from several."""
    good = bad = 0
    for m in _UTF8_LETTER.finditer(data):
        if m[1]:
            good += 1
        else:
            bad += 1
    if good <= 4 * bad:
        return None
    mended = _UTF8_LETTER.sub(lambda m: m[1] or m[0].decode("cp1252", "replace").encode(), data)
    try:
        text = mended.decode("utf-8-sig")
    except UnicodeDecodeError:  # `_UTF8_LETTER` is not as strict as the standard
        return None
    such = "one byte is" if bad == 1 else f"{bad} bytes are"
    return text, "utf-8", f"{what}, but for the most part; {such} read as Windows-1252, letters may be wrong"


def _guessed(data: bytes, what: str) -> tuple[str, str, str]:
    for encoding in (*_guesses(_sample(data)), "cp1252", "latin-1"):
        try:
            return data.decode(encoding), encoding, f"{what}; read as {_NAMES[encoding]}, letters may be wrong"
        except UnicodeDecodeError:  # cp1252: five bytes mean nothing there
            continue
    raise AssertionError("every byte is a letter of Latin-1")


def _guesses(sample: bytes) -> list[str]:
    """Encodings, the most plausible first. Where Windows-1252 is as plausible as any it is meant: it is by far the most
    frequent one."""
    found = list(from_bytes(sample, cp_isolation=_USUAL, threshold=_CHAOS))
    least = min((match.chaos for match in found), default=0.0)
    # One match stands for all encodings that give the same text.
    alike = {name for match in found if match.chaos <= least + 0.01 for name in match.could_be_from_charset}
    first = ["cp1252"] if "cp1252" in alike else []
    return [*first, *(match.encoding for match in found)]


def _sample(data: bytes) -> bytes:
    """The surroundings of foreign letters, cut where no letter can be cut apart in any of the encodings."""
    pieces: list[bytes] = []
    size = at = 0
    while size < _SAMPLE and (m := _NOT_ASCII.search(data, at)):
        start = max(data.rfind(b" ", max(at, m.start() - _AROUND), m.start()) + 1, at)
        start = start if m.start() - start <= _AROUND else m.start()
        piece = data[start : m.start() + 6 * _AROUND]
        cut = max(piece.rfind(b" ", m.start() - start), piece.rfind(b"\n", m.start() - start))
        piece = piece[:cut] if cut > 0 else piece
        pieces.append(piece)
        size += len(piece)
        at = start + len(piece)
    return b" ".join(pieces)
