"""Files that are no text: what they are, and what would be right instead.

Known by their first bytes (https://www.garykessler.net/library/file_sigs.html), whatever their names say.
"""

from __future__ import annotations

import io
import re
import zipfile

_SAVED_AS_TEXT = "its text, copied or saved as a .txt file in UTF-8"
_AS_CSV = "the sheet saved as CSV (UTF-8)"
_EXPORTED = "what it holds, exported as BibTeX, RIS or CSV"
_UNPACKED = "the files in it, unpacked"
_A_LIST = "a list of papers as text"
_OFFICE = {
    "word/": ("a Word document", _SAVED_AS_TEXT),
    "xl/": ("an Excel workbook", _AS_CSV),
    "ppt/": ("a PowerPoint presentation", _SAVED_AS_TEXT),
}
_OPEN = {
    "application/epub+zip": ("an EPUB book", _SAVED_AS_TEXT),
    "application/vnd.oasis.opendocument.text": ("an OpenDocument text", _SAVED_AS_TEXT),
    "application/vnd.oasis.opendocument.spreadsheet": ("an OpenDocument spreadsheet", _AS_CSV),
}
_BEGINNINGS = (
    (b"%PDF-", "a PDF file", "the list in it as text: copied from a PDF reader, or exported by who made it"),
    (b"%!PS", "a PostScript file", _SAVED_AS_TEXT),
    (b"{\\rtf", "an RTF document", _SAVED_AS_TEXT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file", f"{_SAVED_AS_TEXT}, or {_AS_CSV}"),
    (b"SQLite format 3\0", "an SQLite database", _EXPORTED),
    (b"\x1f\x8b", "a gzip archive", _UNPACKED),
    (b"BZh", "a bzip2 archive", _UNPACKED),
    (b"\xfd7zXZ\0", "an xz archive", _UNPACKED),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _UNPACKED),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACKED),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", _UNPACKED),
    (b"\x89PNG\r\n\x1a\n", "a PNG image", _A_LIST),
    (b"\xff\xd8\xff", "a JPEG image", _A_LIST),
    (b"GIF87a", "a GIF image", _A_LIST),
    (b"GIF89a", "a GIF image", _A_LIST),
    (b"II*\0", "a TIFF image", _A_LIST),
    (b"MM\0*", "a TIFF image", _A_LIST),
    (b"\x7fELF", "a program", _A_LIST),
    (b"MZ\x90\0", "a program", _A_LIST),
    (b"PAR1", "a Parquet table", _EXPORTED),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,200}(?:<\?xml[^>]{0,200}\?>\s{0,200})?(?:<!--[^>]{0,500}-->\s{0,200})?"
    rb"<(?:!doctype\s+html|html[\s>])",
    re.I,
)


def no_text(data: bytes) -> tuple[str, str] | None:
    """(what the file is, what would be right) of one that is no text, or a web page; None for all others."""
    if data.startswith(_ZIP):
        return _zipped(data)
    for beginning, what, right in _BEGINNINGS:
        if data.startswith(beginning):
            return what, right
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "a WebP image", _A_LIST
    if data[257:262] == b"ustar":
        return "a tar archive", _UNPACKED
    if _HTML.match(data):
        return "a web page", "the list on it, copied from the browser as text, or the BibTeX file that many pages offer"
    return None


def _zipped(data: bytes) -> tuple[str, str]:
    """Office files are zip archives: what is in them tells."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                kind = archive.read("mimetype").decode("ascii", "replace").strip()
                if kind in _OPEN:
                    return _OPEN[kind]
    except Exception:  # zipfile raises whatever a broken or hostile archive makes it stumble over
        return "a zip archive", _UNPACKED
    for folder, what in _OFFICE.items():
        if any(name.startswith(folder) for name in names):
            return what
    return "a zip archive", _UNPACKED
