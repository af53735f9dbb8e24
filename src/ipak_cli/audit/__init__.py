"""Finished reports read again, and what arithmetic can prove of the figures that they claim."""
