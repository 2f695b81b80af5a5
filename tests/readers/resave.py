"""Has another program open workbooks and save them again.

    resave.py < first line: openpyxl or libreoffice, then input, tab, folder for the output on each line

Prints input, tab, output for each that was saved; "failed", input, reason for the others. The output has the
input's name and is an .xlsx whatever the input was.
"""
import os
import signal
import subprocess
import sys
import tempfile
import warnings

sys.stdout.reconfigure(encoding="utf-8", errors="surrogatepass")
warnings.simplefilter("ignore")


def by_openpyxl(jobs):
    try:
        import openpyxl
    except ImportError:
        sys.exit(77)
    for given, target in jobs:
        try:
            openpyxl.load_workbook(given).save(target)
        except Exception as fault:  # whatever openpyxl stumbles over
            print("failed", given, repr(fault), sep="\t")


def by_libreoffice(jobs):
    """One process for many, since starting it takes longer than saving a workbook; what is missing then, since
    one bad workbook ends the process, gets a process each."""
    with tempfile.TemporaryDirectory() as profile:
        def convert(given, folder):
            command = ["soffice", "-env:UserInstallation=file://" + profile, "--headless", "--norestore",
                       "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder] + given
            try:
                process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                           start_new_session=True)
            except FileNotFoundError:
                sys.exit(77)
            try:
                process.wait(timeout=120 + 20 * len(given))
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)  # soffice is a script that starts others
                process.wait()

        folders = {}
        for given, target in jobs:
            folders.setdefault(os.path.dirname(target), []).append(given)
        for folder, given in folders.items():
            convert(given, folder)
        for given, target in jobs:
            if not os.path.exists(target):
                convert([given], os.path.dirname(target))


lines = [line.rstrip("\n").split("\t") for line in sys.stdin]
jobs = []
for given, folder in lines[1:]:
    stem = os.path.splitext(os.path.basename(given))[0]
    jobs.append((given, os.path.join(folder, stem + ".xlsx")))
{"openpyxl": by_openpyxl, "libreoffice": by_libreoffice}[lines[0][0]](jobs)
for given, target in jobs:
    if os.path.exists(target):
        print(given, target, sep="\t")
    else:
        print("failed", given, "nothing was saved", sep="\t")
