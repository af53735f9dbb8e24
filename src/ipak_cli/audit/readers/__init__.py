"""Reports of each kind of file, read into parts."""
