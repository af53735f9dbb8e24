"""The settings as a form: what it shows, and what a filled one changes in ``ipak.yaml``."""

import datetime as dt
import re
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.jobs.open_workspace import OpenWorkspace
from ipak_cli.jobs.settings import keep_settings, plan_settings, write_settings_form
from ipak_cli.workspace.config_file import load_config, parse_config
from ipak_cli.workspace.starter import starter_config

EXAMPLE = (Path(__file__).parents[2] / "examples" / "ipak.yaml").read_bytes()
FORM = "isian.xlsx"


@pytest.fixture
def office(tmp_path):
    return workspace(tmp_path, EXAMPLE)


def workspace(folder, content):
    (folder / "ipak.yaml").write_bytes(content if isinstance(content, bytes) else content.encode())
    write_settings_form(OpenWorkspace(folder), folder / FORM, replace=True)
    return folder


def fill(folder, entries):
    """Put values into cells of the form: ``{"Periode!B5": 3}``."""
    book = openpyxl.load_workbook(folder / FORM)
    for place, value in entries.items():
        sheet, _, cell = place.partition("!")
        book[sheet][cell] = value
    book.save(folder / FORM)
    return folder


def plan(folder):
    return plan_settings((folder / "ipak.yaml").read_bytes(), folder / FORM, folder)


def changes(folder):
    return [(f"{each.where.sheet}!{each.where.cell}", each.old, each.new) for each in plan(folder).changes]


def faults(folder):
    with pytest.raises(ProblemsFoundError) as refused:
        plan(folder)
    return [(each.code, str(each.where).removeprefix(f"{FORM}!")) for each in refused.value.problems]


@pytest.mark.parametrize(
    "content",
    [
        EXAMPLE,
        EXAMPLE.replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + EXAMPLE,
        EXAMPLE.replace(b"quarters:", b"periods:"),
        starter_config().encode(),
        b"",
        b"# kosong\n",
        b"timezone: WIB\nperiods: {4-2024: {note: '  dua   kata '}, 2024: }\ntargets: {items: {I1: 15/4}}\n",
        b"periods:\n  I-2024:\n    note: |\n      satu\n\n      dua\n    signed: 31-01-2025\n",
        b"follow_up: {I1: {actions: [\"a\\nb\", ' c '], deadline: 2025-01-31}}\nperiod_kind: tahun\n",
    ],
)
def test_a_form_that_nobody_filled_changes_no_byte(tmp_path, content):
    office = workspace(tmp_path, content)
    made = plan(office)
    assert (made.changes, made.after) == ((), content)
    keep_settings(office, made)
    assert (office / "ipak.yaml").read_bytes() == content
    assert not (office / "ipak.yaml.lama").exists()


def test_the_same_settings_make_the_same_bytes(tmp_path):
    made = [workspace(tmp_path, EXAMPLE) / FORM for _ in range(2)]
    assert made[0].read_bytes() == made[1].read_bytes()


def test_the_form_has_a_row_for_each_item_and_shows_what_the_settings_say(office):
    book = openpyxl.load_workbook(office / FORM)
    assert book.sheetnames == ["Baca dulu", "Satuan kerja", "Periode", "Tindak lanjut", "Daftar", "_ipak"]
    assert [sheet.title for sheet in book if sheet.sheet_state == "hidden"] == ["_ipak"]
    unit = {row[0].value: row[1].value for row in book["Satuan kerja"].iter_rows(min_row=5)}
    assert unit["Nama unit"] == "Balai Layanan Mutu Sekolah Provinsi Nusa Kencana"
    assert unit["NIP penanda tangan"] == "000000000000000000"
    plans = [[cell.value for cell in row] for row in book["Tindak lanjut"].iter_rows(min_row=4)]
    assert plans[0] == ["Kode", "Butir", "Target", "Tindakan", "Penanggung jawab", "Batas waktu", "Status"]
    assert [row[0] for row in plans[1:]] == [f"I{n}" for n in range(1, 15)]
    assert plans[7][3:] == [
        "Menempelkan waktu penyelesaian setiap layanan di loket dan di laman.",
        "Ketua Tim Layanan",
        "31 Januari 2025",
        "selesai",
    ]
    assert [cell.value for cell in book["Periode"][8]] == [
        "IV-2024", 24, "B", "2 Januari 2025", "Layanan tatap muka tutup satu minggu pada akhir Desember.",
    ]  # fmt: skip


