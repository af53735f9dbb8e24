"""Who and what is counted in a sentence: respondents, groups of them, visitors, samples, answers."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.claim import Claim, ClaimKind
from ipak_cli.audit.instrument import COMBINED
from ipak_cli.audit.names import NameKind
from ipak_cli.audit.topic import Topic

if TYPE_CHECKING:
    from ipak_cli.audit.clause import Clause
    from ipak_cli.audit.number_words import Number
    from ipak_cli.base.printed import Printed

_NAMED_SERVICE: Final = re.compile(
    r"(?:^|\b(?:[Uu]ntuk|[Pp]ada|[Jj]enis|[Dd]ari|dan|[Dd]engan)\s+|,\s*)(?:[Ll]ayanan|[Ll]oket)\s+[A-Z]\w*"
)
_GROUP_BEHIND: Final = re.compile(
    r"(?i)\s*(?:orang\s+|responden\s+|%\s*)*(?P<group>laki-laki|perempuan|pria|wanita|PNS|ASN"
    r"|pelajar|mahasiswa|wiraswasta)\b"
)
_AS_RESPONDENTS: Final = re.compile(
    r"(?i)\s*orang\s+(?:yang\s+)?(?:mengisi|menjawab|berpartisipasi|menjadi\s+responden"
    r"|responden)\b"
)
_EQUALS: Final = re.compile(r"(?i)(?:\b(?:adalah|sebesar|sebanyak|yaitu|sejumlah)|=)\s*$")
_RULE: Final = re.compile(r"(?i)\b(?:krejcie|morgan|slovin|cochran|isaac)\b")
_FEWEST: Final = re.compile(
    r"(?i)(?:minimal|minimum|paling sedikit|sekurang-kurangnya|setidaknya)\W*(?:\w+\W+){0,3}$"
    r"|\b(?:(?:minimal|minimum)\s+(?:jumlah\s+)?(?:sampel|responden)|(?:sampel|responden)\s+(?:minimal|minimum))\b"
    r"(?:\s+(?:untuk|dari|dengan)\s+(?:jumlah\s+)?(?:populasi|pengunjung|pengguna)\D{0,25}[\d.]+(?:\s+orang)?)?"
    r"(?:(?!populasi|pengunjung|pengguna|penerima|pemohon)[^,.;\d])*$"
)
_PEOPLE: Final = re.compile(
    r"(?i)\s*(?:orang\s+)?(?P<who>responden|orang|pengunjung|pengguna layanan|penerima layanan"
    r"|pemohon|sampel)\b"
)
SOME: Final = "sebagian responden"
"""The word of a number of respondents who are not all of the survey."""
_DID: Final = (
    r"(?:tidak|belum|hanya|pernah|setuju|puas"
    r"|menyatakan|memberi(?:kan)?\s+(?:saran|masukan|kritik|komentar|bintang|(?:nilai|skor)\s+\d(?![,.]\d)|jawaban)"
    r"|menilai|memilih|mengeluh\w*|mengusulkan|menyarankan|menyampaikan|merasa\w*|mengaku|ber(?!partisipasi|jumlah)\w+"
    r"|(?:adalah|merupakan)\s+(?:laki-laki|perempuan|pria|wanita|guru|pegawai|PNS|ASN|pelajar|mahasiswa|wiraswasta|swasta|petani)"
    r"|menganggap|mengatakan|menyebut\w*|mengharap\w*|menginginkan|meminta|memuji|mengetahui"
    r"|(?:menjawab|mengisi)\s+(?:[\"“]|secara|lewat|melalui|dengan|formulir\s+kertas|kolom|\w+\s+(?:puas|setuju|baik)))\b"
)
"""What some respondents did or said."""
_SOME: Final = re.compile(rf"(?i)\s+(?:yang\s+)?(?:masih\s+|juga\s+|lainnya\s+)?{_DID}")
"""The same behind their number: they are not all of the survey."""
_OF_RESPONDENTS: Final = re.compile(
    r"(?i)\bdari\s+(?:total\s+|seluruh\s+|semua\s+)?[\d.]+\s+(?:orang\s+)?responden\b[^;]*$"
)
"""What stands before a number of some of all respondents: ``dari 41 responden, 30 orang ...``."""
_SOME_BEFORE: Final = re.compile(rf"(?i)\bresponden\s+yang\s+{_DID}[^.;,\d]*$")
_OF_PART: Final = re.compile(
    r"(?:\d|orang)\s+(?:responden\s+)?(?:dari\s+)?(?:layanan|loket|bidang|bagian|seksi)\s+[A-Z0-9]"
)
"""A number of respondents of one service among several."""
_BEHIND_OF: Final = re.compile(
    r"(?i)\s*(?:orang\s+)?dari\s+(?:total\s+|seluruh\s+|semua\s+)?[\d.]+\s+(?:orang\s+)?responden\b"
)
"""What stands behind such a number: ``46 dari 50 responden``."""
_SENT: Final = re.compile(
    r"(?i)\b(?:disebar|dibagi|dikirim|diberi|didistribusi)\w*\s+(?:kepada|ke|untuk)\s*$"
)
"""What stands before a number of people who were asked and need not have answered."""
_STAR_SAID: Final = re.compile(r"(?i)\s*(?:sebanyak|sejumlah|berjumlah|ada|terdapat|mencapai)\s+$")
_OF_SO_MANY: Final = re.compile(r"\d\s*(?:orang\s*)?$")
"""What stands before people whose number is told already: ``nilai IKM dari 214 responden adalah 81``."""
_ANSWERS: Final = re.compile(r"(?i)\s*(?:buah\s+)?(?:jawaban|(?P<times>kali))\b")
_OF_ANSWERS: Final = re.compile(r"(?i)\s*dari\s+[\d.]+\s+(?P<times>jawaban)\b")
_COUNT_OF: Final = re.compile(
    r"(?i)\b(?P<who>pengunjung|populasi|pengguna layanan|penerima layanan|pemohon|responden"
    r"|sampel)(?:\s+\(?n\)?)?"
    r"(?:\s+(?:yang\s+\w+(?:\s+\w+){0,3}|survei|ini|tersebut|adalah|yaitu|berjumlah|sejumlah"
    r"|sebanyak|mencapai|tercatat|sebesar))*\s*[:=(]?\s*$"
)
_STAFF: Final = re.compile(
    r"(?i)\b(?:tim|petugas|pegawai|personel|personil|karyawan|anggota|surveyor|enumerator|panitia|pelaksana"
    r"|pewawancara|narasumber|peserta|tenaga|penduduk|jiwa|pencacah|pengolah)\b(?!.*\b(?:responden|sampel)\b)[^,;]*$"
)
"""Who is counted that is neither served nor asked."""
_STAFF_BEHIND: Final = re.compile(
    r"(?i)\s*orang\s+(?:petugas|pegawai|staf|personel|anggota|tim|pelaksana|pejabat|satpam|surveyor|enumerator"
    r"|peserta|tenaga|penduduk)\b"
)
_VISITORS: Final = re.compile(r"(?i)\b(?:pengunjung|populasi|pengguna layanan|penerima layanan|pemohon)\b")
_RESPONDENTS: Final = re.compile(r"(?i)\b(?:responden|sampel)\b")
_GROUP: Final = re.compile(
    r"(?i)\bkelompok\b.*|\bmenurut\s+(?:jenis|usia|umur|pendidikan|pekerjaan|layanan|unit)\b.*"
    r"|\b(?:laki-laki|perempuan|pria|wanita)\b"
    r"|\b(?:usia|umur|berusia|berumur|berpendidikan|lulusan|pendidikan|bekerja\s+sebagai"
    r"|berprofesi)\b[^,;]*|\b(?:SD|SMP|SMA|SMK|PNS|ASN|TNI|Polri|pelajar|mahasiswa|wiraswasta"
    r"|swasta)\b"
)
_LABEL: Final = re.compile(r"(?:^|[/,;:]|\s{2,}|\s)\s*(?P<label>[A-Z][\w/-]{0,20})\s*=\s*$")
"""A group before its count, as on a published sheet: ``L = 70 orang``."""
_LISTED: Final = re.compile(
    r"(?:[,;/:(]|\byaitu|\byakni)\s*(?:dan\s+)?(?P<label>[^\W\d][\w/-]{0,20}(?:\s[\w/-]{1,20}){0,2})\s+$"
)
"""A group before its count in a list: ``SMA 50 orang, S1 30 orang, lainnya 8 orang``."""
_OF_ALL: Final = re.compile(
    r"(?i)\b(?:jumlah|total|responden|sampel|populasi|n|pengunjung|orang|sebanyak|sebesar|adalah|sejumlah"
    r"|seluruh\w*|semua|terdapat|ada|pengguna|penerima|pemohon)\b"
)
_WHOLE: Final = re.compile(r"(?i)\b(?:jumlah|total|seluruh|keseluruhan)\s+(?:\w+\s+)?responden\b")
_NEAR: Final = 12
"""How many letters may stand between *jawaban* and the index of whose answers it is said."""
THINGS: Final = frozenset(
    {
        "bulan", "hari", "tahun", "menit", "jam", "minggu", "butir", "unsur", "pertanyaan",
        "indikator", "aspek", "komponen", "prinsip", "kali", "kelompok", "isian", "jenis",
        "halaman", "langkah", "kegiatan", "kategori", "loket", "pegawai", "petugas", "periode",
        "triwulan", "semester", "rupiah", "kolom", "pilihan", "tabel", "gambar", "unit", "opsi",
        "variabel", "bab", "saran", "keterangan", "pengaduan", "berkas", "dokumen", "kabupaten",
        "kecamatan", "desa", "kota", "layanan",
    }
)  # fmt: skip
"""What is counted that is no figure of the survey."""
_RULES: Final = ("Krejcie", "Slovin", "Morgan", "Cochran", "Isaac")


def counted(number: Number, clause: Clause, base: Claim) -> tuple[Claim, ...] | None:
    """Return what a whole number counts: stars, answers, people; ``()`` if unclear, ``None`` if nothing."""
    before, after = clause.text[: number.start], clause.text[number.end :]
    # The second number of "271 dari 336 jawaban" counts all answers, the first those of the star.
    star = None if re.fullmatch(r"\s*dari\s+", number.before) else star_of(clause, number)
    answers = _ANSWERS.match(after) or (_OF_ANSWERS.match(clause.text[number.end :]) if star else None)
    said_before = star is None and number.unit not in THINGS
    counted_before = _COUNT_OF.search(before) if said_before else None
    if counted_before and _OF_SO_MANY.search(before[: counted_before.start()]):
        counted_before = None
    people = _PEOPLE.match(after) or counted_before
    base = replace(base, number=number.whole)
    if star is None and _BEHIND_OF.match(clause.text, number.end):
        return (replace(base, kind=ClaimKind.RESPONDENTS, group=SOME, word=SOME),)
    if star and (answers or people or _is_said_of_star(number, clause)):
        return (replace(base, kind=ClaimKind.STARS, subject=star),)
    if answers and not answers["times"]:
        end = number.end + len(answers[0])
        index = [code for start, _, code in clause.indices if 0 <= start - end <= _NEAR]
        made = replace(base, kind=ClaimKind.ANSWERS, subject=index[0] if index else None)
        return (made,) if not _GROUP.search(before) else ()
    if people is not None:
        found = _people(number, people["who"].lower(), base, clause)
        return () if found is None else (found,)
    if group := _GROUP_BEHIND.match(after):
        return (replace(base, kind=ClaimKind.RESPONDENTS, group=group["group"]),)
    if _RULE.search(before) and _EQUALS.search(before):
        word = rule_named(clause.text)
        return (replace(base, kind=ClaimKind.LEAST_RESPONDENTS, word=word, of=_margin(clause)),)
    return None


def rule_named(text: str) -> str | None:
    """Return the rule of a sample's size that a text names."""
    return next((rule for rule in _RULES if rule.lower() in text.lower()), None)


