"""What is not said of a form yet, told in one pass where nobody can be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.rubric.word_orders import order_text
from ipak_cli.survey.form.questions import UNKNOWN, next_question
from ipak_cli.survey.form.said import Topic, span_text
from ipak_cli.tables.cell import column_letters

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipak_cli.survey.form.columns import Form
    from ipak_cli.survey.form.questions import Known, Question
    from ipak_cli.survey.form.said import Said


def needed(
    form: Form, said: Said, known: Known, chosen: Callable[[Question], str | None]
) -> tuple[tuple[Question, ...], Said]:
    """Return the questions that nobody answered and that need an answer, and what is said with proposals.

    ``chosen`` returns the answer that may be taken without being asked, if any.
    """
    left: list[Question] = []
    going = said
    while (question := _after(form, said, going, known)) is not None:
        answer = chosen(question)
        if answer is None:
            left.append(question)
            answer = _stand_in(question)
        said = said.saying(question.topic, UNKNOWN if answer is None else answer)
        assumed = _assumed(question, answer)
        if assumed is None:
            break
        going = going.saying(question.topic, assumed)
    return tuple(left), said


def _after(form: Form, said: Said, going: Said, known: Known) -> Question | None:
    """Return the next question; columns that are only assumed may not go together, and then there is none."""
    try:
        return next_question(form, going, known)
    except ProblemsFoundError:
        if going == said:
            raise
        return None


def _assumed(question: Question, answer: str | None) -> str | None:
    """Return an answer to go on with: columns that nobody knows yet are taken from those that may be meant.

    Their words are asked about in the same pass so, while what is shown to be copied has ``?`` for them. An
    order that nobody knows yet is taken as the words stand, for the questions that follow alone.
    """
    if question.topic is Topic.ORDER and answer is None:
        return question.choices[0] if question.choices else order_text([(word,) for word in question.words])
    if question.topic is not Topic.ITEMS or (answer is not None and UNKNOWN not in answer.split(", ")):
        return answer
    if question.rubric is None:
        return ", ".join(span_text([column.number for column in question.columns])) or None
    taken = {letters for pair in question.pairs for letters in pair.split("+")}
    free = [each.letters for each in question.columns if each.letters not in taken]
    if len(free) < question.pairs.count(UNKNOWN):
        return None
    return ", ".join(free.pop(0) if pair == UNKNOWN else pair for pair in question.pairs)


def _stand_in(question: Question) -> str | None:
    """Return an answer to go on with, so that all questions are told in one pass; it is to be corrected.

    An order that only people know is never put into words: copied, it would give a wrong figure in silence.
    """
    match question.topic:
        case Topic.ORDER:
            return None
        case _ if question.proposal is not None:
            return question.proposal
        case Topic.TIME:
            return column_letters(question.columns[0].number)
        case Topic.SCALE:
            return "1-5"
        case _:
            return None
