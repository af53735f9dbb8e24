"""Forms of follow-up in ``masuk/``: read into ``ipak.yaml`` before all else, and no input of a result."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ipak_cli.base.archive import has_sheets
from ipak_cli.base.problem import Problem, ProblemsFoundError, has_errors, problem
from ipak_cli.catalogue.drive import INTERNAL_ERROR, STEP_DIED, STEP_TOO_LONG
from ipak_cli.catalogue.follow_up import FORM_TAKEN
from ipak_cli.forms.follow_up_names import SHEET
from ipak_cli.forms.form_record import RECORD_SHEET
from ipak_cli.run.apart import Ended, do_apart
from ipak_cli.run.due import NEW
from ipak_cli.run.values import FORM, Outcome, RunStep, SeenFile
from ipak_cli.workspace.inbox import where_of

if TYPE_CHECKING:
    from ipak_cli.jobs.settings import SettingsPlan
    from ipak_cli.run.due import RunContext
    from ipak_cli.run.values import Memory, RunOptions
    from ipak_cli.workspace.inbox import Arrived, Inbox


@dataclass(slots=True)
class FormsTaken:
    """What became of the forms: ``inbox`` is without them, ``memory`` knows those that need nothing more.

    ``changed`` tells that ``ipak.yaml`` is another now.
    """

    inbox: Inbox
    memory: Memory
    steps: list[RunStep] = field(default_factory=list)
    faults: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    changed: bool = False


def take_forms(inbox: Inbox, memory: Memory, context: RunContext, options: RunOptions) -> FormsTaken:
    """Read the forms that are new or changed; one that fails never stops the others, nor the inputs."""
    forms = [each for each in inbox.ready if _is_form(each, memory)]
    names = {each.name for each in forms}
    kept = {} if inbox.whole else dict(memory.forms)
    inputs = tuple(each for each in inbox.ready if each.name not in names)
    taken = FormsTaken(replace(inbox, ready=inputs), memory)
    for each in forms:
        known = memory.forms.get(each.name)
        if (known and known.sha256 == each.sha256) or _take(each, context, options, taken, again=bool(known)):
            look = each.look
            kept[each.name] = SeenFile(
                size=look.size, written=look.written, changed=look.changed, sha256=each.sha256
            )
    taken.memory = memory.model_copy(update={"forms": dict(sorted(kept.items()))})
    return taken


def _is_form(arrived: Arrived, memory: Memory) -> bool:
    """Tell a form by its two sheets; what an earlier run knew as one is not opened."""
    known = memory.forms.get(arrived.name)
    if known is not None and known.sha256 == arrived.sha256:
        return True
    return arrived.content is not None and has_sheets(arrived.content, SHEET, RECORD_SHEET)


def _take(
    arrived: Arrived, context: RunContext, options: RunOptions, taken: FormsTaken, *, again: bool
) -> bool:
    """Read a form into the settings, note how that went, and tell whether it is done."""
    from ipak_cli.jobs.settings import keep_settings  # noqa: PLC0415 (no form: nothing of forms)

    options.watcher.steps(1)
    options.watcher.step(arrived.name)
    plan, problems = _plan(arrived, context, options)
    if plan is not None and not options.dry:
        options.before_write()
        try:
            keep_settings(context.workspace, plan)
            taken.changed = taken.changed or plan.after != plan.before
            problems = (*problems, *_told(plan, arrived))
        except ProblemsFoundError as found:
            problems = (*problems, *found.problems)
    failed = has_errors(problems)
    if failed:
        taken.faults[arrived.name] = problems
    else:
        taken.problems += problems
    outcome = Outcome.FAILED if failed else Outcome.PLANNED if options.dry else Outcome.DONE
    period = plan.period if plan else None
    taken.steps.append(RunStep(FORM, arrived.name, period, ("input",) if again else (NEW,), outcome))
    return outcome is Outcome.DONE


def _told(plan: SettingsPlan, arrived: Arrived) -> tuple[Problem, ...]:
    labels = tuple(change.label for change in plan.changes)
    return (problem(FORM_TAKEN, where_of(arrived.name), period=plan.period, labels=labels),) if labels else ()


def _plan(
    arrived: Arrived, context: RunContext, options: RunOptions
) -> tuple[SettingsPlan | None, tuple[Problem, ...]]:
    """Read a form, in a process of its own where the options say so: what it changes, if it is sound."""
    if not options.apart:
        return _read(arrived, context)
    minutes = context.opened.config.run.deadline
    found = do_apart(lambda: _read(arrived, context), minutes * 60)
    match found:
        case Ended.TOO_LONG:
            return None, (problem(STEP_TOO_LONG, where_of(arrived.name), minutes=minutes),)
        case Ended.DIED:
            return None, (problem(STEP_DIED, where_of(arrived.name)),)
        case _:
            return found


def _read(arrived: Arrived, context: RunContext) -> tuple[SettingsPlan | None, tuple[Problem, ...]]:
    from ipak_cli.jobs.settings import plan_settings, read_settings  # noqa: PLC0415 (as above)

    try:
        before = read_settings(context.workspace)
        plan = plan_settings(before, arrived.path, context.workspace, content=arrived.content)
    except ProblemsFoundError as found:
        return None, found.problems
    except Exception as bug:  # noqa: BLE001 (one form must not keep the inputs from being done)
        return None, (problem(INTERNAL_ERROR, where_of(arrived.name), kind=type(bug).__name__),)
    return None if has_errors(plan.problems) else plan, plan.problems
