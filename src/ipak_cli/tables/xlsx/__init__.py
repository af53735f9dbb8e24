"""Excel workbooks (.xlsx, .xlsm): the fast half, the strict cell-by-cell half, the parts of the package."""
