# SPDX-License-Identifier: GPL-3.0-or-later
"""What the drills of the lab are run with: the profile, and the project's own templates with times that a lab has."""

import json
from pathlib import Path

from lake_profile import POLL, profile

TEMPLATES = Path(__file__).resolve().parents[2] / "resources" / "presets" / "drills.json"
SHORT = {"steady_for": "40s", "recover_within": "2m", "watch": "4m"}


def short_templates() -> dict:
    """A to E: the same steps, signals and conditions."""
    drills = [drill for drill in json.loads(TEMPLATES.read_text())["drills"] if drill["id"] in "ABCDE"]
    for drill in drills:
        drill |= SHORT
        for step in drill["steps"]:
            step.pop("wait", None)
    return {"drills": drills}


def profile_of(status: dict, us: str) -> dict:
    """The lake, a reader beside its sink, and a second cluster that the topic is mirrored to."""
    out = profile(status, [("orders-sink", "lake.orders")])
    out["clusters"].append({"name": "us", "bootstrap": us, "poll": POLL})
    out["catalogs"][0]["cluster"] = "lab"  # there are two
    out["pipelines"][0] |= {"class": "tables", "owner": "platform"}
    out["pipelines"].append({"name": "audit", "topic": status["topic"], "group": "audit", "class": "readers", "owner": "platform"})
    out["classes"] = [
        {"name": "tables", "target": "60s", "objective": 90, "end": "table", "replay_window": "1h", "owner": "platform"},
        {"name": "readers", "target": "30s", "objective": 90, "end": "group", "replay_window": "1h", "owner": "platform"}]
    out["owners"] = {"platform": {"name": "Platform", "runbook": "https://runbooks.invalid/orders"}}
    out["mirrors"] = [{"name": "dr", "source": "lab", "target": "us", "source_alias": "eu", "policy": "identity",
                       "exactly_once": False, "poll": POLL}]
    return out
