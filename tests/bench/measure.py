"""Whole processes, timed in interleaved rounds: medians of wall time, processor time and peak memory."""
import os
import statistics
import subprocess
import sys
import time


def once(command):
    """Wall time and processor time in milliseconds, and peak memory in MB, of one process."""
    start = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = (time.perf_counter() - start) * 1000
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{command[0]} ended with status {process.returncode}")
    return elapsed, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024


def medians(commands, rounds):
    """For each name the medians of its command: wall ms, processor ms, MB."""
    taken = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            taken[name].append(once(command))
    return {name: tuple(statistics.median(column) for column in zip(*values)) for name, values in taken.items()}
