"""Reasons, findings and parts of sentences that the room ``workspace`` tells."""

from __future__ import annotations
