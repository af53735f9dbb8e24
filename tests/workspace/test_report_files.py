"""The files that ``ipak.yaml`` names for the report: logos, pictures and documents."""

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.workspace import report_files
from ipak_cli.workspace.config_file import load_config
from ipak_cli.workspace.layout import LARGEST_LOGO, LARGEST_PHOTOGRAPH, LARGEST_PICTURES, LARGEST_REPORT_FILE
from ipak_cli.workspace.report_files import digests_of_files, office_files
from makers.pictures import photograph, png, read, svg


@pytest.fixture
def office(tmp_path):
    for name in ("logo", "lampiran"):
        (tmp_path / name).mkdir()
    (tmp_path / "logo" / "unit.svg").write_bytes(svg())
    (tmp_path / "logo" / "Logo_Kementerian.PNG").write_bytes(png())
    (tmp_path / "lampiran" / "ruang.JPG").write_bytes(photograph())
    (tmp_path / "lampiran" / "ba.pdf").write_bytes(b"%PDF-1.7 rekaan")
    return tmp_path


def says(office, text):
    (office / "ipak.yaml").write_text(f"unit: {{name: Balai}}\nreport:\n{text}", encoding="utf-8")
    return load_config(office)


def files(office, text):
    return office_files(office, says(office, text))


def refused(office, text):
    with pytest.raises(ProblemsFoundError) as caught:
        files(office, text)
    return [(each.code, str(each.where), message_of(each)) for each in caught.value.problems]


def test_files_get_names_of_the_report_and_words_that_stand_for_them(office):
    found = files(
        office,
        "  logos: [logo/unit.svg, logo/Logo_Kementerian.PNG]\n"
        "  annexes:\n"
        "    - {title: Berita acara, file: lampiran/ba.pdf}\n"
        "    - {title: Ruang, file: lampiran/ruang.JPG, alt: Dua meja}\n"
        "    - {title: Bagan, file: logo/unit.svg}\n",
    )
    logos = [(each.picture.file_name, each.picture.alt) for each in found.logos]
    assert logos == [("logo-1.svg", "Logo unit"), ("logo-2.png", "Logo Kementerian")]
    shown = [(each.title, each.loaded.picture.file_name, each.loaded.picture.alt) for each in found.pictures]
    assert shown == [("Ruang", "lampiran-2.jpg", "Dua meja"), ("Bagan", "lampiran-3.svg", "Bagan")]
    [document] = found.documents
    assert (document.title, document.name, document.size) == ("Berita acara", "ba.pdf", 15)
    assert document.sha256 == digests_of_files(office, load_config(office).config)["lampiran/ba.pdf"]
    assert [*found.contents] == ["logo-1.svg", "logo-2.png", "lampiran-2.jpg", "lampiran-3.svg"]


def test_one_logo_needs_no_list_and_nothing_named_is_nothing(office):
    assert len(files(office, "  logos: logo/unit.svg\n").logos) == 1
    assert files(office, "  place: loket\n") == report_files.OfficeFiles()


def test_everything_that_is_wrong_is_told_at_once_with_its_line_and_key(office):
    (office / "lampiran" / "map.jpg").mkdir()
    (office / "logo" / "rusak.png").write_bytes(b"bukan")
    found = refused(
        office,
        "  logos: [logo/lain.png, ../logo.png, logo/rusak.png]\n"
        "  annexes:\n"
        "    - title: Tidak ada\n      file: lampiran/tidak.docx\n"
        "    - title: Folder\n      file: lampiran/map.jpg\n"
        "    - title: Di bawah berkas\n      file: lampiran/ba.pdf/x.jpg\n",
    )
    assert [(code, where) for code, where, _ in found] == [
        ("L520", "ipak.yaml:3"), ("L521", "ipak.yaml:3"), ("L524", "ipak.yaml:3"),
        ("L520", "ipak.yaml:6"), ("L527", "ipak.yaml:8"), ("L520", "ipak.yaml:10"),
    ]  # fmt: skip
    assert found[0][2] == "logo/lain.png, disebut pada report.logos[1], tidak ada di ruang kerja"
    assert found[3][2] == "lampiran/tidak.docx, disebut pada report.annexes[1].file, tidak ada di ruang kerja"


def test_a_whole_path_is_outside_and_a_link_is_not_followed(office):
    outside = office.parent / "rahasia.png"
    outside.write_bytes(png())
    assert [each[0] for each in refused(office, f"  logos: [{outside}]\n")] == ["L521"]
    (office / "logo" / "tautan.png").symlink_to(outside)
    assert [each[0] for each in refused(office, "  logos: [logo/tautan.png]\n")] == ["D660"]


def test_a_file_that_is_too_large_is_refused_with_its_limit(office, monkeypatch):
    monkeypatch.setattr(report_files, "LARGEST_LOGO", 1 << 20)
    (office / "logo" / "unit.svg").write_bytes(svg() + b" " * (1 << 20))
    [(code, _, message)] = refused(office, "  logos: [logo/unit.svg]\n")
    assert (code, message) == (
        "L522", "logo/unit.svg, disebut pada report.logos[1], lebih besar dari 1 MiB"
    )  # fmt: skip


def test_pictures_too_large_together_are_refused_from_the_one_that_makes_them_so(office, monkeypatch):
    logo, photo = len(png()), len(read(photograph()).content)
    said = "  logos: logo/Logo_Kementerian.PNG\n  annexes:\n    - {title: Ruang, file: lampiran/ruang.JPG}\n"
    monkeypatch.setattr(report_files, "LARGEST_PICTURES", logo + photo)
    assert len(files(office, said).contents) == 2
    monkeypatch.setattr(report_files, "LARGEST_PICTURES", logo + photo - 1)
    [(code, _, message)] = refused(office, said)
    assert code == "L522"
    assert message == (
        "lampiran/ruang.JPG, disebut pada report.annexes[1].file, "
        "membuat semua logo dan foto bersama lebih besar dari 0 MiB"
    )


def test_all_pictures_together_fit_into_a_page_of_the_size_that_a_report_may_have():
    assert LARGEST_LOGO < LARGEST_PHOTOGRAPH < LARGEST_PICTURES
    assert LARGEST_PICTURES * 4 / 3 < LARGEST_REPORT_FILE


def test_five_logos_are_refused_where_they_are_named(office):
    with pytest.raises(ProblemsFoundError) as caught:
        says(office, "  logos: [a.png, b.png, c.png, d.png, e.png]\n")
    assert [str(each.where) for each in caught.value.problems] == ["ipak.yaml:3"]


def test_digests_change_with_the_files_and_one_that_is_gone_has_none(office):
    loaded = says(office, "  logos: [logo/unit.svg, logo/gone.png, ../a.png]\n")
    before = digests_of_files(office, loaded.config)
    assert [before["logo/gone.png"], before["../a.png"]] == ["", ""]
    (office / "logo" / "unit.svg").write_bytes(svg("<g/>"))
    after = digests_of_files(office, loaded.config)
    assert before["logo/unit.svg"] != after["logo/unit.svg"]
