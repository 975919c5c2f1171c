#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An hour of the reference mix, told by remote write to a real Prometheus and a real VictoriaMetrics, each of which is
ended and started again twice on the way: does it arrive sample for sample, how often twice, and how fast?

remote_write.py [--minutes N] [--partitions N] [--kill]: polls 10 s apart that jitter by 4 ms, in the past of now; --kill
ends Prometheus the second time without a warning (VictoriaMetrics holds back up to a second of what it took, so a kill
loses that by its own design). Needs build/ci, or another build by TIDEMARK_BUILD. Prints a table.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "lab"))

import exporters  # noqa: E402
import process  # noqa: E402
import receivers  # noqa: E402

BUILD = Path(os.environ.get("TIDEMARK_BUILD", HERE.parent.parent / "build" / "ci")) / "bin"
FIXTURE = HERE.parent / "fixtures" / "delta" / "orders"
LINE = re.compile(r'(\w+)\{(?:group="g",)?(.*)\} (\d+) (\d+)\n')
NAMES = {"high": ("kafka_topic_partition_current_offset", ""),
         "committed": ("kafka_consumergroup_current_offset", 'consumergroup="g",')}
LONGEST_S = 300.0


def history(file: Path, minutes: int, partitions: int) -> int:
    """The mix as an exporter would have told it, up to a quarter of an hour ago; when it begins, in seconds."""
    begin = int(time.time()) - 900 - minutes * 60
    with subprocess.Popen([BUILD / "timeline_mix", "lines", "1", str(partitions), "4"], stdout=subprocess.PIPE,
                          text=True) as mix, file.open("w") as out:
        first = None
        for _ in range(minutes * 6 * 2 * partitions):
            name, labels, value, at = LINE.fullmatch(mix.stdout.readline()).groups()
            first = int(at) if first is None else first
            metric, more = NAMES[name]
            wall = begin * 1000 + int(at) - first
            out.write(f'{metric}{{cluster="c",{more}{labels},job="k"}} {value} {wall // 1000}.{wall % 1000:03}\n')
        out.write("# EOF\n")
        mix.terminate()
    return begin


class Run:
    """One collector and the store that it tells."""

    def __init__(self, store: receivers.Receiver, timeline: Path):
        self.store, self.timeline = store, timeline
        self.name = f"collect-{store.name}"
        self.pid = store.running.pid_file(self.name)

    def collect(self) -> None:
        profile = self.timeline.with_suffix(".json")
        profile.write_text(json.dumps({"name": "bench", "catalogs": [
            {"name": "lake", "type": "delta", "path": str(FIXTURE), "poll": "1s"}]}))
        self.store.running.started.append(self.name)
        process.start([str(BUILD / "tidemark-cli"), "collect", "--profile", str(profile), "--timeline", str(self.timeline),
                       "--remote-write", self.store.url, "--remote-write-past", "24h"], self.pid,
                      self.timeline.with_suffix(".log"))

    def told(self) -> dict:
        try:
            return json.loads(self.timeline.with_suffix(".remote-write").read_text())["receivers"][0]
        except FileNotFoundError:
            return {"sent": 0, "dropped": 0}

    def until(self, samples: int) -> None:
        end = time.monotonic() + LONGEST_S
        while self.told()["sent"] < samples:
            if time.monotonic() > end:
                raise RuntimeError(f"{self.told()}: {self.timeline.with_suffix('.log').read_text()[-2000:]}")
            time.sleep(0.02)


def told(run: Run, samples: int, kill: bool) -> tuple[float, list[str]]:
    """Seconds that it took, and how much was told each time that the store was away."""
    began = time.monotonic()
    run.collect()
    away, shares = 0.0, []
    for share, grace in ((0.2, receivers.ENDED), (0.6, 0.0 if kill else receivers.ENDED)):
        run.until(int(share * samples))
        ended = time.monotonic()
        run.store.end(grace)
        shares.append(f"{run.told()['sent'] * 100 // samples} %")
        run.store.start()
        away += time.monotonic() - ended
    run.until(samples)
    took = time.monotonic() - began - away
    time.sleep(2)
    process.end([run.pid], 10.0)
    return took, shares


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=int, default=60)
    parser.add_argument("--partitions", type=int, default=1000)
    parser.add_argument("--kill", action="store_true")
    wanted = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="remote-write-"))
    running = exporters.Exporters(folder)
    status = 0
    try:
        begin = history(folder / "mix.om", wanted.minutes, wanted.partitions)
        made = subprocess.run([BUILD / "tidemark-cli", "import", "--openmetrics", folder / "mix.om", "--timeline",
                               folder / "mix.tidemark", "--json"], check=True, capture_output=True, text=True)
        samples = json.loads(made.stdout)["rows"][0]["samples"]
        print(f"{wanted.minutes} min of the reference mix, {wanted.partitions} partitions: {samples} samples,"
              " two restarts of the store")
        print(f"{'':18}{'in the timeline':>16}{'arrived':>10}{'differ':>8}{'twice':>7}{'refused':>9}{'samples/s':>11}  ended at")
        for kind in (receivers.Prometheus, receivers.Victoria):
            store = kind(running)
            store.start()
            run = Run(store, folder / f"{store.name}.tidemark")
            shutil.copy(folder / "mix.tidemark", run.timeline)
            took, shares = told(run, samples, wanted.kill and kind is receivers.Prometheus)
            export = subprocess.run([BUILD / "tidemark-cli", "timeline", "export", "--openmetrics", "--timeline",
                                     run.timeline], check=True, capture_output=True, text=True).stdout
            held = receivers.exported(export)
            found, twice = store.samples(begin - 60, time.time() + 60)
            faults = receivers.differences(held, found)
            print(f"{store.name:18}{sum(map(len, held.values())):16}{sum(map(len, found.values())):10}{len(faults):8}"
                  f"{twice:7}{run.told()['dropped']:9}{samples / took:11.0f}  {', '.join(shares)}")
            for fault in faults:
                print(fault, file=sys.stderr)
            status |= bool(faults)
            store.end()
    finally:
        running.close()
        shutil.rmtree(folder)
    return status


if __name__ == "__main__":
    sys.exit(main())
