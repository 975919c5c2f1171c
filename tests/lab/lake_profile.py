# SPDX-License-Identifier: GPL-3.0-or-later
"""The profile of the lake: what a user would write to have the program watch it."""

POLL = "1s"


def profile(status: dict, tables: list[tuple[str, str]]) -> dict:
    """`tables`: the connectors and the tables that they write."""
    return {
        "name": "lake",
        "clusters": [{"name": "lab", "bootstrap": status["bootstrap"], "poll": POLL}],
        "connect": [{"name": "lake", "cluster": "lab", "url": status["connect"][0], "poll": POLL}],
        "catalogs": [{"name": "lake", "type": "iceberg-rest", "url": status["catalog"], "warehouse": status["warehouse"],
                      "tables": [f"{status['namespace']}.*"], "poll": POLL}],
        "pipelines": [{"name": connector, "topic": status["topic"], "group": f"connect-{connector}",
                       "connector": connector, "table": table, "writer": "iceberg-connect",
                       "control_topic": status["control_topic"],
                       "commit_interval": f"{status['commit_interval_s']}s",
                       "commit_timeout": f"{status['commit_timeout_s']}s"} for connector, table in tables],
    }
