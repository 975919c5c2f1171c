# SPDX-License-Identifier: GPL-3.0-or-later
"""Timestamps of records, as pure functions of a random source.

Each shape returns `count` sorted times in milliseconds, none after `now`, over the `SPAN` before it.
"""

import math
import random

SECOND = 1000
HOUR = 3600 * SECOND
DAY = 24 * HOUR
SPAN = 7 * DAY


def steady(rng: random.Random, count: int, now: int) -> list[int]:
    """Even spacing, each record up to half a step early."""
    step = SPAN / count
    return sorted(int(now - index * step - rng.random() * step / 2) for index in range(count))


def bursty(rng: random.Random, count: int, now: int) -> list[int]:
    """Bursts of up to half a minute with minutes to days of silence between them."""
    starts = [now - log_age(rng, 30 * SECOND, SPAN) for _ in range(max(3, count // 80))]
    return sorted(rng.choice(starts) + rng.randrange(30 * SECOND) for _ in range(count))


def diurnal(rng: random.Random, count: int, now: int) -> list[int]:
    """Twenty times more traffic at 13:00 UTC than at 01:00, by rejection."""
    times: list[int] = []
    while len(times) < count:
        time = now - rng.randrange(SPAN)
        day_phase = (time % DAY) / DAY - 13 / 24
        if rng.random() < 0.525 + 0.475 * math.cos(2 * math.pi * day_phase):
            times.append(time)
    return sorted(times)


def loguniform(rng: random.Random, count: int, now: int) -> list[int]:
    """Ages spread evenly on a logarithmic scale from one second to seven days."""
    return sorted(now - log_age(rng, SECOND, SPAN) for _ in range(count))


def unordered(rng: random.Random, count: int, now: int) -> list[int]:
    """Steady, with one record in twenty up to two hours late: not sorted."""
    times = steady(rng, count, now)
    return [time - rng.randrange(2 * HOUR) if rng.random() < 0.05 else time for time in times]


def log_age(rng: random.Random, youngest: int, oldest: int) -> int:
    return int(math.exp(rng.uniform(math.log(youngest), math.log(oldest))))


SHAPES = {"steady": steady, "bursty": bursty, "diurnal": diurnal, "loguniform": loguniform, "unordered": unordered}
