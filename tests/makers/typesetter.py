"""What the process does that typesets for the tests."""

import typst


def typeset_here(files, options):
    """Return what the typesetter makes, or its refusal."""
    try:
        return typst.compile(files, **options)
    except typst.TypstError as refusal:
        return refusal
