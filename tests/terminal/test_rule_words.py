from __future__ import annotations

import pytest
from pydantic import TypeAdapter

from ipak_cli.rubric.rules import Rule
from ipak_cli.terminal.pekppp_rubric import ids, rule_words

SHARES = [{"level": 5, "minimum": 100}, {"level": 4, "minimum": "0.5", "inclusive": False, "doubtful": True}]


@pytest.mark.parametrize(
    ("rule", "lines"),
    [
        (
            {
                "rule": "count", "base": "F15-01", "of": ["F15-02", "F15-03", "F15-04"],
                "thresholds": [1, 2, 3, 4, 5],
            },
            [
                ("", "bila F15-01 terpenuhi, banyaknya yang terpenuhi dari F15-02 sampai F15-04"),
                *((str(level), f"paling sedikit {level} yang terpenuhi") for level in range(1, 6)),
            ],
        ),
        (
            {"rule": "mandatory_plus_count", "mandatory": ["F16-01", "F16-02"], "of": ["F16-03"]},
            [
                ("1", "semua yang wajib terpenuhi: F16-01, F16-02"),
                ("+1", "untuk setiap pelengkap, sampai tingkat 5: F16-03"),
            ],
        ),
        (
            {"rule": "base_plus_count", "base": "F30-01", "base_levels": [0, 1, 2], "of": ["F30-02"]},
            [
                ("", "F30-01 memberi tingkat 0, 1, 2 menurut jawabannya, dari yang terburuk"),
                ("+1", "bila F30-01 terpenuhi penuh, untuk setiap unsur lain: F30-02"),
            ],
        ),
        (
            {"rule": "ladder", "steps": [{"all": ["F05-01"], "doubtful": True}, *[{"all": ["F05-02"]}] * 4]},
            [
                ("", "tangga: setiap tingkat juga memerlukan semua tingkat di bawahnya"),
                ("1", "F05-01 (meragukan)"),
                *((str(level), "F05-02") for level in range(2, 6)),
            ],
        ),
        (
            {"rule": "coverage", "intervals": [{"fact": "F04-01", "all": 5, "part": 4}]},
            [
                ("", "tingkat tertinggi yang terpenuhi"),
                ("5", "F04-01 untuk semua layanan"),
                ("4", "F04-01 untuk sebagian layanan"),
            ],
        ),
        (
            {
                "rule": "elapsed", "start": "F09-01", "end": "F09-02", "planned": "F09-03", "done": "F09-04",
                "months": [1, 3, 6, 9, 12],
            },
            [
                ("", "lama waktu dari F09-01 sampai F09-02, bila F09-04 sebanyak F09-03"),
                ("5", "paling lama 1 bulan"),
                ("4", "paling lama 3 bulan"),
                ("3", "paling lama 6 bulan"),
                ("2", "paling lama 9 bulan"),
                ("1", "paling lama 12 bulan"),
                ("1", "lebih lama dari itu, atau baru sebagian yang dikerjakan"),
            ],
        ),
        (
            {
                "rule": "ratio", "base": "F08-01", "planned": "F08-02", "done": "F08-03", "report": "F08-04",
                "plan_level": 1, "shares": SHARES,
            },
            [
                ("", "F08-03 dibagi F08-02, bila F08-01 dan F08-04 terpenuhi"),
                ("5", "mulai 100 %"),
                ("4", "di atas 0,5 % (tepat di batas ini meragukan)"),
                ("1", "F08-01 terpenuhi, selebihnya belum"),
            ],
        ),
        (
            {
                "rule": "two_channel_ratio",
                "main": {"received": "F28-01", "settled": "F28-02", "shares": SHARES[:1]},
                "other": {"received": "F28-03", "settled": "F28-04", "shares": SHARES[1:]},
            },
            [
                ("", "saluran utama, bila dipakai: F28-02 dibagi F28-01"),
                ("5", "mulai 100 %"),
                ("", "saluran lain: F28-04 dibagi F28-03"),
                ("4", "di atas 0,5 % (tepat di batas ini meragukan)"),
                ("0", "belum satu pun selesai pada kedua saluran"),
            ],
        ),
        (
            {
                "rule": "key_criterion", "base": "F13-01", "key": "F13-02", "of": ["F13-03"],
                "without": [1, 3], "with_key": [1, 3, 5], "listed": [5, 6],
            },
            [
                ("", "bila F13-01 terpenuhi, banyaknya kriteria dari F13-02, F13-03"),
                ("1", "paling sedikit 1 kriteria, tanpa F13-02"),
                ("2", "paling sedikit 3 kriteria, tanpa F13-02"),
                ("3", "paling sedikit 1 kriteria, termasuk F13-02"),
                ("4", "paling sedikit 3 kriteria, termasuk F13-02"),
                ("5", "paling sedikit 5 kriteria, termasuk F13-02"),
            ],
        ),
        (
            {
                "rule": "choice",
                "cases": [
                    {
                        "level": 5, "doubtful": True,
                        "when": [
                            {"fact": "F29-01", "answers": ["tepat 1 tahun", "lebih lama"]},
                            {"fact": "F29-02", "answers": ["ya"]},
                        ],
                    },
                ],
            },
            [
                ("", "keadaan pertama yang cocok; bila tidak ada, tingkat 0"),
                ("5", "F29-01 tepat 1 tahun atau lebih lama; F29-02 ya (meragukan)"),
            ],
        ),
        (
            {
                "rule": "media", "media": ["F03-01", "F03-02"], "required": "F03-07", "without": 2,
                "with_required": [2, 3, 4],
            },
            [
                ("", "banyaknya media yang terpenuhi dari F03-01, F03-02"),
                ("1", "ada yang sudah dimuat, tetapi belum memenuhi tingkat 2"),
                ("2", "paling sedikit 2 media"),
                ("3", "paling sedikit 2 media, dan F03-07 terpenuhi"),
                ("4", "paling sedikit 3 media, dan F03-07 terpenuhi"),
                ("5", "paling sedikit 4 media, dan F03-07 terpenuhi"),
            ],
        ),
    ],
    ids=lambda value: value["rule"] if isinstance(value, dict) else "",
)  # fmt: skip
def test_a_rule_is_said_in_words_with_the_level_before_each_line(rule, lines):
    assert list(rule_words(TypeAdapter(Rule).validate_python(rule))) == lines


def test_neighbours_are_named_by_their_ends():
    assert ids(["F01-01"]) == "F01-01"
    assert ids(["F01-01", "F01-02"]) == "F01-01, F01-02"
    assert ids(["F01-01", "F01-03", "F01-04", "F01-05", "F01-09"]) == "F01-01, F01-03 sampai F01-05, F01-09"
