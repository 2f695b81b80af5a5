"""Prints the notes that openpyxl reads in workbooks, and whether it reads them at all.

    dump_notes.py < list of paths, one a line

A line per file ("file", path), then one per note ("note", sheet, address, text) and one per sheet ("sheet", name,
how many conditional formats it has), tabs between; texts have \\n, \\t and \\\\ for what would break the line. A file
that openpyxl cannot read gives "failed", reason.
"""
import sys
import warnings

try:
    import openpyxl
except ImportError:
    sys.exit(77)

warnings.simplefilter("ignore")
sys.stdout.reconfigure(encoding="utf-8", errors="surrogatepass")


def one_line(text):
    for character, written in (("\\", "\\\\"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n"), ("\t", "\\t")):
        text = text.replace(character, written)
    return text


def dump(path):
    book = openpyxl.load_workbook(path, keep_vba=path.endswith("m"))
    for sheet in book.worksheets:
        print("sheet", sheet.title, len(list(sheet.conditional_formatting)), sep="\t")
        for cell in sheet._cells.values():
            if cell.comment is not None:
                print("note", sheet.title, cell.coordinate, one_line(cell.comment.text), sep="\t")


for line in sys.stdin:
    name = line.rstrip("\n")
    print("file", name, sep="\t")
    try:
        dump(name)
    except Exception as fault:  # whatever openpyxl stumbles over
        print("failed", repr(fault), sep="\t")