def test_only_what_is_filled_in_is_open_and_each_cell_says_what_it_asks(office):
    book = openpyxl.load_workbook(office / FORM)
    for name in book.sheetnames[:-1]:
        assert book[name].protection.sheet
    plan_sheet = book["Tindak lanjut"]
    assert [cell.protection.locked for cell in plan_sheet[5]] == [
        True,
        True,
        False,
        False,
        False,
        False,
        False,
    ]
    told = {str(rule.sqref): rule.prompt for rule in plan_sheet.data_validations.dataValidation}
    assert "Alt+Enter" in told["D5"]
    assert next(r.formula1 for r in plan_sheet.data_validations.dataValidation if str(r.sqref) == "G5") == (
        '"belum,berjalan,selesai"'
    )


def test_what_is_filled_in_is_changed_in_its_place_and_all_the_rest_keeps_its_lines(office):
    fill(
        office,
        {
            "Satuan kerja!B8": "Jalan Baru: Nomor 3",
            "Satuan kerja!B13": "30 orang di ruang tunggu",
            "Periode!B8": 30,
            "Periode!A9": "TW I 2025",
            "Periode!B9": 41,
            "Periode!C9": "a",
            "Tindak lanjut!F5": "31-12-2025",
            "Tindak lanjut!D6": "Memasang spanduk\nMenutup loket gelap",
            "Tindak lanjut!C6": 3.5,
            "Tindak lanjut!G17": "selesai",
            "Daftar!B6": "Editor Kedua",
            "Daftar!C5": "Undang-Undang Nomor 25 Tahun 2009",
        },
    )
    before, after = EXAMPLE.decode().splitlines(), plan(office).after.decode().splitlines()
    assert [line for line in after if line not in before] == [
        '  address: "Jalan Baru: Nomor 3"',
        "  - Editor Kedua",
        '  place: "30 orang di ruang tunggu"'.replace('"', ""),
        "  items:",
        "    I2: 3.5",
        "    population: 30",
        "  I-2025:",
        "    population: 41",
        "    performance: A",
        '    deadline: "31-12-2025"',
        "  I2:",
        "      - Memasang spanduk",
        "      - Menutup loket gelap",
        "legal_basis:",
        "  - Undang-Undang Nomor 25 Tahun 2009",
    ]
    assert [line for line in before if line not in after] == [
        "  address: Jalan Melati Contoh Nomor 8, Kota Sagara",
        "  place: daring, melalui tautan yang dibagikan setelah layanan selesai",
        "    population: 24",
    ]
    config = parse_config(plan(office).after).config
    assert config.follow_up["I1"].deadline == "31 Desember 2025"
    assert config.follow_up["I13"].status == "selesai"
    assert config.follow_up["I2"].actions == ("Memasang spanduk", "Menutup loket gelap")


def test_a_change_names_its_cell_what_was_there_and_what_will_be(office):
    fill(office, {"Satuan kerja!B5": "Dinas Baru", "Periode!D5": "31/1/2025", "Satuan kerja!B6": None})
    assert changes(office) == [
        ("Satuan kerja!B5", "Balai Layanan Mutu Sekolah Provinsi Nusa Kencana", "Dinas Baru"),
        ("Satuan kerja!B6", "BLMS Nusa Kencana", ""),
        ("Periode!D5", "", "31/1/2025"),
    ]
    keep_settings(office, plan(office))
    assert (office / "ipak.yaml.lama").read_bytes() == EXAMPLE
    config = load_config(office).config
    assert (config.unit.name, config.unit.short_name) == ("Dinas Baru", None)
    assert changes(office) == []


def test_an_emptied_plan_goes_and_a_row_or_sheet_that_is_gone_says_nothing(office):
    book = openpyxl.load_workbook(office / FORM)
    for column in "DEFG":
        book["Tindak lanjut"][f"{column}5"] = None
    book["Tindak lanjut"].delete_rows(10)
    del book["Daftar"]
    book.save(office / FORM)
    made = plan(office)
    plans = parse_config(made.after).config.follow_up
    assert list(plans) == ["I6", "I7", "I8", "I11", "I13", "I14"]
    assert {each.label for each in made.changes} == {
        "Tindakan I1", "Penanggung jawab I1", "Batas waktu I1", "Status I1",
    }  # fmt: skip


def test_dates_that_a_program_made_of_what_was_typed_are_dates(office):
    fill(office, {"Periode!D5": dt.datetime(2025, 1, 31), "Tindak lanjut!F5": "setiap bulan"})  # noqa: DTZ001
    assert changes(office) == [
        ("Periode!D5", "", "31 Januari 2025"),
        ("Tindak lanjut!F5", "31 Maret 2025", "setiap bulan"),
    ]


