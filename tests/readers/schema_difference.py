"""Which parts of a workbook break the schemas that the workbook it was made from did not break.

    schema_difference.py < first line: the folder of the schemas and their validate.py,
                           then input, tab, output on each line

Prints output, part, what the schema says for each part with more faults than before; nothing where there is none.
"""
import importlib.util
import os
import sys

try:
    import lxml.etree
except ImportError:
    sys.exit(77)

sys.stdout.reconfigure(encoding="utf-8", errors="surrogatepass")


def validator(folder):
    spec = importlib.util.spec_from_file_location("validate", os.path.join(folder, "validate.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def faults(check, path):
    return {part: (state, words) for part, state, words in check(path) if state.startswith(("err", "notwf"))}


def count(state):
    """How many faults "errors=9" is; that a part is no XML at all is worse than any number."""
    return int(state[7:]) if state.startswith("errors=") else float("inf") if state else 0


lines = [line.rstrip("\n") for line in sys.stdin]
check = validator(lines[0]).check
for line in lines[1:]:
    before, after = line.split("\t")
    found = faults(check, after)
    had = faults(check, before) if found else {}
    for part, (state, words) in found.items():
        if count(state) > count(had.get(part, ("", ""))[0]):
            print(after, part, state, words, sep="\t")
