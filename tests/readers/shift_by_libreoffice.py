"""Has LibreOffice insert or delete rows in workbooks, and compares with what we made of them.

    shift_by_libreoffice.py < a line each: input, our output, sheet, insert or delete, first row, how many rows

One LibreOffice opens both files, shifts the rows of the first, calculates both and saves them again; the two
saved files are then compared, so that both have gone through the same reader and the same writer. Prints tab
separated lines:

    compared, input, what, how many       formulas, values, names, merges, formats, validations ... looked at
    difference, input, what, place, LibreOffice's, ours
    failed, input, reason                 LibreOffice does not open the file or does not shift its rows
"""
import os
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from xml.etree import ElementTree

try:
    import uno
    from com.sun.star.beans import PropertyValue
except ImportError:
    sys.exit(77)

sys.stdout.reconfigure(encoding="utf-8", errors="surrogatepass")


class Office:
    """A LibreOffice with a profile of its own. One that dies of a workbook is started again."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.process = None

    def start(self):
        pipe = "outturn%d" % os.getpid()
        command = ["soffice", "-env:UserInstallation=file://" + self.folder.name, "--headless", "--norestore",
                   "--nologo", "--nodefault", "--accept=pipe,name=" + pipe + ";urp;"]
        try:
            self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                            start_new_session=True)
        except FileNotFoundError:
            sys.exit(77)
        context = uno.getComponentContext()
        resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
        for _ in range(600):
            try:
                remote = resolver.resolve("uno:pipe,name=" + pipe + ";urp;StarOffice.ComponentContext")
                break
            except Exception:
                time.sleep(0.1)
        else:
            sys.exit("LibreOffice does not answer")
        self.desktop = remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)

    def stop(self):
        try:
            self.desktop.terminate()
        except Exception:
            pass
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.folder.cleanup()

    def open(self, path):
        arguments = (PropertyValue("Hidden", 0, True, 0),)
        document = self.desktop.loadComponentFromURL("file://" + path, "_blank", 0, arguments)
        if document is None or not document.supportsService("com.sun.star.sheet.SpreadsheetDocument"):
            raise ValueError("is not opened")
        return document

    def save(self, document, path):
        document.calculateAll()
        document.storeToURL("file://" + path, (PropertyValue("FilterName", 0, "Calc MS Excel 2007 XML", 0),))
        document.close(True)


def local(name):
    return name.rsplit("}", 1)[-1]


def expanded(sqref):
    """The cells of ranges, as columns of rows: the same for A1:A4 and A1:A2 A3:A4."""
    columns = {}
    for part in sqref.split():
        found = re.fullmatch(r"\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?", part)
        if not found:
            return sqref
        left, top, right, bottom = found.groups()
        right, bottom = right or left, bottom or top
        for column in range(number(left), number(right) + 1):
            columns.setdefault(column, []).append((int(top), int(bottom)))
    runs = []
    for column, spans in sorted(columns.items()):
        joined = []
        for top, bottom in sorted(spans):
            if joined and top <= joined[-1][1] + 1:
                joined[-1][1] = max(joined[-1][1], bottom)
            else:
                joined.append([top, bottom])
        runs.append((column, tuple(map(tuple, joined))))
    text = []
    for column, spans in runs:
        if text and text[-1][2] == spans and text[-1][1] + 1 == column:
            text[-1][1] = column
        else:
            text.append([column, column, spans])
    return " ".join("%s%d:%s%d" % (letters(a), top, letters(b), bottom) for a, b, spans in text
                    for top, bottom in spans)


def number(column):
    value = 0
    for letter in column:
        value = value * 26 + ord(letter) - 64
    return value


def letters(column):
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


class Dump:
    """What a saved workbook holds, as a dictionary from what and where to a text."""

    def __init__(self, path):
        self.found = {}
        with zipfile.ZipFile(path) as archive:
            self.archive = archive
            self.workbook()

    def add(self, what, place, text):
        place, n = place or "-", 1
        while (what, place if n == 1 else "%s #%d" % (place, n)) in self.found:
            n += 1
        self.found[what, place if n == 1 else "%s #%d" % (place, n)] = text

    def part(self, name):
        return ElementTree.fromstring(self.archive.read(name))

    def related(self, name):
        folder, base = os.path.split(name)
        try:
            root = self.part(folder + "/_rels/" + base + ".rels")
        except KeyError:
            return {}
        return {relation.get("Id"): (relation.get("Type").rsplit("/", 1)[-1],
                                     os.path.normpath(os.path.join(folder, relation.get("Target"))).lstrip("/")
                                     if relation.get("TargetMode") != "External" else relation.get("Target"))
                for relation in root}

    def workbook(self):
        root = self.part("xl/workbook.xml")
        related = self.related("xl/workbook.xml")
        self.strings = []
        for kind, target in related.values():
            if kind == "sharedStrings":
                self.strings = ["".join(t.text or "" for t in item.iter() if local(t.tag) == "t")
                                for item in self.part(target)]
        sheets = [e for e in root.iter() if local(e.tag) == "sheet"]
        names = [sheet.get("name") for sheet in sheets]
        for name in root.iter():
            if local(name.tag) != "definedName":
                continue
            scope = name.get("localSheetId")
            self.add("name", (names[int(scope)] + "!" if scope else "") + name.get("name"), name.text or "")
        for sheet in sheets:
            relation = next(v for k, v in sheet.attrib.items() if local(k) == "id")
            self.sheet(sheet.get("name") + "!", related[relation][1])

    def sheet(self, name, part):
        root = self.part(part)
        related = self.related(part)
        for element in root.iter():
            kind = local(element.tag)
            if kind == "c":
                self.cell(name, element)
            elif kind == "mergeCell":
                self.add("merge", name + element.get("ref"), "merged")
            elif kind == "conditionalFormatting" and element.get("sqref"):
                for rule in element:
                    texts = [f.text or "" for f in rule.iter() if local(f.tag) == "formula"]
                    if rule.get("type") in ("duplicateValues", "colorScale", "dataBar", "iconSet"):
                        texts = []
                    self.add("format", name + expanded(element.get("sqref")) + " " + (rule.get("type") or ""),
                             " | ".join([rule.get("operator") or ""] + texts))
            elif kind == "dataValidation":
                texts = [f.text or "" for f in element if local(f.tag) in ("formula1", "formula2")]
                if element.get("sqref"):
                    self.add("validation", name + expanded(element.get("sqref")), " | ".join(texts))
            elif kind == "hyperlink":
                self.add("link", name + element.get("ref"), element.get("location") or "")
            elif kind == "autoFilter":
                self.add("filter", name, element.get("ref"))
            elif kind == "brk":
                self.add("break", name + element.get("id"), "break")
        for kind, target in related.values():
            if kind == "table":
                table = self.part(target)
                self.add("table", table.get("displayName"), name + table.get("ref"))
            elif kind == "drawing":
                self.drawing(name, target)
            elif kind == "comments":
                for comment in self.part(target).iter():
                    if local(comment.tag) == "comment":
                        self.add("note", name + comment.get("ref"),
                                 "".join(t.text or "" for t in comment.iter() if local(t.tag) == "t"))

    def cell(self, name, element):
        at = name + element.get("r")
        value = None
        for child in element:
            kind = local(child.tag)
            if kind == "f":
                text = child.text or ""
                self.add("formula", at, "{%s %s}" % (child.get("ref"), text) if child.get("t") == "array" else text)
            elif kind == "v":
                value = child.text or ""
            elif kind == "is":
                value = "".join(t.text or "" for t in child.iter() if local(t.tag) == "t")
        if value is not None and value != "":
            if element.get("t") == "s":
                value = self.strings[int(value)]
            self.add("value", at, value)

    def drawing(self, name, part):
        for anchor in self.part(part):
            ends = []
            for marker in anchor:
                if local(marker.tag) in ("from", "to"):
                    ends.append("".join(c.text for c in marker if local(c.tag) in ("row",)))
            names = [e.get("name") or e.get("id") for e in anchor.iter() if local(e.tag) == "cNvPr"]
            self.add("drawing", name + (names[0] if names else "?"), "rows " + " to ".join(ends))
        for kind, target in self.related(part).values():
            if kind == "chart":
                for f in self.part(target).iter():
                    if local(f.tag) == "f":
                        text = (f.text or "").replace("$", "")
                        self.add("chart", name + "chart", re.sub(r"\b([A-Z]+\d+):\1$", r"\1", text))


def one_line(text):
    for character, written in (("\\", "\\\\"), ("\r", "\\r"), ("\n", "\\n"), ("\t", "\\t")):
        text = text.replace(character, written)
    return text


def compare(given, theirs, ours):
    counts = {}
    for what, _ in theirs:
        counts[what] = counts.get(what, 0) + 1
    for what, count in sorted(counts.items()):
        print("compared", given, what, count, sep="\t")
    for key in sorted(theirs.keys() | ours.keys()):
        if theirs.get(key) != ours.get(key):
            print("difference", given, key[0], one_line(key[1]), one_line(theirs.get(key, "(none)")),
                  one_line(ours.get(key, "(none)")), sep="\t")


def judge(office, folder, job):
    given, ours, sheet, operation, first, count = job
    document = office.open(given)
    try:
        rows = document.Sheets.getByName(sheet).Rows
        if operation == "insert":
            rows.insertByIndex(int(first) - 1, int(count))
        else:
            rows.removeByIndex(int(first) - 1, int(count))
    except Exception as fault:
        document.close(True)
        raise ValueError("LibreOffice does not shift the rows: " + type(fault).__name__)
    office.save(document, folder + "/theirs.xlsx")
    office.save(office.open(ours), folder + "/ours.xlsx")
    compare(given, Dump(folder + "/theirs.xlsx").found, Dump(folder + "/ours.xlsx").found)


jobs = [line.rstrip("\n").split("\t") for line in sys.stdin]
office = Office()
office.start()
with tempfile.TemporaryDirectory() as results:
    for job in jobs:
        try:
            judge(office, results, job)
        except Exception as fault:  # whatever LibreOffice stumbles over
            print("failed", job[0], one_line(repr(fault)[:300]), sep="\t")
            if office.process.poll() is not None:
                office.start()
office.stop()