def test_every_fault_is_told_with_its_cell_in_one_pass(office):
    fill(
        office,
        {
            "Satuan kerja!B5": None,
            "Satuan kerja!B11": None,
            "Satuan kerja!B12": 198001012005011001,
            "Satuan kerja!B14": "contoh.example",
            "Satuan kerja!B16": "mingguan",
            "Satuan kerja!B18": "Europe/London",
            "Satuan kerja!B19": "lima",
            "Periode!B5": 0,
            "Periode!B6": "banyak",
            "Periode!C7": "F",
            "Periode!D8": "31 Februari 2025",
            "Periode!A9": "triwulan depan",
            "Periode!B9": 3,
            "Periode!B10": 4,
            "Periode!A11": "2024-Q4",
            "Tindak lanjut!E6": "Petugas",
            "Tindak lanjut!F8": "2025-13-01",
            "Tindak lanjut!D8": "Melatih",
            "Tindak lanjut!G9": "nanti",
            "Tindak lanjut!C10": dt.datetime(2025, 4, 3),  # noqa: DTZ001
            "Tindak lanjut!C11": "9",
            "Tindak lanjut!A12": "I99",
            "Satuan kerja!A21": "Nomor telepon",
            "Satuan kerja!B21": "0000",
            "Daftar!A7": True,
        },
    )
    assert sorted(faults(office)) == sorted(
        [
            ("G473", "Satuan kerja:B5"),
            ("G473", "Satuan kerja:B11"),
            ("G477", "Satuan kerja:B12"),
            ("G407", "Satuan kerja:B14"),
            ("E129", "Satuan kerja:B16"),
            ("G444", "Satuan kerja:B18"),
            ("E123", "Satuan kerja:B19"),
            ("G472", "Satuan kerja:A21"),
            ("G402", "Periode:B5"),
            ("E123", "Periode:B6"),
            ("E129", "Periode:C7"),
            ("G412", "Periode:D8"),
            ("G405", "Periode:A9"),
            ("G473", "Periode:A10"),
            ("G474", "Periode:A11"),
            ("G473", "Tindak lanjut:D6"),
            ("G412", "Tindak lanjut:F8"),
            ("E129", "Tindak lanjut:G9"),
            ("E124", "Tindak lanjut:C10"),
            ("G410", "Tindak lanjut:C11"),
            ("G409", "Tindak lanjut:D12"),
            ("E125", "Daftar:A7"),
        ]
    )


def test_a_rubric_that_is_none_does_not_hide_what_the_present_one_refuses(office):
    fill(office, {"Satuan kerja!B15": "ipak-ipk", "Tindak lanjut!C11": "9"})
    assert faults(office) == [("G445", "Satuan kerja:B15"), ("G410", "Tindak lanjut:C11")]


def test_a_legal_basis_is_a_short_name_of_the_rubric_or_a_sentence_and_a_slip_names_its_cell(office):
    fill(office, {"Daftar!C5": "uu-25-2009", "Daftar!C6": "Keputusan Kepala Nomor 1"})
    assert parse_config(plan(office).after).config.legal_basis == ("uu-25-2009", "Keputusan Kepala Nomor 1")
    assert faults(fill(office, {"Daftar!C5": "uu-25-2010"})) == [("L570", "Daftar:C5")]


def test_a_nip_that_is_not_of_eighteen_digits_is_a_warning_at_its_cell(office):
    made = plan(fill(office, {"Satuan kerja!B12": "1980"}))
    assert [(each.code, each.where.cell) for each in made.problems] == [("G408", "B12")]
    assert parse_config(made.after).config.signatory.nip == "1980"


@pytest.mark.parametrize(("typed", "target"), [(3.5, "3.5"), ("3,25", "3.25"), ("15/4", "15/4"), (4, "4")])
def test_a_target_may_be_typed_as_offices_do(office, typed, target):
    fill(office, {"Tindak lanjut!C6": typed})
    assert changes(office) == [("Tindak lanjut!C6", "", target)]


def test_a_fault_that_was_there_before_is_not_the_form_s(tmp_path):
    office = workspace(tmp_path, "unit: {name: A}\ntargets:\n  items:\n    I1: 3\n")
    (office / "ipak.yaml").write_text("unit: {name: A}\ntargets:\n  items:\n    I1: 3\n    X9: 3\n")
    assert changes(fill(office, {"Satuan kerja!B5": "B"})) == [("Satuan kerja!B5", "A", "B")]


def test_a_workbook_without_the_form_s_sheets_is_refused(office):
    book = openpyxl.Workbook()
    book.save(office / FORM)
    assert faults(office) == [("G470", FORM)]


