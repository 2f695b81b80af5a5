"""The files of the corpus as its index.tsv lists them, and the sample that stands for them."""
import collections

SAMPLE = 150
FOR_EACH_FLAG = 2  # files, where there are as many


class Entry:
    def __init__(self, line):
        fields = (line.rstrip("\n").split("\t") + [""] * 9)[:9]
        self.path, self.kind, self.producer, self.note = fields[0], fields[2], fields[3], fields[8]
        self.bytes, self.cells = int(fields[1]), int(fields[5] or 0)
        self.flags = set(fields[7].split(",")) - {""}

    def traits(self):
        """What a sample should have, and of how many files: flags, kind, and who wrote it, without its version."""
        for flag in self.flags:
            yield flag, FOR_EACH_FLAG
        yield "kind:" + self.kind, 1
        yield "by:" + self.producer.split("/")[0].split(" 1")[0], 1


def index(corpus):
    with open(corpus / "index.tsv", encoding="utf-8") as lines:
        next(lines)
        return [Entry(line) for line in lines]


def sample(entries):
    """The same 150 every time: the smallest files that have each trait, two of the large ones, and every so many of
    the rest."""
    taken = collections.Counter()
    chosen = set()

    def take(entry):
        chosen.add(entry)
        taken.update(trait for trait, _ in entry.traits())

    by_size = sorted(entries, key=lambda entry: (entry.bytes, entry.path))
    large = [entry for entry in by_size if 15_000 < entry.cells < 25_000]
    for entry in large[:: max(1, len(large) // 2)][:2]:
        take(entry)
    for entry in by_size:
        if any(taken[trait] < wanted for trait, wanted in entry.traits()):
            take(entry)
    rest = [entry for entry in by_size if entry not in chosen and entry.bytes < 60_000]
    missing = SAMPLE - len(chosen)
    for number in range(missing):
        take(rest[number * len(rest) // missing])
    return [entry for entry in entries if entry in chosen]
