"""Where exports are scored: in processes of this machine, or on a cluster that is there already."""
