"""What a header calls a time: which moment of a response, how surely, and by which clock."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import Final

from ipak_cli.base.text import normalise
from ipak_cli.base.timezones import find_zone, offset_of


class Moment(IntEnum):
    """Which moment of a response a column holds; of several columns the first in this order is used."""

    END = 0
    SUBMITTED = 1
    STAMPED = 2
    FILLED = 3
    PLAIN = 4
    START = 5
    CREATED = 6
    UPDATED = 7


_MOMENTS: Final = {
    Moment.UPDATED: (
        "update updated updatedat updatedon modified modifiedat ubah diubah perubahan edit edited pembaruan "
        "diperbarui"
    ),
    Moment.CREATED: (
        "create created createdat createdon creation dibuat pembuatan entri entry entered input diinput "
        "penginputan recorded recordeddate rekam direkam perekaman dicatat pencatatan insert inserted "
        "insertedat added dateadded simpan disimpan penyimpanan"
    ),
    Moment.START: "start started startdate starttime begin began mulai dimulai memulai awal",
    Moment.END: (
        "end ended enddate endtime complete completed completedat completion selesai penyelesaian "
        "diselesaikan menyelesaikan finish finished akhir berakhir"
    ),
    Moment.SUBMITTED: (
        "submit submitted submission submitdate submittedat submissiondate submissiontime kirim dikirim "
        "mengirim terkirim pengiriman sent"
    ),
    Moment.STAMPED: "timestamp datestamp stamp cap stempel",
    Moment.FILLED: (
        "isi isian diisi mengisi pengisian survei survey kuesioner kuisioner questionnaire angket respon "
        "respons response responses jawab jawaban menjawab tanggapan formulir form pelaksanaan wawancara "
        "interview skm ikm spak spkp"
    ),
}
_OF_WORD: Final = {word: moment for moment, words in _MOMENTS.items() for word in words.split()}
_DAYS: Final = frozenset(
    {
        "tanggal", "tgl", "tggl", "tglwaktu", "date", "datetime", "timestamp", "datestamp", "submitdate",
        "startdate", "enddate", "submissiondate", "recordeddate", "dateadded",
    }
)  # fmt: skip
_TIMES: Final = frozenset({"waktu", "wkt", "time", "submissiontime", "starttime", "endtime"})
_POINTS: Final = frozenset(
    {"at", "on", "pada", "createdat", "createdon", "updatedat", "updatedon", "submittedat"}
)
_FILLERS: Final = frozenset(
    {
        "dan", "and", "of", "the", "hari", "day", "jam", "pukul", "saat", "last", "terakhir", "today",
        "local", "lokal", "lengkap", "responden", "anda", "ini", "this", "utc", "gmt", "wib", "wita", "wit",
        "asia", "jakarta", "pontianak", "makassar", "jayapura", "tahun", "bulan", "dd", "mm", "yyyy", "hh",
        "ss",
    }
)  # fmt: skip
_KNOWN: Final = _OF_WORD.keys() | _DAYS | _TIMES | _POINTS | _FILLERS
_PLAIN_NAMES: Final = frozenset({"today", "hari"})
"""Names without a word for a time that some forms use all the same."""
_SURE: Final = frozenset(
    {
        "completion time", "waktu selesai", "submitted at", "waktu kirim", "time stamp", "cap waktu",
        "stempel waktu", "waktu pengisian", "waktu", "start time", "waktu mulai", "created at",
    }
)  # fmt: skip
"""Names of a time whatever stands below; those with a word for a date are sure as well."""
_OTHER_DAYS: Final = re.compile(
    r"lahir|birth|\bborn|\bdob\b|\bttl\b|berlaku|kadaluarsa|kadaluwarsa|kedaluwarsa|expir|\btempo\b|terbit"
    r"|\bsk\b|\btmt\b|nikah|wafat|meninggal|pensiun|deadline|tenggat|kerja\b"
)
_SERVICE_DAYS: Final = re.compile(
    r"layanan|kunjung|visit|permohonan|pengajuan|diajukan|daftar|regist|pengambilan|antri|surat|janji"
    r"|appointment|periksa|rawat|booking|order|transaksi|bayar"
)
_TIME_WORD: Final = re.compile(r"tanggal|tgl|waktu|hari|date|time|jam\b|kapan|when|stamp")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ZONE: Final = re.compile(
    r"(?:^|[\s(\[_,-])(?P<zone>(?:UTC|GMT)\s?(?:[+-]\d{1,2}(?::?\d{2})?)?|WITA|WIB|WIT"
    r"|Asia/[a-z]{1,20})(?=$|[\s)\]_,])",
    re.IGNORECASE | re.ASCII,
)
_KOBO: Final = "_submission_time"
"""What Kobo calls the time at which its server received a response: in UTC, which it does not say."""


def moment_of(header: str) -> Moment | None:
    """Return the moment that a header names if all of its words speak of one; ``None`` is another header."""
    words = _words(header)
    if not words or not _KNOWN.issuperset(words):
        return None
    found = {_OF_WORD[word] for word in words if word in _OF_WORD}
    named = not (_DAYS | _TIMES | _POINTS).isdisjoint(words)
    if not (named or found or " ".join(words) in _PLAIN_NAMES):
        return None
    return next((moment for moment in _MOMENTS if moment in found), Moment.PLAIN)


def is_sure(header: str) -> bool:
    """Tell a name that stands for a time whatever the column holds."""
    words = _words(header)
    return moment_of(header) is not None and (" ".join(words) in _SURE or not _DAYS.isdisjoint(words))


def speaks_of_time(header: str) -> bool:
    """Tell whether a word of a header is one for a time or a day."""
    return _TIME_WORD.search(" ".join(_words(header))) is not None


def names_other_day(header: str) -> bool:
    """Tell days that are never a response's: of birth, of expiry, of a decree."""
    return _OTHER_DAYS.search(" ".join(_words(header))) is not None


def names_service_day(header: str) -> bool:
    """Tell days of the service itself, of a visit or an application, from those of a survey about it."""
    words = _words(header)
    of_survey = {_OF_WORD.get(word) for word in words} & {Moment.SUBMITTED, Moment.STAMPED, Moment.FILLED}
    return not of_survey and _SERVICE_DAYS.search(" ".join(words)) is not None


def may_be_of_office(header: str) -> bool:
    """Tell days of typing in and changing, or of the end of a service, which may lie in a later period."""
    match moment_of(header):
        case Moment.CREATED | Moment.UPDATED:
            return True
        case Moment.END:
            return not {"tanggal", "tgl", "tggl"}.isdisjoint(_words(header))
        case _:
            return False


def offset_named(header: str) -> int | None:
    """Return the seconds ahead of UTC of the zone that a header names, as in ``Submit Date (UTC)``."""
    if header.strip().rpartition("/")[2] == _KOBO:
        return 0
    match = _ZONE.search(header)
    if match is None:
        return None
    zone = find_zone(match["zone"])
    return zone.offset if zone else offset_of(match["zone"])


def _words(header: str) -> list[str]:
    """Return a header's words, those of ``EndDate`` and ``tgl_isi`` too, without numbers."""
    return [word for word in normalise(_CAMEL.sub(" ", header)).split() if not word.isdigit()]
