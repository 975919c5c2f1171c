# SPDX-License-Identifier: GPL-3.0-or-later
"""Stores that take Prometheus' remote write, each of which may be ended and started again on its data, and what they
hold: every sample with its own time, as a timeline's export names it."""

import json
import re
import urllib.parse
import urllib.request

import artifacts
import exporters
import process

LINE = re.compile(r"^(\w+)\{(.*)\} (\S+) (\S+)$")
LABEL = re.compile(r'(\w+)="((?:[^"\\]|\\.)*)"')
ENDED = 20.0

# By name and labels: value by ms, and how many samples more than one there are of a time.
Samples = dict[tuple[str, frozenset], dict[int, float]]


def exported(text: str) -> Samples:
    """Of OpenMetrics."""
    out: Samples = {}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        name, labels, value, at = LINE.match(line).groups()
        pairs = frozenset((key, re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], quoted))
                          for key, quoted in LABEL.findall(labels) if quoted)
        out.setdefault((name, pairs), {})[round(float(at) * 1000)] = float(value)
    return out


def _ask(url: str, **form: str) -> bytes:
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(
            urllib.request.Request(url, data=urllib.parse.urlencode(form).encode(), method="POST"), timeout=300) as answer:
        return answer.read()


def _key(labels: dict[str, str]) -> tuple[str, frozenset]:
    return labels["__name__"], frozenset((key, value) for key, value in labels.items() if key != "__name__")


class Receiver:
    """One store; `name` is that of its process."""

    name = ""
    ready = ""

    def __init__(self, running: exporters.Exporters):
        self.running = running
        self.port = next(running.ports)
        self.url = f"http://127.0.0.1:{self.port}"
        self.data = running.folder / f"{self.name}-data"

    def command(self) -> list[str]:
        raise NotImplementedError

    def start(self) -> None:
        if self.name not in self.running.started:
            self.running.started.append(self.name)
        process.start(self.command(), self.running.pid_file(self.name), self.running.folder / f"{self.name}.log")
        self.running.wait(self.name, self.url + self.ready)

    def end(self, grace_s: float = ENDED) -> None:
        process.end([self.running.pid_file(self.name)], grace_s)

    def samples(self, begin_s: float, end_s: float) -> tuple[Samples, int]:
        """All that it holds of that time, and how many samples of these it holds twice."""
        raise NotImplementedError


class Prometheus(Receiver):
    name, ready = "prometheus", "/-/ready"

    def command(self) -> list[str]:
        config = self.running.folder / "receiver.yml"
        config.write_text("{}")
        return [str(artifacts.debian_programs() / "prometheus"), f"--config.file={config}",
                f"--storage.tsdb.path={self.data}", "--storage.tsdb.retention.time=100y",
                "--web.enable-remote-write-receiver", f"--web.listen-address=127.0.0.1:{self.port}"]

    def samples(self, begin_s: float, end_s: float) -> tuple[Samples, int]:
        out: Samples = {}
        step = 600  # an answer has a bound
        at = begin_s
        while at < end_s:
            till = min(end_s, at + step)
            answer = json.loads(_ask(f"{self.url}/api/v1/query", time=f"{till:.3f}",
                                     query=f'{{__name__=~".+"}}[{round((till - at) * 1000)}ms]'))
            for one in answer["data"]["result"]:
                values = out.setdefault(_key(one["metric"]), {})
                for second, value in one["values"]:
                    values[round(second * 1000)] = float(value)
            at = till
        return out, 0  # a time has one sample


class Victoria(Receiver):
    name, ready = "victoria", "/health"

    def command(self) -> list[str]:
        return [str(artifacts.debian_programs() / "victoria-metrics"), "-retentionPeriod=100y",
                f"-storageDataPath={self.data}", f"-httpListenAddr=127.0.0.1:{self.port}"]

    def samples(self, begin_s: float, end_s: float) -> tuple[Samples, int]:
        exporters.get(f"{self.url}/internal/force_flush")
        out: Samples = {}
        twice = 0
        for line in _ask(f"{self.url}/api/v1/export", **{"match[]": '{__name__!=""}', "start": f"{begin_s:.3f}",
                                                         "end": f"{end_s:.3f}"}).splitlines():
            one = json.loads(line)
            values = out.setdefault(_key(one["metric"]), {})
            for at, value in zip(one["timestamps"], one["values"], strict=True):
                if value is None:
                    continue  # the end of a series
                twice += at in values
                values[at] = float(value)
        return {key: values for key, values in out.items() if values}, twice


def differences(wanted: Samples, found: Samples) -> list[str]:
    """Empty where both are the same; else the first few."""
    out = []
    for key in wanted.keys() | found.keys():
        left, right = wanted.get(key, {}), found.get(key, {})
        out += [f"{key}: at {at} {left.get(at)} is told and {right.get(at)} arrived"
                for at in sorted(left.keys() | right.keys()) if left.get(at) != right.get(at)][:3]
    return out[:20]
