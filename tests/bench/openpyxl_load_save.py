"""Loads and saves each workbook named, and does nothing else: the least that a script could do."""
import io
import sys

import openpyxl

for name in sys.argv[1:]:
    openpyxl.load_workbook(name, keep_vba=name.endswith(".xlsm")).save(io.BytesIO())
