#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bytes per sample of the timeline and of VictoriaMetrics, on the same samples in the same run.

density_peers.py [--days N] [--partitions N]: the reference mix, with polls on time and with polls that jitter by 4 ms.
Both in their densest state: the timeline's segments rewritten, the store's parts merged. Then the lag of every
partition over the last 24 h, as an image from the file and as numbers from the store's HTTP answer. Needs build/ci, or
another build by TIDEMARK_BUILD. Prints a table.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "lab"))

import exporters  # noqa: E402

BUILD = Path(os.environ.get("TIDEMARK_BUILD", HERE.parent.parent / "build" / "ci"))
MIX = BUILD / "bin" / "timeline_mix"
MAP = BUILD / "bin" / "lag_map"
DAY_S = 86_400
BEGIN_S = 1_767_225_600  # of the mix
CHUNK = 4 << 20


def post(url: str, body: bytes = b"") -> bytes:
    request = urllib.request.Request(url, data=body, method="POST")
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=600) as answer:
        return answer.read()


def timeline(folder: Path, mix: list[str]) -> dict:
    line = subprocess.run([MIX, "write", folder / "mix.tidemark", *mix], check=True, capture_output=True, text=True)
    return json.loads(line.stdout)


def imported(url: str, mix: list[str]) -> None:
    with subprocess.Popen([MIX, "lines", *mix], stdout=subprocess.PIPE) as lines:
        rest = b""
        while chunk := lines.stdout.read(CHUNK):
            whole, _, rest = (rest + chunk).rpartition(b"\n")
            post(f"{url}/api/v1/import/prometheus", whole + b"\n")
        if lines.wait() != 0:
            raise RuntimeError("timeline_mix lines failed")


def stored(url: str) -> tuple[int, int]:
    """Rows and bytes of the store, as its own metrics say."""
    rows = size = 0
    for line in exporters.get(f"{url}/metrics")[1].decode().splitlines():
        if line.startswith("vm_data_size_bytes{"):
            size += int(float(line.rsplit(" ", 1)[1]))
        elif line.startswith("vm_rows{") and "indexdb" not in line:
            rows += int(float(line.rsplit(" ", 1)[1]))
    return rows, size


def asked(url: str, end: int) -> float:
    """Seconds, median of 5, that the store takes for the highest lag of every partition, 288 columns over its last day."""
    question = urllib.parse.urlencode({
        "query": "max_over_time((high - on(topic, partition) committed)[5m:10s])",
        "start": end - DAY_S, "end": end, "step": "300", "nocache": "1"})
    took = []
    for _ in range(5):
        began = time.monotonic()
        _, body = exporters.get(f"{url}/api/v1/query_range?{question}")
        took.append(time.monotonic() - began)
        if not json.loads(body)["data"]["result"]:
            raise RuntimeError(f"no lag in the store: {body[:200]}")
    return statistics.median(took)


def victoria_metrics(folder: Path, mix: list[str], samples: int, days: int) -> dict:
    running = exporters.Exporters(folder)
    try:
        url = running.victoria({}, "-retentionPeriod=100y")
        running.wait("victoria", f"{url}/health")
        began = time.monotonic()
        imported(url, mix)
        took = time.monotonic() - began
        exporters.get(f"{url}/internal/force_flush")
        exporters.get(f"{url}/internal/force_merge")
        before, until = (0, 0), time.monotonic() + 600
        while (now := stored(url)) != before or now[0] < samples:
            if time.monotonic() > until:
                raise RuntimeError(f"{now[0]} of {samples} samples are stored")
            before = now
            time.sleep(3)
        return {"samples": now[0], "bytes": now[1], "import_s": took, "lag_s": asked(url, BEGIN_S + days * DAY_S)}
    finally:
        running.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--days", type=int, default=3)
    parser.add_argument("--partitions", type=int, default=1000)
    wanted = parser.parse_args()
    print(f"{wanted.days} days, {wanted.partitions} partitions, ends and one group's offsets, a poll each 10 s")
    print(f"{'':28}{'B/sample':>10}")
    per_sample = {}
    for jitter in ("0", "4"):
        mix = [str(wanted.days), str(wanted.partitions), jitter]
        folder = Path(tempfile.mkdtemp(prefix="density-"))
        try:
            ours = timeline(folder, mix)
            drawn = json.loads(subprocess.run([MAP, folder / "mix.tidemark", "24"], check=True, capture_output=True,
                                              text=True).stdout)
            theirs = victoria_metrics(folder, mix, ours["samples"], wanted.days)
        finally:
            shutil.rmtree(folder)
        if theirs["samples"] != ours["samples"]:
            print(f"the store has {theirs['samples']} samples of {ours['samples']}", file=sys.stderr)
            return 1
        for name, it in (("timeline", ours), ("VictoriaMetrics", theirs)):
            per_sample[name, jitter] = it["bytes"] / it["samples"]
            print(f"{name + (', jitter 4 ms' if jitter == '4' else ''):28}{per_sample[name, jitter]:10.4f}")
        ratio = per_sample["timeline", jitter] / per_sample["VictoriaMetrics", jitter]
        print(f"{'timeline / VictoriaMetrics':28}{ratio:10.3f}")
        print(f"  ingest {ours['ingest_per_cpu_s'] / 1e6:.1f} M samples a CPU second, commit p50 {ours['commit_p50_ms']:.2f}"
              f" p99 {ours['commit_p99_ms']:.2f} max {ours['commit_max_ms']:.1f} ms; segments"
              f" {ours['segments'] / ours['samples']:.4f} B/sample")
        for name, words in (("window", "from buckets"), ("samples", "from samples")):
            ours_ms = drawn[name]["loaded_ms"] + drawn[name]["painted_ms"]
            print(f"  lag of {drawn[name]['partitions']} partitions, 24 h, {words}: {ours_ms:.1f} ms; VictoriaMetrics"
                  f" {theirs['lag_s'] * 1000:.0f} ms, {theirs['lag_s'] * 1000 / ours_ms:.0f} times")
    for name in ("timeline", "VictoriaMetrics"):
        print(f"{name + ', jitter / none':28}{per_sample[name, '4'] / per_sample[name, '0']:10.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
