"""Reasons, findings and parts of sentences that the room ``pekppp`` tells."""

from __future__ import annotations
