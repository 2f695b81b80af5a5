"""The differences that are understood: differences.tsv beside this file.

Its columns are step, files, what and why. `files` is a path or pattern ("*" is anything) within the corpus, or
"flag:strict" for all that index.tsv gives this flag, or "kind:ods". `what` is a regular expression that is looked for
in the finding's words.
"""
import fnmatch
import pathlib
import re


class Explanation:
    def __init__(self, line):
        self.step, self.files, self.what, self.why = line.split("\t")
        self.pattern = re.compile(self.what)
        self.used = 0

    def covers(self, entry, step, what):
        if step != self.step or not self.pattern.search(what):
            return False
        if self.files.startswith("flag:"):
            return self.files[5:] in entry.flags
        if self.files.startswith("kind:"):
            return self.files[5:] == entry.kind
        return fnmatch.fnmatchcase(entry.path, self.files)


class Explanations:
    def __init__(self):
        lines = (pathlib.Path(__file__).parent / "differences.tsv").read_text(encoding="utf-8").splitlines()[1:]
        self.all = [Explanation(line) for line in lines if line]

    def why(self, entry, step, what):
        """The reason of the first that covers the finding; None where it is not understood."""
        for explanation in self.all:
            if explanation.covers(entry, step, what):
                explanation.used += 1
                return explanation.why
        return None

    def unused(self):
        return [explanation for explanation in self.all if not explanation.used]
