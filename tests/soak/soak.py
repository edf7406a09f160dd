#!/usr/bin/python3
"""What a program that works long keeps: memory, open files and processes, of it and of its children.

Usage: soak.py PROGRAM run [REPLICATIONS]      `run -n 20000` of the tiny world
       soak.py PROGRAM file [REPLICATIONS]     the same with `-o`
       soak.py PROGRAM serve [SECONDS]         the what-if server, with a preview each second for 20 minutes

Prints the largest of each quarter of the time, but for that in which `run` writes its file. Fails when the last
quarter has more processes or open files than any before, or more than a tenth more memory in a process; but with `-o`
the process of `run` itself holds every replication until it is written, and may grow by so much for each."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

TREE = pathlib.Path(__file__).resolve().parents[2]
SCENARIO = TREE / "tests/worlds/cli_tiny/outage.yaml"
PAUSE_S = 0.25
ALLOWED_MB = 4  # beside the tenth: pages that come and go
ALLOWED_KB = 12  # that `run` holds of a replication of the tiny world


def processes():
    """Parents by process."""
    found = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                rest = pathlib.Path("/proc", entry, "stat").read_text().rpartition(")")[2].split()
                found[int(entry)] = int(rest[1])
            except OSError:
                pass
    return found


def family_of(leader):
    parents = processes()
    family = [leader]
    for one in family:
        family += [child for child, parent in parents.items() if parent == one]
    return family


def megabytes_of(process):
    """Its own: a child shares what its parent had when it was forked, which costs nothing."""
    kilobytes = re.findall(r"Private_(?:Clean|Dirty):\s+(\d+)",
                           pathlib.Path(f"/proc/{process}/smaps_rollup").read_text())
    return sum(map(int, kilobytes)) / 1024


class Sample:
    def __init__(self, leader):
        self.leader_mb = self.child_mb = self.files = self.processes = 0
        for process in family_of(leader):
            try:
                megabytes, files = megabytes_of(process), len(os.listdir(f"/proc/{process}/fd"))
            except OSError:
                continue  # it has ended meanwhile
            self.processes += 1
            self.files = max(self.files, files)
            if process == leader:
                self.leader_mb = megabytes
            else:
                self.child_mb = max(self.child_mb, megabytes)


def watch(program, over):
    """Samples until it has ended, or `over` says so."""
    samples = []
    while program.poll() is None and not over():
        samples.append(Sample(program.pid))
        time.sleep(PAUSE_S)
    return samples


def judge(samples, leader_is_level):
    """Prints the quarters; what is not level."""
    if len(samples) < 20:
        sys.exit(f"soak: {len(samples)} samples say nothing: give more of it")
    quarter = len(samples) // 4
    parts = [samples[i * quarter : (i + 1) * quarter] for i in range(4)]
    wrong = []
    for name in ("processes", "files", "child_mb", "leader_mb"):
        most = [max(getattr(sample, name) for sample in part) for part in parts]
        print(f"{name:10}", *(f"{value:9.1f}" for value in most))
        is_memory = name.endswith("_mb")
        allowed = max(most[:3]) * 1.1 + ALLOWED_MB if is_memory else max(most[:3])
        if most[3] > allowed and (name != "leader_mb" or leader_is_level):
            wrong.append(f"{name} grow: {most[3]:.1f} after {max(most[:3]):.1f}")
    return wrong


def soak_run(program, replications, to_file=False):
    with tempfile.TemporaryDirectory() as folder:
        line = [program, "run", SCENARIO, "-n", str(replications), "-j", "2", "-q"]
        line += ["-o", folder + "/out.h5"] if to_file else []
        began = time.time()
        running = subprocess.Popen(line, stdout=subprocess.DEVNULL)
        samples = watch(running, lambda: False)
        print(f"run: {replications} replications, {time.time() - began:.0f} s, exit code {running.wait()}")
        simulated = [sample for sample in samples if sample.processes > 1]
        wrong = judge(simulated if to_file else samples[:-1], leader_is_level=not to_file)
        growth = (max(sample.leader_mb for sample in simulated) - simulated[0].leader_mb) / replications * 1024
        print(f"the program itself holds {growth:.1f} kB a replication")
        if growth > ALLOWED_KB:
            wrong.append("which is too much")
        return wrong + ([] if running.returncode == 0 else ["it failed"])


def soak_file(program, replications):
    return soak_run(program, replications, to_file=True)


class Server:
    def __init__(self, program):
        self.process = subprocess.Popen([program, "serve", "--json", SCENARIO], stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, text=True)
        said = json.loads(self.process.stdout.readline())
        self.base = f"http://127.0.0.1:{said['port']}"
        self.token = said["address"].partition("token=")[2]

    def ask(self, path, order=None):
        request = urllib.request.Request(self.base + path, headers={"Authorization": "Bearer " + self.token})
        if order is not None:
            request.data = json.dumps(order).encode()
            request.add_header("Content-Type", "application/json")
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.read()

    def preview(self, number):
        scenario = json.loads(self.ask("/api/offer"))["scenario"][0]["id"]
        order = {"kind": "run", "scenario": scenario, "replications": 20, "seed": 1 + number}
        job = json.loads(self.ask("/api/jobs", order))["id"]
        view = {"state": "waiting"}
        while view["state"] in ("waiting", "running"):
            time.sleep(0.05)
            view = json.loads(self.ask(f"/api/jobs/{job}"))
        if view["state"] != "done":
            raise RuntimeError(f"preview {number}: {view}")
        return len(self.ask(f"/api/jobs/{job}/result"))


def soak_serve(program, seconds):
    server = Server(program)
    end = time.time() + seconds
    shown, failed = 0, []

    def previews():
        nonlocal shown
        while time.time() < end and not failed:
            began = time.time()
            try:
                server.preview(shown)
            except (OSError, RuntimeError, ValueError, KeyError) as error:
                failed.append(str(error))
            shown += 1
            time.sleep(max(0.0, 1 - (time.time() - began)))

    visitor = threading.Thread(target=previews)
    visitor.start()
    samples = watch(server.process, lambda: time.time() >= end or failed)
    visitor.join()
    server.process.terminate()
    server.process.wait()
    print(f"serve: {shown} previews in {seconds} s")
    return judge(samples, leader_is_level=True) + failed


def main():
    soaks = {"run": (soak_run, 20000), "file": (soak_file, 20000), "serve": (soak_serve, 1200)}
    if len(sys.argv) not in (3, 4) or sys.argv[2] not in soaks:
        sys.exit(__doc__)
    soak, usual = soaks[sys.argv[2]]
    wrong = soak(os.path.abspath(sys.argv[1]), int(sys.argv[3]) if len(sys.argv) == 4 else usual)
    for line in wrong:
        print("soak:", line, file=sys.stderr)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
