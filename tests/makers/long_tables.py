"""Tables of one answer a row, made of tables of one response a row."""

ID, QUESTION, ANSWER = "ID Responden", "Pertanyaan", "Jawaban"


def melted(rows, asked, *, shuffled=False, blanks=True):
    """Return the long form of rows with a header; ``asked`` are the places of the columns that become rows.

    The others stand in every row of a respondent. ``shuffled`` rows are in no order; without ``blanks``, what
    was not answered has no row.
    """
    head, *body = rows
    kept = [place for place in range(len(head)) if place not in asked]
    long = [
        [f"R{number:03}", *(row[place] for place in kept), head[question], row[question]]
        for number, row in enumerate(body, 1)
        for question in asked
        if blanks or row[question] not in (None, "")
    ]
    if shuffled:
        order = sorted(range(len(long)), key=lambda place: place * 7919 % 10007)
        long = [long[place] for place in order]
    return [[ID, *(head[place] for place in kept), QUESTION, ANSWER], *long]
