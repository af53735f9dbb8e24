"""Stored result documents."""

import json

from ipak_cli.period import Quarter
from ipak_cli.workspace.store import store_survey, stored_item_tables

THIRD = Quarter(2024, 3)


def document(*counts):
    return json.dumps(
        {"items": [{"code": f"I{n}", "counts": {"4": count}} for n, count in enumerate(counts)]}
    )


def test_a_document_is_stored_by_its_quarter_and_a_superseded_one_is_kept(tmp_path):
    target = store_survey(tmp_path, THIRD, document(1))
    store_survey(tmp_path, THIRD, document(2))
    store_survey(tmp_path, THIRD, document(2))

    assert target == tmp_path / "hasil" / "III-2024" / "survey.json"
    assert target.read_text(encoding="utf-8") == document(2)
    assert [kept.read_text(encoding="utf-8") for kept in (target.parent / "lama").iterdir()] == [document(1)]


def test_the_item_tables_of_all_quarters_are_found_and_rubbish_is_passed_over(tmp_path):
    store_survey(tmp_path, THIRD, document(1, 2))
    for name, text in {"IV-2024": "{}", "lain": document(1), "I-2024": "rusak", "II-2024": "[]"}.items():
        folder = tmp_path / "hasil" / name
        folder.mkdir()
        (folder / "survey.json").write_text(text, encoding="utf-8")

    assert list(stored_item_tables(tmp_path)) == [(THIRD, (("I0", (("4", 1),)), ("I1", (("4", 2),))))]
