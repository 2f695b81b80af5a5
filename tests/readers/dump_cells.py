"""Prints what openpyxl reads in workbooks, for comparison with ours.

    dump_cells.py < list of paths, one a line

A line per file ("file", path), then one per cell with a value ("cell", sheet, address, kind, value), tabs
between. Kinds are number, date (a number shown as a date or time), text, boolean and error; numbers have 15
significant digits; texts have \\n, \\r, \\t and \\\\ for what would break the line. A file that openpyxl cannot read
gives "failed", reason.
"""
import datetime
import re
import sys
import warnings
import zipfile

try:
    import openpyxl
except ImportError:
    sys.exit(77)
import openpyxl.reader.excel
import openpyxl.worksheet._reader as sheet_reader
from openpyxl.cell.text import Text
from openpyxl.utils.datetime import to_excel
from openpyxl.xml.constants import SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse

warnings.simplefilter("ignore")
sys.stdout.reconfigure(encoding="utf-8", errors="surrogatepass")


def read_string_table(source):
    return [Text.from_tree(node).content for _, node in iterparse(source) if node.tag == "{%s}si" % SHEET_MAIN_NS]


# What openpyxl makes of a file beyond its cells is undone: dates from numbers, "_x005F_" taken out of texts,
# cells emptied by a merge, cells filled by a hyperlink.
sheet_reader.from_excel = lambda value, *rest, **more: value
sheet_reader.WorksheetReader.bind_merged_cells = lambda self: None
sheet_reader.WorksheetReader.bind_hyperlinks = lambda self: None
openpyxl.reader.excel.read_string_table = read_string_table


def escaped_characters(text):
    """openpyxl leaves _x000D_ and the like as they are."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found.group(1), 16)), text)


def one_line(text):
    for character, written in (("\\", "\\\\"), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")):
        text = text.replace(character, written)
    return text


def shows_date(cell):
    """openpyxl overlooks formats of one letter."""
    return cell.is_date or cell.number_format in ("d", "h", "m", "s", "y")


def is_strict(path):
    """openpyxl opens strict workbooks and finds nothing in them."""
    with zipfile.ZipFile(path) as archive:
        return any(
            b"purl.oclc.org" in archive.read(name)[:4096]
            for name in archive.namelist()
            if name.replace("\\", "/").lower() == "xl/workbook.xml"
        )


def kind_and_value(cell, epoch):
    value = cell.value
    if cell.data_type == "b" or isinstance(value, bool):
        return "boolean", "1" if value else "0"
    if cell.data_type == "e":
        return "error", value
    if isinstance(value, (datetime.datetime, datetime.date)):
        return "date", "%.15g" % to_excel(value, epoch)
    if isinstance(value, (int, float)):
        return "date" if shows_date(cell) else "number", "%.15g" % value
    return "text", one_line(escaped_characters(str(value)))


def dump(path):
    if is_strict(path):
        raise ValueError("a strict workbook")
    book = openpyxl.load_workbook(path, data_only=True)
    for sheet in book.worksheets:
        # Only the cells that there are: iter_rows() fills whole rectangles.
        for cell in sheet._cells.values():
            if cell.value is None or cell.value == "":
                continue
            kind, value = kind_and_value(cell, book.epoch)
            print("cell", sheet.title, cell.coordinate, kind, value, sep="\t")


for line in sys.stdin:
    name = line.rstrip("\n")
    print("file", name, sep="\t")
    try:
        dump(name)
    except Exception as fault:  # whatever openpyxl stumbles over
        print("failed", repr(fault), sep="\t")
