"""Many units: their stored results, or their exports, put together without losing or doubling one."""
