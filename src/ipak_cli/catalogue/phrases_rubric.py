"""Reasons, findings and parts of sentences that the room ``rubric`` tells."""

from __future__ import annotations