def star_of(clause: Clause, number: Number) -> str | None:
    """Return the answer named last before a number, with the index of whose answers it is said."""
    stars = [text for start, text in clause.stars if start < number.start]
    if not stars:
        return None
    star = stars[-1]
    named = [code for start, _, code in clause.indices if start < number.start and code != COMBINED]
    return f"{named[-1]}:{star}" if len({*named}) == 1 else star


def _people(number: Number, who: str, base: Claim, clause: Clause) -> Claim | None:
    """Return whether so many people are visitors, respondents, those of a group, or the fewest asked for."""
    before = clause.text[: number.start]
    labelled = _LABEL.search(number.before) or (who == "orang" and _LISTED.search(number.before)) or None
    own = labelled["label"] if labelled and not _OF_ALL.search(labelled["label"]) else None
    base = replace(base, group=own or group_of(clause, number))
    if who == "orang" and _STAFF_BEHIND.match(clause.text, number.end):
        return None
    if re.search(r"(?i)\btarget\w*(?:\s+\w+){0,2}\s*$", before):
        return replace(base, kind=ClaimKind.LEAST_RESPONDENTS, word="target")
    by_rule = _RULE.search(re.split(r"[,;]", before)[-1])
    if not _VISITORS.search(who) and (_FEWEST.search(before) or by_rule):
        word, of = rule_named(clause.text), _margin(clause)
        return replace(base, kind=ClaimKind.LEAST_RESPONDENTS, word=word, of=of)
    if who == "orang" and _STAFF.search(before):
        return None
    visitors = [match.end() for match in _VISITORS.finditer(before)]
    respondents = [match.end() for match in _RESPONDENTS.finditer(before)]
    if _SENT.search(before):
        return None
    if not _VISITORS.search(who) and (some := _some(number, clause)):
        return replace(base, kind=ClaimKind.RESPONDENTS, group=base.group or some, word=SOME)
    if _AS_RESPONDENTS.match(clause.text[number.end :]):
        return replace(base, kind=ClaimKind.RESPONDENTS)
    served = who == "orang" and max(visitors, default=0) > max(respondents, default=0)
    if served and any(visitors[-1] <= each.start < number.start for each in clause.numbers):
        return None
    return replace(
        base, kind=ClaimKind.VISITORS if served or _VISITORS.fullmatch(who) else ClaimKind.RESPONDENTS
    )


