"""F-03, the service users' survey of PEKPPP: its questions found, its answers read as a survey's."""
