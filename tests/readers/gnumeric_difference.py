"""What Gnumeric complains of in a workbook that it did not complain of in the one it was made from.

    gnumeric_difference.py < input, tab, output on each line

Prints output, tab, complaint. Complaints are compared as a set, without file, cell, process and time. That it
does not draw the boxes of notes it says of every workbook with notes, whoever wrote it: that does not count.
"""
import os
import re
import subprocess
import sys
import tempfile

sys.stdout.reconfigure(encoding="utf-8", errors="surrogatepass")


def complaints(path, folder):
    target = os.path.join(folder, "out.gnumeric")
    try:
        done = subprocess.run(["ssconvert", path, target], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=120)
    except FileNotFoundError:
        sys.exit(77)
    text = done.stderr.decode("utf-8", "replace").replace(path, "")
    found = {re.sub("[0-9]+", "N", re.sub(r"^.*\*\*: [0-9:.]+: |^[^:]*: ", "", line)).strip() for line in text.splitlines()}
    found -= {"", "Unhandled object of type Note"}
    if done.returncode != 0 or not os.path.exists(target):
        found.add("it cannot be read")
    if os.path.exists(target):
        os.remove(target)
    return found


with tempfile.TemporaryDirectory() as folder:
    for line in sys.stdin:
        before, after = line.rstrip("\n").split("\t")
        for complaint in sorted(complaints(after, folder) - complaints(before, folder)):
            print(after, complaint, sep="\t")
