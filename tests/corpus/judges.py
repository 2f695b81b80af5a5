"""What the readers that are not ours make of workbooks, through the programs of tests/readers."""
import collections
import os
import pathlib
import subprocess

READERS = pathlib.Path(__file__).resolve().parents[1] / "readers"
LACKS_SOMETHING = 77
OUR_FORMULA = 'N("Outturn")=0'
OUR_HEADING = "Outturn:"


class Missing(Exception):
    """A judge is not installed."""


def ran(command, given, printed):
    """The status of a program that read `given` and printed to a file, since there may be millions of lines."""
    with open(printed, "wb") as out:
        status = subprocess.run([str(word) for word in command], stdout=out,
                                input="".join(line + "\n" for line in given).encode()).returncode
    if status == LACKS_SOMETHING:
        raise Missing(f"this machine lacks what {command[-1]} needs")
    return status


def lines_in(printed):
    """The columns of each line."""
    with open(printed, encoding="utf-8", errors="surrogatepass", newline="\n") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def by_file(lines):
    """Path and lines of each file in turn; each is to be used before the next."""
    path, found = None, []
    for line in lines:
        if line[0] == "file":
            if path is not None:
                yield path, found
            path, found = line[1], []
        else:
            found.append(line)
    if path is not None:
        yield path, found


def command_of(script):
    return ["node" if script.endswith(".js") else "/usr/bin/python3", READERS / script]


def each(command, given, printed):
    """What a program that prints "file" lines has to say of each file in turn. A file that breaks the program has
    "failed" for its last line, and the program is started again for those behind it."""
    given = list(given)
    while given:
        status = ran(command, given, printed)
        read, last = 0, None
        for found in by_file(lines_in(printed)):
            if last:
                yield last
            read, last = read + 1, found
        if status and not last:
            raise RuntimeError(f"{command[-1]} ended with status {status}")
        if status:
            last[1].append(["failed", f"ended with status {status}"])
        yield last
        given = given[read:] if status else []


def resaved(paths, folder, printed):
    """Where LibreOffice saved those that it could open, by path. Requires: no two of one name."""
    os.makedirs(folder, exist_ok=True)
    jobs = ["libreoffice"] + [f"{path}\t{folder}" for path in paths]
    ran(command_of("resave.py"), jobs, printed)
    return {line[0]: line[1] for line in lines_in(printed) if line[0] != "failed"}


def same(one, other):
    """Whether two values agree: doubles to 15 digits, and what is smaller than a figure's 18 places is nothing."""
    if one == other:
        return True
    if one[0] != other[0] or one[0] not in ("number", "date"):
        return False
    try:
        a, b = float(one[1]), float(other[1])
    except ValueError:
        return False
    return abs(a - b) <= 1e-18 + 1e-14 * max(abs(a), abs(b))


def cells_of(lines):
    """Values by sheet and address, and the sheets that hold none because they are charts or the like."""
    cells = {(line[1], line[2]): (line[3], line[4]) for line in lines if line[0] == "cell"}
    return cells, {line[1] for line in lines if line[0] == "other"}


def differing_cells(ours, theirs):
    """What two readers read differently: a line of words for each cell."""
    cells, others = cells_of(ours)
    read, _ = cells_of(theirs)
    for place in cells.keys() | read.keys():
        if place[0] in others:
            continue  # openpyxl takes macro sheets for worksheets
        one, other = cells.get(place), read.get(place)
        if one is None or other is None or not same(one, other):
            yield f"{place[0]}!{place[1]}: we read {described(one)}, it reads {described(other)}"


def described(value):
    return "nothing" if value is None else " ".join(value)


def unseen(marked, lines):
    """Which of our marks a reader does not show; `marked` is what check_workbooks says that there are."""
    seen = collections.defaultdict(set)
    for line in lines:
        if line[0] == "note" and OUR_HEADING in line[3]:
            seen["note"].add((line[1], line[2]))
        elif line[0] == "text":
            seen["text"].add((line[1], line[2]))
        elif line[0] == "format" and line[3].lower().replace(" ", "").lstrip("=") == OUR_FORMULA.lower():
            seen["format"].add(line[1])
        elif line[0] == "sheet":
            seen["list"].add(line[1])
    for kind, *place in marked:
        wanted = tuple(place) if kind in ("note", "text") else place[0]
        if wanted not in seen[kind]:
            yield f"{kind} {'!'.join(place)} is not to be seen"
