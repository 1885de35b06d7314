"""The local page without a server: what it lets in, what it answers, what it keeps."""

from __future__ import annotations

import asyncio
import io
import re
from collections.abc import Awaitable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from attrs import evolve

from tests.support.asgi import HOST, Answer, ask, post
from thidua_check.findings import Words
from thidua_check.read import read
from thidua_check.web.app import Settings, build_app
from thidua_check.web.guard import Door, door_of, is_local
from thidua_check.web.job import Job, Result, Upload
from thidua_check.web.limits import Limits
from thidua_check.web.process import checked

DRAFTS = Path(__file__).parents[2] / "fixtures/drafts"
BAD = DRAFTS / "bao-cao-co-loi.docx"
LETTER = DRAFTS / "cong-van-huong-dan.docx"
HOSTILE = "<img src=x onerror=alert(1)>\"'\u202e.docx"
T = TypeVar("T")


def run(work: Awaitable[T]) -> T:
    """Return what a coroutine comes to."""

    async def whole() -> T:
        return await work

    return asyncio.run(whole())


async def remember(job: Job, seconds: float) -> Result:
    """A check that says what it was asked for, and finds nothing."""
    named = ", ".join(draft.name for draft in job.drafts)
    said = f"{named} | {job.guidance and job.guidance.name} | {job.stage} | {job.as_of} | {job.lang}"
    return Result(said.encode(), {1: Upload("bản.nhan-xet.docx", b"PK")})


SETTINGS = Settings(check=remember)
SMALL = evolve(SETTINGS, limits=Limits(request=20_000, drafts=2))


async def sent(app: Any, *fields: tuple[str, str | tuple[str, bytes]], **more: str) -> Answer:
    """Send a form and follow where its answer leads."""
    answer = await post(app, fields, **more)
    return await ask(app, answer.headers["location"]) if answer.status == 303 else answer


def draft(name: str = "a.txt", data: bytes = b"abc") -> tuple[str, tuple[str, bytes]]:
    """A field with a draft."""
    return "drafts", (name, data)


def test_form_of_a_browser() -> None:
    """Drafts, letter and choices reach the check; the path of a name does not, nor the field without a file."""
    fields = (draft("C:\\x\\báo cáo.docx"), draft("b.txt"), ("guidance", ("cv.docx", b"x")))
    choices = (("stage", "issued"), ("as_of", "2025-03-31"))

    assert run(sent(build_app(SETTINGS), *fields, *choices)).text == (
        "báo cáo.docx, b.txt | cv.docx | issued | 2025-03-31 | vi"
    )
    assert run(sent(build_app(SETTINGS), draft(), ("guidance", ("", b"")), lang="en")).text == (
        "a.txt | None | draft | None | en"
    )


@pytest.mark.parametrize(
    ("fields", "status", "said"),
    [
        ([("stage", "draft")], 400, "Chưa chọn tệp nào để kiểm tra."),
        ([draft(""), ("stage", "draft")], 400, "Chưa chọn tệp nào để kiểm tra."),
        ([draft(), ("stage", "x")], 400, "Không hiểu yêu cầu"),
        ([draft(), ("as_of", "2025-02-30")], 400, "Ngày không có trong lịch"),
        ([draft(), draft(), draft()], 400, "Quá nhiều tệp: nhiều nhất 2 bản"),
        ([draft()] * 9, 400, "Quá nhiều tệp: nhiều nhất 2 bản"),
        ([draft(), ("guidance", ("x", b"")), ("guidance", ("y", b""))], 400, "Quá nhiều tệp"),
        ([draft(), ("stage", "x" * 2000)], 400, "Không hiểu yêu cầu"),
        ([draft(), *[("x", "y")] * 20], 400, "Không hiểu yêu cầu"),
        ([draft(data=b"x" * 20_000)], 413, "quá lớn"),
    ],
)
def test_wrong_forms_get_one_sentence(fields: list[Any], status: int, said: str) -> None:
    """Every form that is not taken is answered with its status and a sentence."""
    answer = run(sent(build_app(SMALL), *fields))

    assert answer.status == status
    assert said in answer.text


def test_size_without_a_length() -> None:
    """A body that does not say its length is stopped when it is too long."""
    answer = run(sent(build_app(SMALL), draft(data=b"x" * 200_000), Content_Length=""))

    assert answer.status == 413


