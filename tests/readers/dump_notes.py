"""Prints the notes, texts and conditional formats that openpyxl reads in workbooks, and whether it reads them at all.

    dump_notes.py < list of paths, one a line

A line per file ("file", path), then one per sheet ("sheet", name), per note ("note", sheet, address, text), per cell
with a text ("text", sheet, address, text) and per conditional format with a formula ("format", sheet, range,
formula), tabs between; texts have \\n, \\t and \\\\ for what would break the line. A file that openpyxl cannot read
gives "failed", reason.
"""
import sys
import warnings
import zipfile

try:
    import openpyxl
except ImportError:
    sys.exit(77)

warnings.simplefilter("ignore")
LARGEST_PART = 100_000_000
sys.stdout.reconfigure(encoding="utf-8", errors="surrogatepass")


def one_line(text):
    for character, written in (("\\", "\\\\"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n"), ("\t", "\\t")):
        text = text.replace(character, written)
    return text


def dump(path):
    with zipfile.ZipFile(path) as archive:
        if max(entry.file_size for entry in archive.infolist()) > LARGEST_PART:
            raise ValueError("a part too large for openpyxl's memory")
    book = openpyxl.load_workbook(path, keep_vba=path.endswith("m"))
    for sheet in book.worksheets:
        print("sheet", sheet.title, sep="\t")
        for formatting in sheet.conditional_formatting:
            for rule in formatting.rules:
                for formula in rule.formula:
                    print("format", sheet.title, formatting.sqref, one_line(formula), sep="\t")
        for cell in sheet._cells.values():
            if cell.data_type == "s":
                print("text", sheet.title, cell.coordinate, one_line(str(cell.value)), sep="\t")
            if cell.comment is not None:
                print("note", sheet.title, cell.coordinate, one_line(cell.comment.text), sep="\t")


for line in sys.stdin:
    name = line.rstrip("\n")
    print("file", name, sep="\t")
    try:
        dump(name)
    except Exception as fault:  # whatever openpyxl stumbles over
        print("failed", one_line(repr(fault)), sep="\t")
