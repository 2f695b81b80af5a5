"""What Gnumeric complains of in a workbook that it did not complain of in the one it was made from.

    gnumeric_difference.py < input, tab, output on each line

Prints output, tab, complaint. Complaints are compared as a set, without file, cell, process, numbers and time.
What it says of its own state does not count (leaks; boxes of notes, which it draws from the notes themselves).
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
    text = done.stderr.decode("utf-8", "replace").replace(path, "").replace(os.path.basename(path), "")
    found = set()
    for line in text.splitlines():
        words = re.sub(r"^.*\*\*: [0-9:.]+: |^[^:]*: |partial ", "", line).strip()
        if words and words != "Unhandled object of type Note" and not words.startswith("Leaking "):
            found.add(re.sub("[0-9]+", "N", words))
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
