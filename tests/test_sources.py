"""Bytes of files → text: encodings, and files that are no text. All papers are invented."""

from __future__ import annotations

import gzip
import io
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papershelf import sources
from papershelf.collect import Collected, collect
from papershelf.curated import Curated

BLOCK = (
    "We study rivers. Their length is measured in miles, and our method is faster than walking along them.\n\n"
    "arXiv:2407.14622\nCreated: 2024-07-19\n"
)
ListDir = Callable[..., Path]


def collected(root: Path) -> Collected:
    return collect(root, Curated(), ())


# --- Unicode


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Élise\n".encode(), "utf-8"),
        ("\ufeffÉlise\n".encode(), "utf-8"),
        ("Élise\n".encode("utf-16"), "utf-16"),
        ("\ufeffÉlise\n".encode("utf-16-be"), "utf-16"),
        ("\ufeffÉlise\n".encode("utf-32-le"), "utf-32"),
        ("\ufeffÉlise\n".encode("utf-32-be"), "utf-32"),
    ],
)
def test_text_in_unicode_is_read_as_it_is(data: bytes, encoding: str) -> None:
    assert sources.decode(data) == ("Élise\n", encoding, "")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_seen_by_its_zeros_and_reported(encoding: str) -> None:
    text = "title,authors\nRivières,Élise Brook\n"
    assert sources.decode(text.encode(encoding)) == (
        text, encoding, "no UTF-8 text, but UTF-16 without a byte-order mark, as it seems"
    )  # fmt: skip


def test_broken_utf_16_is_read_as_far_as_it_goes() -> None:
    assert sources.decode("ab".encode("utf-16") + b"\x00") == (
        "ab\ufffd",
        "utf-16",
        "broken UTF-16 text (truncated data)",
    )


def test_crlf_a_lone_return_and_nul_stay() -> None:
    assert sources.decode(b"a\r\nb\rc\x00d\n") == ("a\r\nb\rc\x00d\n", "utf-8", "")


def test_half_of_a_character_stays_and_is_reported() -> None:
    data = b"ok\nhalf: \xed\xa0\x80!\n"
    assert sources.decode(data) == (
        "ok\nhalf: \ud800!\n", "utf-8", "not UTF-8 text (byte 0xed in line 2): half of a character, kept as it is"
    )  # fmt: skip


def test_one_foreign_byte_in_utf_8_costs_no_other_letter_anything() -> None:
    text, encoding, wrong = sources.decode("Müller, Gödel, Señor, Škoda, Dvořák, ".encode() + "Zoé".encode("cp1252"))
    assert (text, encoding) == ("Müller, Gödel, Señor, Škoda, Dvořák, Zoé", "utf-8")
    assert wrong == (
        "not UTF-8 text (byte 0xe9 in line 1), but for the most part; "
        "one byte is read as Windows-1252, letters may be wrong"
    )


# --- Other encodings


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "We study rivières and the naïve “café” – Müller, Gödel, Señor."),
        ("cp1252", "Müller"),
        ("cp1250", "Zażółć gęślą jaźń. Rzeki i jeziora – Łukasz Świątek, Jiří Dvořák"),
        ("cp1251", "Мы изучаем реки и озёра. Название статьи: Модель потока."),
        ("koi8_r", "Мы изучаем реки и озёра. Название статьи: Модель потока."),
        ("cp1253", "Μελετάμε ποτάμια και λίμνες. Τίτλος"),
        ("gb18030", "我们研究河流与湖泊的语言模型。标题：深度学习综述"),
        ("big5", "我們研究河流與湖泊的語言模型。標題：深度學習綜述"),
        ("cp932", "私たちは川と湖の言語モデルを研究する。タイトル"),
        ("cp949", "우리는 강과 호수의 언어 모델을 연구한다. 제목"),
    ],
)
@pytest.mark.parametrize("before", ["", "title,authors,year\nA paper about deep rivers and the networks in them,"])
@pytest.mark.parametrize("times", [1, 300])
def test_other_encodings_are_guessed_and_reported(encoding: str, text: str, before: str, times: int) -> None:
    text = before + f"{text}\n" * times
    found, guessed, wrong = sources.decode(text.encode(encoding))
    assert (found, guessed) == (text, encoding)
    assert wrong.startswith("not UTF-8 text (byte 0x")
    assert wrong.endswith(", letters may be wrong")


def test_a_guess_names_the_byte_its_line_and_the_encoding(list_dir: ListDir) -> None:
    found = collected(list_dir({"seeds/sources/a.txt": BLOCK.replace("rivers", "rivières").encode("cp1252")}))
    assert "rivières" in found.records[0].raw
    assert found.sources[0].encoding == "cp1252"
    (problem,) = found.problems
    assert problem.message == "not UTF-8 text (byte 0xe8 in line 1); read as Windows-1252, letters may be wrong"
    assert problem.fix == "the file saved as UTF-8"


