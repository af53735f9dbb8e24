"""A minimal Typer app whose help is plain text, as that of ipak: Rich is not imported."""

import typer

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command()
def main(name: str) -> None:
    """Say hello."""
    typer.echo(name)


app()
