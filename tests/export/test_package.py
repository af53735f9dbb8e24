"""The data dictionary describes the files as they are, by the standard's own validator too."""

import hashlib
import json

import pytest
from frictionless import Package

from ipak_cli.base.period import parse_period
from ipak_cli.export.columns import TABLES
from makers.exported import example_workspace, export_files

PERIODS = tuple(parse_period(name) for name in ("IV-2024", "III-2024", "II-2024", "I-2024"))
ALL = ("csv", "parquet", "xlsx")


@pytest.fixture
def workspace(tmp_path):
    return example_workspace(tmp_path / "kerja")


def dictionary(files):
    return json.loads(files["datapackage.json"])


def written(files, folder):
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder / "datapackage.json"


@pytest.mark.parametrize("periods", [PERIODS[:1], PERIODS], ids=["one", "all"])
def test_the_validator_finds_no_fault_in_package_and_data(workspace, tmp_path, periods):
    files = export_files(workspace, *periods, formats=("csv", "xlsx"))
    report = Package(str(written(files, tmp_path / "data"))).validate()
    assert report.valid, report.to_summary()
    assert len(report.tasks) == 2 * len(TABLES)


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("groups.csv", b"IV-2024,usia", b"IV-2024,umur", "foreign-key"),
        ("items.csv", b"I2,IPAK", b"I1,IPAK", "primary-key"),
        ("indices.csv", b"3.90", b"3,90", "extra-cell"),
        ("periods.csv", b"triwulan", b"kuartal", "constraint-error"),
        ("items.csv", b",24,0,", b",23,0,", "hash-count"),
    ],
)  # fmt: skip
def test_the_validator_finds_what_was_changed_in_the_data(workspace, tmp_path, file, old, new, fault):
    files = dict(export_files(workspace, PERIODS[0]))
    assert old in files[file]
    files[file] = files[file].replace(old, new, 1)
    report = Package(str(written(files, tmp_path / "data"))).validate()
    assert fault in {kind for (kind,) in report.flatten(["type"])}


def test_every_file_is_named_with_its_size_and_digest(workspace):
    files = export_files(workspace, PERIODS[0], formats=ALL)
    resources = dictionary(files)["resources"]
    assert {each["path"] for each in resources} == set(files) - {"datapackage.json"}
    assert len({each["name"] for each in resources}) == len(resources) == 3 * len(TABLES)
    for each in resources:
        data = files[each["path"]]
        assert (each["bytes"], each["hash"]) == (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")


def test_a_table_refers_to_the_table_of_its_own_format(workspace):
    resources = dictionary(export_files(workspace, PERIODS[0], formats=ALL))["resources"]
    schemas = {each["name"]: each["schema"] for each in resources}
    keys = schemas["groups-parquet"]["foreignKeys"]
    assert [key["reference"]["resource"] for key in keys] == ["breakdowns-parquet", "indices-parquet"]
    assert [key["reference"]["resource"] for key in schemas["groups"]["foreignKeys"]] == [
        "breakdowns",
        "indices",
    ]


def test_every_column_has_a_meaning_and_every_figure_a_unit(workspace):
    for each in dictionary(export_files(workspace, PERIODS[0]))["resources"]:
        for field in each["schema"]["fields"]:
            assert field["title"]
            assert field["description"].endswith(".")
            figure = field["type"] in {"integer", "number"} or field["name"] == "mean_exact"
            assert ("unit" in field) == figure


def test_the_sources_are_the_result_its_rubric_and_its_answers_with_their_digests(workspace):
    sources = dictionary(export_files(workspace, PERIODS[0]))["sources"]
    document = workspace / "hasil" / "IV-2024" / "survey.json"
    stored = json.loads(document.read_bytes())
    rubric = f"Rubrik ipak-ipkp versi {stored['rubric']['version']}"
    assert [(each["title"], each["hash"]) for each in sources] == [
        ("hasil/IV-2024/survey.json", f"sha256:{hashlib.sha256(document.read_bytes()).hexdigest()}"),
        (rubric, stored["rubric"]["digest"]),
        (
            "ipak-ipkp-2024-tw4.xlsx, lembar Form Responses 1",
            f"sha256:{stored['sources'][0]['sha256']}",
        ),
    ]


def test_a_licence_is_named_where_the_settings_name_one(workspace):
    assert "licenses" not in dictionary(export_files(workspace, PERIODS[0]))
    settings = workspace / "ipak.yaml"
    settings.write_text(
        f"{settings.read_text(encoding='utf-8')}\nexport:\n  license: CC-BY-4.0\n", encoding="utf-8"
    )
    assert dictionary(export_files(workspace, PERIODS[0]))["licenses"] == [{"name": "CC-BY-4.0"}]


def test_no_text_of_a_suggestion_and_no_exact_figure_of_a_group_is_in_any_file(workspace):
    files = export_files(workspace, *PERIODS, formats=("csv",))
    everything = b"".join(files.values()).decode()
    for period in PERIODS:
        stored = json.loads((workspace / "hasil" / period.name / "survey.json").read_bytes())
        assert stored["suggestions"]["shown"]
        for each in stored["suggestions"]["shown"]:
            assert each["text"] not in everything
    groups = files["groups.csv"].decode()
    assert "/" not in groups.replace("S1/D4", "").replace("D1/D2/D3", "").replace("SMA/SMK", "")