def test_slow_upload() -> None:
    """A body that does not come within the time is given up."""
    app = build_app(evolve(SETTINGS, limits=Limits(upload_time=0.05)))
    kind = {"Origin": f"http://{HOST}", "Content-Type": "multipart/form-data; boundary=x"}
    answer = run(
        ask(
            app,
            "/check",
            method="POST",
            headers=kind,
            chunks=[b"--x\r\nContent-Disposition: form-data; name=a\r\n\r\n", *[b"y"] * 9],
            delay=0.02,
        )
    )

    assert answer.status == 408


@pytest.mark.parametrize(
    "kind", ["", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]
)
def test_no_other_kind_of_body(kind: str) -> None:
    """Only a form with files is read."""
    assert run(post(build_app(SETTINGS), [draft()], Content_Type=kind)).status in (400, 415)


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", f"https://{HOST}", "http://localhost:8877", "http://127.0.0.1"]
)
def test_forms_of_other_pages(origin: str) -> None:
    """A form that another page sends is not taken."""
    assert run(post(build_app(SETTINGS), [draft()], Origin=origin)).status == 403


def test_form_without_an_origin() -> None:
    """Where a browser names no origin, it must say that the form is the page's own."""
    assert run(post(build_app(SETTINGS), [draft()], Origin="")).status == 403
    assert run(post(build_app(SETTINGS), [draft()], Origin="", Sec_Fetch_Site="cross-site")).status == 403
    assert run(post(build_app(SETTINGS), [draft()], Origin="", Sec_Fetch_Site="same-origin")).status == 303


def test_form_of_another_server() -> None:
    """A form needs the key of the very server that it was fetched from."""
    answer = run(post(build_app(SETTINGS), [("key", "x"), draft()]))

    assert answer.status == 403


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8877", "localhost.evil.example", "", "a b", "8.8.8.8"]
)
def test_foreign_names_of_the_host(host: str) -> None:
    """A request under another name is not answered with the page: names can be rebound to this machine."""
    answer = run(ask(build_app(SETTINGS), "/", headers={"Host": host}))

    assert answer.status == 421
    assert 'name="key"' not in answer.text


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8877", "127.0.0.1:1", "[::1]:8877"])
def test_own_names_of_the_host(host: str) -> None:
    """This machine's own names are answered."""
    assert run(ask(build_app(SETTINGS), "/", headers={"Host": host})).status == 200


def test_door_beyond_this_machine() -> None:
    """Served to others, the given name and addresses in figures are let in, other names are not."""
    door = door_of("may-chu.local")

    assert [door.admits(h) for h in ("may-chu.local:8877", "10.0.0.7", "[fe80::1]:1", "evil.example")] == [
        *(True, True, True, False)
    ]
    assert (door_of("127.0.0.1"), is_local("::1"), is_local("0.0.0.0")) == (Door(), True, False)


@pytest.mark.parametrize("path", ["/", "/nope", "/result/x/", "/favicon.ico", "/result/x/1.docx"])
def test_headers_of_safety(path: str) -> None:
    """Every answer forbids caching, guessing of types, frames, and what its policy does not name."""
    headers = run(ask(build_app(SETTINGS), path)).headers

    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-security-policy"].startswith("default-src 'none'; ")
    assert headers["content-security-policy"].endswith("; frame-ancestors 'none'")
    assert "unsafe" not in headers["content-security-policy"]


def test_no_cross_origin_access() -> None:
    """No answer may be read by other pages."""
    headers = run(ask(build_app(SETTINGS), "/", headers={"Origin": "http://evil.example"})).headers

    assert [name for name in headers if name.startswith("access-control")] == []


def test_results_have_names_that_cannot_be_guessed() -> None:
    """Two checks of the same file get two long names."""

    async def two() -> set[str]:
        app = build_app(SETTINGS)
        return {(await post(app, [draft()])).headers["location"] for _ in range(2)}

    names = run(two())

    assert len(names) == 2
    assert all(re.fullmatch(r"/result/[\w-]{43}/", name) for name in names)


def test_results_go() -> None:
    """A result is gone after its time."""

    async def late() -> Answer:
        app = build_app(evolve(SETTINGS, limits=Limits(kept_for=0.02)))
        where = (await post(app, [draft()])).headers["location"]
        await asyncio.sleep(0.05)
        return await ask(app, where)

    answer = run(late())

    assert answer.status == 404
    assert "Kết quả này không còn" in answer.text


