"""Prints what Gnumeric reads in workbooks, as dump_notes.py does for openpyxl, and what it complains of.

    dump_gnumeric.py < input, tab, output on each line

Besides the lines of dump_notes.py for each output there is one for each complaint ("complaint", words) that Gnumeric
did not have of the input. Complaints are compared as a set, without file, cell, process, numbers and time. What it
says of its own state does not count (leaks; boxes of notes, which it draws from the notes themselves).
"""
import gzip
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

sys.stdout.reconfigure(encoding="utf-8", errors="surrogatepass")
GNM = "{http://www.gnumeric.org/v10.dtd}"
TEXT = "60"


def converted(path, target):
    """What ssconvert says while it writes `target`, without the words that name this file."""
    if os.path.exists(target):
        os.remove(target)
    try:
        done = subprocess.run(["ssconvert", path, target], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=300)
    except FileNotFoundError:
        sys.exit(77)
    except subprocess.TimeoutExpired:
        return {"it does not come to an end"}
    text = done.stderr.decode("utf-8", "replace").replace(path, "").replace(os.path.basename(path), "")
    found = set()
    for line in text.splitlines():
        words = re.sub(r"^.*\*\*: [0-9:.]+: |^[^:]*: |partial ", "", line).strip()
        if words and words != "Unhandled object of type Note" and not words.startswith("Leaking "):
            found.add(re.sub("[0-9]+", "N", words))
    if done.returncode != 0 or not os.path.exists(target):
        found.add("it cannot be read")
    return found


def one_line(text):
    return text.replace("\\", "\\\\").replace("\r", "").replace("\n", "\\n").replace("\t", "\\t")


def address(column, row):
    letters = ""
    column = int(column) + 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters + str(int(row) + 1)


def dump(path):
    """What stands where, from Gnumeric's own format."""
    sheet = ""
    for event, node in tree.iterparse(gzip.open(path), ("start", "end")):
        if event == "start":
            if node.tag == GNM + "Sheet":
                sheet = None
            continue
        if node.tag == GNM + "Name" and sheet is None:
            sheet = node.text
            print("sheet", sheet, sep="\t")
        elif node.tag == GNM + "CellComment":
            print("note", sheet, node.get("ObjectBound"), one_line(node.get("Text") or ""), sep="\t")
        elif node.tag == GNM + "Cell":
            if node.get("ValueType") == TEXT:
                print("text", sheet, address(node.get("Col"), node.get("Row")), one_line(node.text or ""), sep="\t")
            node.clear()
        elif node.tag == GNM + "StyleRegion":
            area = ":".join(address(node.get(side + "Col"), node.get(side + "Row")) for side in ("start", "end"))
            for formula in node.iter(GNM + "Expression0"):
                print("format", sheet, area, one_line(formula.text or ""), sep="\t")
            node.clear()


with tempfile.TemporaryDirectory() as folder:
    target = os.path.join(folder, "out.gnumeric")
    for line in sys.stdin:
        before, after = line.rstrip("\n").split("\t")
        print("file", after, sep="\t")
        complaints = converted(after, target)
        if os.path.exists(target):
            dump(target)
        else:
            print("failed", "nothing was saved", sep="\t")
        if complaints:
            complaints -= converted(before, target)
        for complaint in sorted(complaints):
            print("complaint", complaint, sep="\t")
