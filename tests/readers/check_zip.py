"""Says what Python's zipfile finds wrong with archives.

    check_zip.py < list of paths, one a line

Prints a line per fault; nothing where all are sound.
"""
import sys
import zipfile

for line in sys.stdin:
    path = line.rstrip("\n")
    try:
        with zipfile.ZipFile(path) as archive:
            broken = archive.testzip()
            if broken:
                print(path, broken, "does not match its checksum")
            for entry in archive.infolist():
                if entry.flag_bits & 8:
                    print(path, entry.filename, "promises a descriptor")
    except Exception as fault:
        print(path, repr(fault))
