"""Compares the values that formulas remember with what LibreOffice calculates.

    recalculated.py < for each workbook a line: as it was, tab, as we edited it

LibreOffice calculates both anew. Prints "wrong", workbook, sheet!cell, what we say, what LibreOffice says for
each formula of the edited workbook whose value is another; one that had the same value before, and about
which LibreOffice sees no change either, is none of our doing. Prints "judged", workbook, formulas with a
value for each workbook, and "failed", workbook for one that LibreOffice does not open.
"""
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
import zipfile

ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>"""


def local(tag):
    return tag.rsplit("}", 1)[-1]


def texts(element):
    return "".join(t.text or "" for t in element.iter() if local(t.tag) == "t")


def cells_of(path):
    """By sheet and address: (type, value, whether a formula's) of each cell with a value."""
    found = {}
    with zipfile.ZipFile(path) as archive:
        names = {name.lower().replace("\\", "/"): name for name in archive.namelist()}

        def part(name):
            return tree.fromstring(archive.read(names[name.lower()]))
        root = next(r.get("Target").lstrip("/") for r in part("_rels/.rels") if r.get("Type").endswith("/officeDocument"))
        folder, name = os.path.split(root)
        targets = {}
        strings = []
        for one in part(folder + "/_rels/" + name + ".rels" if folder else "_rels/" + name + ".rels"):
            target = one.get("Target")
            target = target.lstrip("/") if target.startswith("/") else os.path.normpath(os.path.join(folder, target))
            targets[one.get("Id")] = target
            if one.get("Type").endswith("/sharedStrings") and target.lower() in names:
                strings = [texts(item) for item in part(target) if local(item.tag) == "si"]
        for sheet in (e for e in part(root).iter() if local(e.tag) == "sheet"):
            ident = next(v for k, v in sheet.attrib.items() if local(k) == "id")
            if targets.get(ident, "").lower() not in names or "worksheets" not in targets[ident]:
                continue
            row = 0
            for element in part(targets[ident]).iter():
                if local(element.tag) == "row":
                    row, column = int(element.get("r", row + 1)), 0
                if local(element.tag) != "c":
                    continue
                kind, value, formula = element.get("t", "n"), None, False
                for child in element:
                    if local(child.tag) == "v":
                        value = child.text or ""
                    elif local(child.tag) == "is":
                        value = texts(child)
                    formula = formula or local(child.tag) == "f"
                if value is None or element.get("r") is None:
                    continue
                if kind == "s":
                    value = strings[int(value)]
                kind = {"s": "str", "inlineStr": "str"}.get(kind, kind)
                found[sheet.get("name"), element.get("r")] = (kind, value, formula)
    return found


def looks_at_the_clock(path):
    """Formulas that show another value at every calculation: what we left alone cannot be judged then."""
    with zipfile.ZipFile(path) as archive:
        return any(re.search(rb"\b(NOW|TODAY|RAND|RANDBETWEEN)\(", archive.read(name))
                   for name in archive.namelist() if "worksheets/" in name)


def same(ours, theirs):
    if ours is None or theirs is None:  # a text without letters may be written as no value
        one = ours or theirs
        return one is None or one[:2] == ("str", "")
    if ours[0] in "nb" and theirs[0] in "nb":  # to LibreOffice a truth is a number with a format
        a, b = float(ours[1] or 0), float(theirs[1] or 0)
        return abs(a - b) <= 1e-11 * max(abs(a), abs(b))
    a, b = (one[1].replace("_x000D_", "").replace("\r", "") for one in (ours, theirs))  # ends of lines differ
    return ours[0] == theirs[0] and a == b


def recalculated(profile, folder, given):
    """One process for many; a workbook that ends it gets one of its own afterwards."""
    out = os.path.join(folder, "out")

    def target(path):
        return os.path.join(out, os.path.splitext(os.path.basename(path))[0] + ".xlsx")
    for batch in (given, *([path] for path in given)):
        batch = [path for path in batch if not os.path.exists(target(path))]
        if not batch:
            continue
        command = ["soffice", "-env:UserInstallation=file://" + profile, "--headless", "--norestore",
                   "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out] + batch
        try:
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300 if len(batch) > 1 else 20)
        except FileNotFoundError:
            sys.exit(77)
        except subprocess.TimeoutExpired:
            pass
    return [target(path) if os.path.exists(target(path)) else None for path in given]


sys.stdout.reconfigure(encoding="utf-8", errors="surrogatepass")
pairs = [line.rstrip("\n").split("\t") for line in sys.stdin]
with tempfile.TemporaryDirectory() as profile, tempfile.TemporaryDirectory() as was, tempfile.TemporaryDirectory() as now:
    os.makedirs(profile + "/user")
    with open(profile + "/user/registrymodifications.xcu", "w") as settings:
        settings.write(ALWAYS)
    before = recalculated(profile, was, [pair[0] for pair in pairs])
    after = recalculated(profile, now, [pair[1] for pair in pairs])
    for (original, edited), then, there in zip(pairs, before, after):
        if not then or not there:
            print("failed", edited, sep="\t")
            continue
        was_cells, our_cells = cells_of(original), cells_of(edited)
        then_cells, there_cells = cells_of(then), cells_of(there)
        changing = looks_at_the_clock(edited)
        formulas = [at for at, cell in our_cells.items() if cell[2]]
        for at in formulas:
            ours, theirs = our_cells[at], there_cells.get(at)
            if same(ours, theirs):
                continue
            if was_cells.get(at) == ours and (changing or same(then_cells.get(at), theirs)):
                continue
            print("wrong", edited, "!".join(at), *(repr(cell and cell[:2]) for cell in (ours, theirs)), sep="\t")
        print("judged", edited, len(formulas), sep="\t")
