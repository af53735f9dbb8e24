"""One function a command: wires edges and core, writes files, prints nothing."""