def test_a_missing_head_is_told_and_nothing_below_is_guessed(office):
    fill(office, {"Tindak lanjut!F4": "Kapan", "Periode!A4": None})
    assert faults(office) == [("G471", "Periode:A4"), ("G471", "Tindak lanjut:A4")]
    with pytest.raises(ProblemsFoundError) as refused:
        plan(office)
    assert "Batas waktu" in message_of(refused.value.problems[1])


def test_a_row_that_stands_twice_is_told(office):
    fill(office, {"Tindak lanjut!A6": "I1", "Satuan kerja!A6": "Nama unit"})
    assert faults(office) == [("G474", "Satuan kerja:A6"), ("G474", "Tindak lanjut:A6")]


def test_what_would_lose_a_comment_is_left_to_a_person_with_the_changes(tmp_path):
    office = workspace(tmp_path, "directors: [Ani,  # ketua\n  Budi]\n")
    made = plan(fill(office, {"Daftar!A6": None}))
    assert [(each.old, each.new) for each in made.changes] == [("Ani\nBudi", "Ani")]
    assert ([each.code for each in made.problems], made.after) == (["G475"], made.before)


def test_settings_that_changed_after_the_plan_are_not_overwritten(office):
    made = plan(fill(office, {"Satuan kerja!B5": "Dinas Baru"}))
    with (office / "ipak.yaml").open("ab") as file:
        file.write(b"# catatan\n")
    with pytest.raises(ProblemsFoundError) as refused:
        keep_settings(office, made)
    assert [each.code for each in refused.value.problems] == ["G476"]
    assert (office / "ipak.yaml").read_bytes() == EXAMPLE + b"# catatan\n"
    assert not (office / "ipak.yaml.lama").exists()


def test_settings_that_are_gone_are_told(office):
    made = plan(office)
    (office / "ipak.yaml").unlink()
    with pytest.raises(ProblemsFoundError) as refused:
        keep_settings(office, made)
    assert [each.code for each in refused.value.problems] == ["G401"]


def test_a_text_that_no_cell_holds_is_told(tmp_path):
    (tmp_path / "ipak.yaml").write_text(f"unit: {{name: {'a' * 40_000}}}\n")
    with pytest.raises(ProblemsFoundError) as refused:
        write_settings_form(OpenWorkspace(tmp_path), tmp_path / FORM, replace=True)
    assert [each.code for each in refused.value.problems] == ["E136"]
    assert not (tmp_path / FORM).exists()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_a_form_that_an_office_program_saved_again_changes_nothing(office, tmp_path):
    out = tmp_path / "ods"
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "ods",
         "--outdir", out, office / FORM],
        check=True, capture_output=True,
    )  # fmt: skip
    content = (office / "ipak.yaml").read_bytes()
    assert plan_settings(content, out / "isian.ods", office).changes == ()


def test_the_form_speaks_of_no_key_of_the_file(office):
    book = openpyxl.load_workbook(office / FORM)
    del book["_ipak"]
    texts = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert not [text for text in texts if re.search(r"\b(follow_up|actions|signatory|population)\b", text)]


def test_an_older_form_overwrites_nothing_that_is_newer_and_says_what_stays(office):
    fill(office, {"Satuan kerja!B6": "BLMS"})
    newer = EXAMPLE.replace(b"population: 24", b"population: 31")
    (office / "ipak.yaml").write_bytes(newer)
    made = plan(office)
    assert [(each.label, each.new) for each in made.changes] == [("Nama singkat", "BLMS")]
    assert [(each.code, each.values["labels"]) for each in made.problems] == [
        ("D676", ("Jumlah pengunjung IV-2024",))
    ]
    assert parse_config(made.after).config.periods["IV-2024"].population == 31


def test_a_cell_that_contradicts_newer_settings_is_an_error_with_both_values(office):
    fill(office, {"Periode!B8": 30})
    (office / "ipak.yaml").write_bytes(EXAMPLE.replace(b"population: 24", b"population: 31"))
    with pytest.raises(ProblemsFoundError) as refused:
        plan(office)
    (told,) = refused.value.problems
    assert (told.code, str(told.where), told.values["form"], told.values["now"]) == (
        "D675", f"{FORM}!Periode:B8", "30", "31",
    )  # fmt: skip


def test_a_form_that_was_read_may_be_changed_and_read_again(office):
    for number in (30, 31):
        fill(office, {"Periode!B8": number})
        keep_settings(office, plan(office))
        assert load_config(office).config.periods["IV-2024"].population == number


def test_a_form_without_its_record_is_taken_whole(office):
    book = openpyxl.load_workbook(office / FORM)
    del book["_ipak"]
    book.save(office / FORM)
    (office / "ipak.yaml").write_bytes(EXAMPLE.replace(b"population: 24", b"population: 31"))
    assert changes(office) == [("Periode!B8", "31", "24")]
