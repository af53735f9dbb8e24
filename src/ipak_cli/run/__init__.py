"""The unattended run of a workspace: what came in, what is due, what was done, what the status says."""
