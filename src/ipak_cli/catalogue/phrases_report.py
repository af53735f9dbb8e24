"""Reasons, findings and parts of sentences that the room ``report`` tells."""

from __future__ import annotations
