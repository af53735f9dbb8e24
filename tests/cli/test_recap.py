"""`ipak recap` and `ipak score` of recaps: options, questions at a terminal, and what is never written."""

from __future__ import annotations

import json

import openpyxl
import pytest

from ipak_cli.cli.app import run
from makers.exports import EXAMPLES, example_rows
from makers.recap_files import RUBRIC, counts_of, example_form, filled
from makers.terminal import typed

Q3 = "III-2024"
COUNTS = counts_of(example_rows(3))
PEOPLE = len(example_rows(3)) - 1
ASKED = ("--period", Q3, "--respondents", str(PEOPLE))


def of_counts(code):
    return ",".join(str(COUNTS[code][value]) for value in RUBRIC.scale.values)


def sum_of(code):
    return sum(value * count for value, count in COUNTS[code].items())


def options(option, figure):
    return [part for item in RUBRIC.items for part in (option, f"{item.code}={figure(item.code)}")]


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def recap(capsys):
    def call(*arguments):
        code = run(["recap", *arguments])
        return code, *capsys.readouterr()

    return call


def document(recap, *arguments):
    code, out, _ = recap(*arguments, "--json")
    assert code == 0, out
    return json.loads(out)


def codes(recap, *arguments):
    code, out, _ = recap(*arguments, "--json")
    return code, [each["code"] for each in json.loads(out)["problems"]]


def mean(result, index):
    return result["indices"][index]["mean"]["exact"]


