"""A zip written again with some members changed: the others are copied as they lie, without being unpacked."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Final

from attrs import frozen

from thidua_check.read.refusals import refuse

# APPNOTE.TXT 4.3.7 and 4.3.12, 4.3.16; all numbers little-endian.
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_LOCAL_SIGN, _CENTRAL_SIGN, _END_SIGN = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_SIZES_FOLLOW: Final = 0x08
_UTF8: Final = 0x800
_OLDEST: Final = 0x21  # 1 January 1980
_NEEDED: Final = 20


@frozen
class _Member:
    """One member: its packed bytes and what the directory says of them."""

    name: bytes
    flags: int
    method: int
    time: int
    day: int
    crc: int
    size: int
    packed: bytes
    extra: bytes = b""
    comment: bytes = b""
    made_by: int = _NEEDED
    inside: int = 0
    outside: int = 0


def rewrite(data: bytes, archive: zipfile.ZipFile, changed: Mapping[zipfile.ZipInfo | str, bytes]) -> bytes:
    """Return the zip ``data``, opened as ``archive``, with the bytes of some members changed.

    A key of ``changed`` is the record of a member, or the name of a new one, which is put at the end. Members that
    are not changed keep their packed bytes, their dates and their order.
    """
    members = list(_members(data, archive, changed))
    out = bytearray()
    directory = bytearray()
    for member in members:
        directory += _central(member, len(out))
        out += _local(member)
        out += member.packed
    count = len(members)
    end = _END.pack(_END_SIGN, 0, 0, count, count, len(directory), len(out), len(archive.comment))
    return bytes(out + directory + end) + archive.comment


def _members(
    data: bytes, archive: zipfile.ZipFile, changed: Mapping[zipfile.ZipInfo | str, bytes]
) -> Iterator[_Member]:
    known = {info.header_offset: content for info, content in changed.items() if not isinstance(info, str)}
    for info in archive.infolist():
        old = _copied(data, info)
        content = known.get(info.header_offset)
        yield old if content is None else _packed(old.name, old.flags & _UTF8, content, old.time, old.day)
    for name, content in changed.items():
        if isinstance(name, str):
            yield _packed(name.encode(), 0 if name.isascii() else _UTF8, content, 0, _OLDEST)


def _copied(data: bytes, info: zipfile.ZipInfo) -> _Member:
    """Return a member as it lies in the file."""
    try:
        head = _LOCAL.unpack_from(data, info.header_offset)
    except struct.error as error:
        raise refuse("damaged-zip") from error
    start = info.header_offset + _LOCAL.size
    begin = start + head[9] + head[10]
    return _Member(
        name=data[start : start + head[9]],
        flags=info.flag_bits & ~_SIZES_FOLLOW,
        method=info.compress_type,
        time=head[4],
        day=head[5],
        crc=info.CRC,
        size=info.file_size,
        packed=data[begin : begin + info.compress_size],
        extra=info.extra,
        comment=info.comment,
        made_by=info.create_system << 8 | info.create_version,
        inside=info.internal_attr,
        outside=info.external_attr,
    )


def _packed(name: bytes, flags: int, content: bytes, time: int, day: int) -> _Member:
    deflater = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = deflater.compress(content) + deflater.flush()
    return _Member(name, flags, zipfile.ZIP_DEFLATED, time, day, zlib.crc32(content), len(content), packed)


def _local(member: _Member) -> bytes:
    m = member
    sizes = (m.crc, len(m.packed), m.size, len(m.name), 0)
    return _LOCAL.pack(_LOCAL_SIGN, _NEEDED, m.flags, m.method, m.time, m.day, *sizes) + m.name


def _central(member: _Member, offset: int) -> bytes:
    m = member
    head = (_CENTRAL_SIGN, m.made_by, _NEEDED, m.flags, m.method, m.time, m.day, m.crc, len(m.packed), m.size)
    tail = (len(m.name), len(m.extra), len(m.comment), 0, m.inside, m.outside, offset)
    return _CENTRAL.pack(*head, *tail) + m.name + m.extra + m.comment
