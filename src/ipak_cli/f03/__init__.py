"""F-03, the service users' survey of PEKPPP: from columns of cells to answers and their mean."""