@pytest.fixture
def answers(capsys):
    """What the answers themselves give."""
    assert run(["score", str(EXAMPLES / "ipak-ipkp-2024-tw3.xlsx"), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_counts_by_options_give_what_the_answers_give(recap, answers):
    result = document(recap, "rekap.xlsx", *ASKED, *options("--counts", of_counts))
    assert (result["items"], result["zi"]) == (answers["items"], answers["zi"])
    assert result["distribution"] == answers["distribution"]
    assert [source.get("recap") for source in result["sources"]] == ["counts"]


def test_the_form_that_is_written_scores_as_it_stands(recap, capsys):
    first = document(recap, "rekap.xlsx", *ASKED, *options("--cacah", of_counts))
    assert run(["score", "rekap.xlsx", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == first


def test_sums_and_means_by_options_give_the_indices(recap, answers):
    of_sums = document(recap, "a.xlsx", *ASKED, "--n", str(PEOPLE), *options("--sum", sum_of))
    assert mean(of_sums, "IPAK") == mean(answers, "IPAK")
    assert "not_scored" in of_sums["items"][0]["counts"]

    def printed(code):
        return f"{round(sum_of(code) / PEOPLE, 2):.2f}".replace(".", ",")

    of_means = document(recap, "b.xlsx", *ASKED, "--n", str(PEOPLE), *options("--mean", printed))
    assert mean(of_means, "IPKP") == mean(answers, "IPKP")


def test_stars_by_options_give_the_distribution(recap, answers):
    stars = {
        index.code: [sum(COUNTS[item.code][value] for item in index.items) for value in RUBRIC.scale.values]
        for index in RUBRIC.indices
    }
    by_index = [part for code, each in stars.items() for part in ("--stars", f"{code}={_listed(each)}")]
    assert document(recap, "a.xlsx", *ASKED, *by_index)["distribution"] == answers["distribution"]
    together = [sum(each) for each in zip(*stars.values(), strict=True)]
    result = document(recap, "b.xlsx", *ASKED, "--bintang", f"semua={_listed(together)}")
    assert result["distribution"] == answers["distribution"]
    assert "not_scored" in result["indices"]["IPAK"]["mean"]


def _listed(counts):
    return ",".join(map(str, counts))


def test_one_item_may_have_another_number_of_answers(recap):
    given = [*ASKED, "--n", str(PEOPLE), "--n", "I2=40", *options("--sum", sum_of)]
    given[given.index(f"I2={sum_of('I2')}")] = "I2=158"
    assert codes(recap, "rekap.xlsx", *given) == (1, ["K258"])
    result = document(recap, "rekap.xlsx", *given, "--lenient")
    assert [item["n"] for item in result["items"][:3]] == [PEOPLE, 40, PEOPLE]
    assert result["missing"] == 1


def test_everything_wrong_with_options_is_told_at_once_and_nothing_is_written(recap, tmp_path):
    wrong = ["--counts", "I1=1,2", "--counts", "Z9=1,2,3,4", "--counts", f"I2=0,0,0,{PEOPLE + 1}"]
    wrong += ["--counts", "I3=0,0,1,4,5x", "--counts", "I4=0,0,0,1", "--counts", "I4=0,0,0,1"]
    assert codes(recap, "rekap.xlsx", *ASKED, *wrong) == (1, ["U914", "U910", "U913", "U910", "U915"])
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (["--counts", "I1=0,0,0,1", "--sum", "I1=4"], "U916"),
        (["--counts", "I1=0,0,0,1", "--n", "1"], "U916"),
        (["--n", "41", "--sum", "I1=165"], "U911"),
        (["--n", "41", "--sum", "I1=40"], "U911"),
        (["--n", "41", "--mean", "I1=3,96"], "U912"),
        (["--n", "41", "--mean", "I1=4,01"], "U910"),
        (["--n", "42", "--sum", "I1=164"], "U913"),
        (["--sum", "I1=164"], "U917"),
        (["--n", "41"], "U917"),
        (["--counts", "I1"], "U914"),
    ],
)
def test_what_cannot_be_is_refused_by_its_code(recap, given, code):
    assert code in codes(recap, "rekap.xlsx", *ASKED, *given)[1]


def test_the_limits_of_sums_and_means_are_taken(recap):
    for number, figure in enumerate(("41", "164")):
        given = [*ASKED, "--n", "41", *options("--sum", lambda _: figure)]  # noqa: B023 (called at once)
        assert recap(f"{number}.xlsx", *given)[0] == 0
    assert recap("c.xlsx", *ASKED, "--n", "41", *options("--mean", lambda _: "3,95"))[0] == 0


def test_what_is_still_needed_is_named_by_its_options(recap):
    code, _, told = recap("rekap.xlsx", "--respondents", "41", "--counts", "I1=0,0,1,40")
    assert code == 1
    assert "belum disebutkan: --period, --counts untuk I2, I3" in told
    _, _, told = recap("rekap.xlsx", "--period", Q3)
    assert "belum disebutkan: salah satu dari --counts, --sum, --mean atau --stars." in told
    _, _, told = recap("rekap.xlsx", "--n", "41")
    assert "belum disebutkan: --period, salah satu dari --sum atau --mean." in told
    _, _, told = recap("rekap.xlsx", "--period", Q3, *options("--sum", sum_of))
    assert "belum disebutkan: --n untuk I1, I2, I3" in told
    assert "--sum" not in told


@pytest.mark.parametrize("given", [("-41",), ("40,5",), ("42",), ("41", "40")])
def test_a_number_of_answers_that_cannot_be_is_told_once_for_all_items(recap, given):
    numbers = [part for each in given for part in ("--n", each)]
    code, _, told = recap("rekap.xlsx", *ASKED, *numbers, *options("--sum", sum_of))
    assert (code, told.count("setiap butir"), told.count("U91")) == (1, 1, 1)


def test_a_wrong_number_of_one_item_is_told_beside_the_numbers_that_are_missing(recap):
    given = ["--n", "I1=-1", "--sum", "I1=160", "--sum", "I2=160", "--sum", "I2=161"]
    code, out, _ = recap("rekap.xlsx", *ASKED, *given, "--json")
    found = [(each["code"], each["message"]) for each in json.loads(out)["problems"]]
    assert (code, [each for each, _ in found]) == (1, ["U910", "U915", "U917"])
    assert found[2][1] == "belum disebutkan: --n untuk I2"


def test_a_form_that_exists_is_replaced_only_when_asked(recap, tmp_path):
    given = ("rekap.xlsx", *ASKED, *options("--counts", of_counts))
    assert recap(*given)[0] == 0
    before = (tmp_path / "rekap.xlsx").read_bytes()
    assert codes(recap, *given) == (1, ["U940"])
    assert (tmp_path / "rekap.xlsx").read_bytes() == before
    assert recap(*given, "--paksa")[0] == 0


def test_in_a_workspace_the_result_is_kept_and_the_next_command_named(recap, tmp_path):
    (tmp_path / "masuk").mkdir()
    (tmp_path / "ipak.yaml").write_text("unit: {name: Kantor Contoh}\n")
    code, out, told = recap("masuk/rekap.xlsx", *ASKED, *options("--counts", of_counts))
    assert (code, "Kantor Contoh" in out) == (0, True)
    assert told.splitlines()[0] == "Formulir rekap ditulis: masuk/rekap.xlsx"
    assert told.splitlines()[-1].startswith("Disimpan: hasil/III-2024/survey.json.")
    stored = json.loads((tmp_path / "hasil" / Q3 / "survey.json").read_bytes())
    assert stored["decisions"]["files"][0]["name"] == "masuk/rekap.xlsx"


def test_beside_answers_of_the_period_nothing_is_written(recap, tmp_path):
    (tmp_path / "masuk").mkdir()
    (tmp_path / "ipak.yaml").write_text("version: 1\n")
    assert run(["score", str(EXAMPLES / "ipak-ipkp-2024-tw3.xlsx"), "--quiet"]) == 0
    before = (tmp_path / "hasil" / Q3 / "survey.json").read_bytes()
    assert codes(recap, "masuk/rekap.xlsx", *ASKED, *options("--counts", of_counts)) == (1, ["G499"])
    assert [*(tmp_path / "masuk").iterdir()] == []
    assert (tmp_path / "hasil" / Q3 / "survey.json").read_bytes() == before


def test_a_recap_that_says_less_than_the_stored_one_is_held_until_that_is_put_aside(recap, tmp_path):
    (tmp_path / "masuk").mkdir()
    (tmp_path / "ipak.yaml").write_text("version: 1\n")
    assert recap("masuk/rekap.xlsx", *ASKED, *options("--counts", of_counts))[0] == 0
    stored = tmp_path / "hasil" / Q3 / "survey.json"
    before = stored.read_bytes()
    stars = ["--stars", "IPAK=0,2,8,195", "--stars", "IPKP=1,5,22,341"]
    code, out, _ = recap("masuk/jumlah.xlsx", *ASKED, *stars, "--json")
    (told,) = json.loads(out)["problems"]
    assert (code, told["code"]) == (1, "G478")
    lost = "cacah tiap jawaban per butir, jumlah nilai per butir dan rata-rata per butir"
    assert f"(rekap.xlsx) memuat {lost}, sedangkan rekap ini tidak" in told["message"]
    assert [each.name for each in (tmp_path / "masuk").iterdir()] == ["rekap.xlsx"]
    assert stored.read_bytes() == before
    (stored.parent / "lama").mkdir()  # what the advice says
    stored.rename(stored.parent / "lama" / "survey.json")
    (tmp_path / "masuk" / "rekap.xlsx").unlink()
    assert document(recap, "masuk/jumlah.xlsx", *ASKED, *stars)["items"][0]["counts"]["not_scored"]


@pytest.mark.parametrize(
    ("given", "lost"),
    [
        ((*ASKED[:2], "--stars", "IPAK=0,2,8,195"), "jumlah responden dan jumlah bintang IPKP"),
        ((*ASKED, "--stars", "IPAK=0,2,8,195", "--stars", "IPKP=1,5,22,341"), ""),
    ],
)
def test_a_recap_of_fewer_indices_or_without_respondents_says_less(recap, tmp_path, given, lost):
    (tmp_path / "ipak.yaml").write_text("version: 1\n")
    stars = ["--stars", "IPAK=0,2,8,195", "--stars", "IPKP=1,5,22,341"]
    assert recap("jumlah.xlsx", *ASKED, *stars)[0] == 0
    code, out, _ = recap("lagi.xlsx", *given, "--json")
    held = [each for each in json.loads(out)["problems"] if each["code"] == "G478"]
    assert (code, [f"memuat {lost}," in each["message"] for each in held]) == (
        (1, [True]) if lost else (0, [])
    )


def test_a_form_in_a_folder_that_is_not_there_is_refused_before_anything_is_asked(recap):
    assert codes(recap, "tidak/ada.xlsx") == (1, ["U941"])
    assert codes(recap, "rekap.xls") == (1, ["U943"])


@pytest.mark.slow
def test_at_a_terminal_a_period_of_answers_is_told_before_the_items_are_asked(tmp_path):
    (tmp_path / "ipak.yaml").write_text("version: 1\n")
    assert run(["score", str(EXAMPLES / "ipak-ipkp-2024-tw3.xlsx"), "--quiet"]) == 0
    shown, code = typed([Q3.encode() + b"\r", b"\x03"], "recap", "rekap.xlsx")
    assert "G499" in shown
    assert shown.count("Periode, misalnya IV-2024") == 2
    assert code == 130


def test_score_takes_the_respondents_of_a_recap(tmp_path, capsys):
    (tmp_path / "rekap.xlsx").write_bytes(example_form(respondents=False))
    assert run(["score", "rekap.xlsx", "--lenient", "--json"]) == 0
    assert "not_scored" in json.loads(capsys.readouterr().out)["respondents"]
    assert run(["score", "rekap.xlsx", "--responden", str(PEOPLE), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["respondents"] == PEOPLE
    assert run(["score", "rekap.xlsx", "--respondents", "0"]) == 2


def test_a_workpaper_starts_from_the_counts_of_a_recap(tmp_path):
    (tmp_path / "rekap.xlsx").write_bytes(example_form())
    assert run(["score", "rekap.xlsx", "--xlsx", "kk.xlsx", "--quiet"]) == 0
    sheets = openpyxl.load_workbook("kk.xlsx").sheetnames
    assert "Cek" in sheets
    assert not any("Jawaban" in name for name in sheets)


@pytest.mark.parametrize("lacking", ["counts", "respondents"])
def test_without_counts_or_respondents_there_is_no_workpaper_and_nothing_is_kept(tmp_path, capsys, lacking):
    (tmp_path / "ipak.yaml").write_text("version: 1\n")
    sums = filled(sums={code: sum_of(code) for code in COUNTS}, n=dict.fromkeys(COUNTS, PEOPLE))
    form = sums if lacking == "counts" else example_form(respondents=False)
    (tmp_path / "rekap.xlsx").write_bytes(form)
    assert run(["score", "rekap.xlsx", "--xlsx", "kk.xlsx", "--lenient"]) == 1
    assert "L588 kk.xlsx: " in capsys.readouterr().err
    assert {path.name for path in tmp_path.iterdir()} <= {"ipak.yaml", "rekap.xlsx", ".ipak"}


@pytest.mark.slow
def test_at_a_terminal_every_item_is_asked_and_a_wrong_answer_asked_again():
    figures = [of_counts(item.code).encode() + b"\r" for item in RUBRIC.items]
    keys = [b"tw3\r", Q3.encode() + b"\r", str(PEOPLE).encode() + b"\r", b"9\r", b"1\r", b"1,2\r"]
    shown, code = typed([*keys, *figures, b"\r"], "recap", "rekap.xlsx")
    assert code == 0, shown
    assert shown.count("Periode, misalnya IV-2024") == 2
    assert "U910" in shown
    assert "IPAK 3,94 · IPKP 3,91 · gabungan 3,92 · 41 responden" in shown


@pytest.mark.slow
def test_at_a_terminal_what_is_called_wrong_is_asked_again_and_nothing_else():
    figures = [of_counts(item.code).encode() + b"\r" for item in RUBRIC.items]
    figures[0] = b"0,0,0,41\r"
    mended = [b"i1\r", of_counts("I1").encode() + b"\r", b"bukan\r", b"periode\r", b"IV-2024\r", b"\r"]
    shown, code = typed([b"1\r", *figures, *mended], "recap", "rekap.xlsx", *ASKED)
    assert code == 0, shown
    assert "Triwulan IV 2024 (1 Oktober 2024" in shown
    assert "IPAK 3,94 · IPKP 3,91 · gabungan 3,92 · 41 responden" in shown


@pytest.mark.slow
def test_at_a_terminal_only_what_options_leave_open_is_asked(tmp_path):
    keys = [b"\r", str(sum_of("I1")).encode() + b"\r"] + [
        key for item in RUBRIC.items[1:] for key in (b"\r", str(sum_of(item.code)).encode() + b"\r")
    ]
    shown, code = typed([b"2\r", *keys, b"t\r"], "recap", "rekap.xlsx", *ASKED)
    assert "Periode, misalnya" not in shown
    assert f"Jumlah jawaban [{PEOPLE}]: " in shown
    assert (code, [*tmp_path.iterdir()]) == (130, [])


@pytest.mark.slow
def test_at_a_terminal_the_number_of_answers_of_given_sums_is_asked():
    keys = [b"\r"] * len(RUBRIC.items)
    shown, code = typed([*keys, b"\r"], "recap", "rekap.xlsx", *ASKED, *options("--sum", sum_of))
    assert code == 0, shown
    assert shown.count("Jumlah jawaban [41]: ") == len(RUBRIC.items)
    assert "Jumlah nilai:" not in shown
    assert "IPAK 3,94 · IPKP 3,91 · gabungan 3,92 · 41 responden" in shown


@pytest.mark.slow
def test_at_a_terminal_numbers_alone_ask_for_sums_or_means():
    figures = [str(sum_of(item.code)).encode() + b"\r" for item in RUBRIC.items]
    shown, code = typed([b"1\r", b"2\r", *figures, b"\r"], "recap", "rekap.xlsx", *ASKED, "--n", "41")
    assert code == 0, shown
    assert "--n dan --counts tidak dapat dipakai bersama" in shown
    assert "IPAK 3,94 · IPKP 3,91 · gabungan 3,92 · 41 responden" in shown


@pytest.mark.slow
def test_at_a_terminal_stars_of_one_index_are_enough():
    keys = [b"4\r", b"\r", b"1,5,22,341\r", b"\r"]
    shown, code = typed(keys, "recap", "rekap.xlsx", *ASKED)
    assert code == 0, shown
    assert "Enter: tidak ada" in shown


@pytest.mark.slow
def test_at_a_terminal_what_is_missing_is_asked_about_and_nothing_has_to_be_typed_twice():
    keys = [b"4\r", b"\r", b"1,5,22,241\r", b"\r", b"\r", b"ipkp\r", b"1,5,22,340\r", b"\r", b"y\r"]
    shown, code = typed(keys, "recap", "rekap.xlsx", *ASKED)
    assert code == 0, shown
    assert "GALAT K258" in shown
    assert shown.count("memang tidak dijawab (--lenient)?") == 2
    assert "1 jawaban dari 41 responden tidak diberikan" in " ".join(shown.split())