def test_copy_has_its_name() -> None:
    """The commented copy comes as a file with its Vietnamese name in UTF-8 (RFC 6266)."""

    async def fetched() -> Answer:
        app = build_app(SETTINGS)
        return await ask(app, (await post(app, [draft()])).headers["location"] + "1.docx")

    answer = run(fetched())

    assert answer.body == b"PK"
    assert answer.headers["content-disposition"] == (
        "attachment; filename=\"nhan-xet-1.docx\"; filename*=UTF-8''b%E1%BA%A3n.nhan-xet.docx"
    )


def test_browser_that_goes_away() -> None:
    """The check of a request that was given up is given up, and makes room for another."""
    ended: list[str] = []

    async def endless(job: Job, seconds: float) -> Result:
        try:
            await asyncio.sleep(60)
        finally:
            ended.append(job.drafts[0].name)
        return Result(b"", {})

    async def both() -> None:
        app = build_app(Settings(check=endless, limits=Limits(workers=1, waiting=0)))
        await post(app, [draft("a.txt")], leave=True)
        await post(app, [draft("b.txt")], leave=True)

    run(both())

    assert ended == ["a.txt", "b.txt"]


def test_sentence_of_a_refused_check() -> None:
    """Why a check came to nothing is shown, harmless, in the language of the page."""

    async def refuse(job: Job, seconds: float) -> Words:
        return Words("<b>Không", "<b>No")

    answer = run(sent(build_app(Settings(check=refuse)), draft(), lang="en"))

    assert answer.status == 422
    assert "&lt;b&gt;No" in answer.text


def test_no_more_than_can_wait() -> None:
    """Beyond the checks that run and wait, a request is told to come later."""

    async def crowd() -> list[int]:
        async def slow(job: Job, seconds: float) -> Result:
            await asyncio.sleep(0.1)
            return Result(b"", {})

        app = build_app(Settings(check=slow, limits=Limits(workers=1, waiting=1)))
        return [answer.status for answer in await asyncio.gather(*(post(app, [draft()]) for _ in range(4)))]

    assert sorted(run(crowd())) == [303, 303, 503, 503]


def test_whole_way_with_a_hostile_name() -> None:
    """Markup in a name is shown as text; the copy opens; the letter's outline is used."""

    async def whole() -> tuple[Answer, Answer]:
        app = build_app(Settings())
        fields = [draft(HOSTILE, BAD.read_bytes()), draft("<i>x.docx", b"PK\x03\x04 broken")]
        where = await post(app, [*fields, ("guidance", ("cv.docx", LETTER.read_bytes()))])
        page = await ask(app, where.headers["location"])
        return page, await ask(app, where.headers["location"] + "1.docx")

    page, copy = run(whole())

    assert "<img" not in page.text
    assert "&lt;img src=x onerror=alert(1)&gt;" in page.text
    assert "\u202e" not in page.text
    assert "&lt;i&gt;x.docx" in page.text
    assert "đề cương suy đoán" not in page.text
    assert len(read(io.BytesIO(copy.body)).comments) > 10  # type: ignore[arg-type]


def test_letter_without_an_outline() -> None:
    """A letter in which no outline is found is named in the sentence."""
    job = Job((Upload("a.txt", b"abc def"),), Upload("<cv>.txt", "Kính gửi các đơn vị.".encode()))
    words = run(checked(job, 60))

    assert isinstance(words, Words)
    assert words.vi == "<cv>.txt: không tìm thấy đề cương nào trong tệp này."


def test_check_that_takes_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that does not end is ended, a sentence says so, and what it wrote is gone."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    command = "import tempfile, time; tempfile.mkstemp(); time.sleep(60)"
    words = run(checked(Job((Upload("a.txt", b"abc"),)), 0.5, command))

    assert isinstance(words, Words)
    assert "quá nhiều thời gian" in words.vi
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["raise SystemExit(3)", "print('{}')", "print('x')", ""])
def test_check_that_breaks(command: str) -> None:
    """A process that dies or answers nonsense is told as a fault of the program."""
    words = run(checked(Job((Upload("a.txt", b"abc"),)), 30, command))

    assert isinstance(words, Words)
    assert "gặp lỗi" in words.vi


def test_nothing_stays_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server never writes an upload; what the check wrote is gone after it."""

    def rollover(file: object) -> None:
        raise AssertionError("written to the disk")

    monkeypatch.setattr("tempfile.SpooledTemporaryFile.rollover", rollover)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    answer = run(sent(build_app(Settings()), draft("a.png", b"\x89PNG" * 1_000_000)))

    assert answer.status == 200
    assert list(tmp_path.iterdir()) == []