@pytest.mark.parametrize(
    "data", [bytes(range(256)), b"\xff\xfe\x00", b"\xfe\xff\xd8\x00", b"\x81", b"\x81\x00\xff", b""]
)
def test_any_bytes_become_text(data: bytes) -> None:
    assert (sources.decode(data)[0] == "") == (data == b"")


@given(data=st.binary(max_size=300) | st.text(max_size=100).map(lambda text: text.encode("cp1252", "replace")))
def test_decoding_never_raises_and_is_the_same_each_time(data: bytes) -> None:
    text, encoding, wrong = sources.decode(data)
    assert sources.decode(data) == (text, encoding, wrong)
    assert text or encoding == sources.BINARY or not data.strip(b"\xef\xbb\xbf\xff\xfe\x00")


@pytest.mark.parametrize(
    "data",
    [
        b"\xe9" * 3_000_000,
        b"a" * 3_000_000 + b"\xe9",
        "rivière ".encode("cp1252") * 400_000,
        b"\xc3\xa9\xe9" * 1_000_000,
    ],
)
def test_a_huge_line_is_guessed_from_a_part_of_it(data: bytes) -> None:
    text, _, wrong = sources.decode(data)
    assert wrong
    assert len(text) >= 1_000_000


# --- Files that are no text


def zipped(*names: str, mimetype: str = "") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "x")
    return data.getvalue()


def database(folder: Path) -> bytes:
    connection = sqlite3.connect(folder / "a.sqlite")
    connection.execute("create table items (id)")
    connection.commit()
    connection.close()
    return (folder / "a.sqlite").read_bytes()


@pytest.mark.parametrize(
    ("data", "what", "right"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF file", "the list in it as text"),
        (zipped("word/document.xml"), "a Word document", "its text"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "an Excel workbook", "saved as CSV"),
        (zipped("META-INF/container.xml", mimetype="application/epub+zip"), "an EPUB book", "its text"),
        (zipped("papers.bib"), "a zip archive", "unpacked"),
        (b"PK\x03\x04 and then nothing", "a zip archive", "unpacked"),
        (gzip.compress(b"@article{a}", mtime=0), "a gzip archive", "unpacked"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG image", "a list of papers"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image", "a list of papers"),
        (b"{\\rtf1\\ansi Rivers}", "an RTF document", "its text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "an old Word or Excel file", "saved as CSV"),
        (b"\n<!DOCTYPE html>\n<html><body>arXiv:2407.14622</body></html>", "a web page", "copied from the browser"),
        (b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">', "a web page", "BibTeX"),
    ],
)
def test_a_file_that_is_no_text_is_named_and_nothing_of_it_is_read(
    list_dir: ListDir, data: bytes, what: str, right: str
) -> None:
    found = collected(list_dir({"seeds/sources/a.txt": data, "seeds/sources/b.txt": BLOCK}))
    (problem,) = found.problems
    assert problem.message == f"{what}, not a text file"
    assert right in problem.fix
    assert (problem.place.path, problem.raw) == ("seeds/sources/a.txt", "")
    file = found.sources[0]
    assert (file.path, file.text, file.encoding) == (
        "seeds/sources/a.txt", "", sources.BINARY
    )  # fmt: skip
    assert [record.place.path for record in found.records] == ["seeds/sources/b.txt"]


def test_a_reference_managers_database_asks_for_an_export(tmp_path: Path) -> None:
    text, problem = sources.text_of(database(tmp_path), "zotero.sqlite")
    assert text == sources.Text("zotero.sqlite", "", sources.BINARY)
    assert problem is not None
    assert str(problem) == (
        "zotero.sqlite:1: an SQLite database, not a text file; "
        "right would be: what it holds, exported as BibTeX, RIS or CSV"
    )


@pytest.mark.parametrize(
    "text", ["PK is not a zip", "<b>Rivers</b>", "%Rivers", "BZ", "<feed></feed>", "{\\it Rivers}", "GIF is a format"]
)
def test_text_that_only_looks_a_little_like_another_file_is_text(text: str) -> None:
    assert sources.decode(text.encode()) == (text, "utf-8", "")


# --- Text as it is, up to the record


def test_crlf_and_nul_are_tolerated(list_dir: ListDir) -> None:
    found = collected(
        list_dir({"seeds/sources/a.txt": BLOCK.replace("\n", "\r\n").replace("miles", "mi\x00les").encode()})
    )
    assert found.problems == ()
    assert (found.records[0].arxiv, found.records[0].place.last) == ("2407.14622", 4)
    assert "mi\x00les" in (found.records[0].abstract or "")
