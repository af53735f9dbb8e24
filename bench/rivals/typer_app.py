"""A minimal Typer app."""

import typer

app = typer.Typer()


@app.command()
def main(name: str) -> None:
    """Say hello."""
    typer.echo(name)


app()
