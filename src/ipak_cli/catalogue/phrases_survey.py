"""Reasons, findings and parts of sentences that the room ``survey`` tells."""

from __future__ import annotations
