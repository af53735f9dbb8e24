"""Reasons, findings and parts of sentences that the room ``tables`` tells."""

from __future__ import annotations