def _some(number: Number, clause: Clause) -> str | None:
    """Return the words that tell that only some respondents are counted."""
    behind = _PEOPLE.match(clause.text[number.end :])
    end = number.end + (behind.end() if behind else 0)
    said = _SOME.match(clause.text, end)
    before = clause.text[: number.start]
    told = said or _OF_RESPONDENTS.search(before) or _SOME_BEFORE.search(before)
    parts = [each.start() for each in _OF_PART.finditer(clause.text)]
    part = len(parts) > 1 and any(number.start <= start <= number.end for start in parts)
    return SOME if told or part else None


def _is_said_of_star(number: Number, clause: Clause) -> bool:
    """Tell the count of an answer that has no word behind it: ``bintang 4 sebanyak 500``."""
    ends = [name.end for name in clause.names if name.kind is NameKind.STAR and name.end <= number.start]
    return bool(ends) and _STAR_SAID.fullmatch(clause.text[ends[-1] : number.start]) is not None


def _margin(clause: Clause) -> Printed | None:
    """Return the margin of error of a sample's size that a clause names, in per cent."""
    found = [
        number.value
        for number in clause.numbers
        if number.percent
        and re.search(r"(?i)\b(?:kesalahan|galat|error|toleransi)\b|\be\s*=\s*$", number.before)
    ]
    return found[0] if len(found) == 1 else None


def group_of(clause: Clause, number: Number) -> str | None:
    """Return the group of respondents of whom alone a number is said: named before it, or right behind."""
    before = clause.text[: number.start]
    if behind := _GROUP_BEHIND.match(clause.text[number.end :]):
        return behind["group"]
    if found := [*_GROUP.finditer(before)] or [*_NAMED_SERVICE.finditer(before)]:
        return found[-1][0].strip(" ,")
    if clause.topic is Topic.PROFILE and not _WHOLE.search(clause.text):
        return clause.text
    return None
