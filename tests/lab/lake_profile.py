# SPDX-License-Identifier: GPL-3.0-or-later
"""The profile of the lake: what a user would write to have the program watch it."""

POLL = "1s"


def secrets(status: dict) -> dict[str, str]:
    """What the profile refers to, for the environment of who reads it."""
    return {"LAKE_S3_KEY": status["s3_key"], "LAKE_S3_SECRET": status["s3_secret"]}


def profile(status: dict, tables: list[tuple[str, str]]) -> dict:
    """`tables`: the connectors and the tables that they write."""
    return {
        "name": "lake",
        "clusters": [{"name": "lab", "bootstrap": status["bootstrap"], "poll": POLL}],
        "connect": [{"name": "lake", "cluster": "lab", "url": status["connect"][0], "poll": POLL}],
        # The path is the store that is asked whether it answers; the catalog tells the rest.
        "catalogs": [{"name": "lake", "type": "iceberg-rest", "url": status["catalog"], "warehouse": status["warehouse"],
                      "path": f"s3://{status['bucket']}/{status['warehouse']}",
                      "s3": {"endpoint": status["s3"], "region": status["region"], "path_style": True,
                             "access_key": "env:LAKE_S3_KEY", "secret_key": "env:LAKE_S3_SECRET"},
                      "tables": [f"{status['namespace']}.*"], "poll": POLL}],
        "pipelines": [{"name": connector, "topic": status["topic"], "group": f"connect-{connector}",
                       "connector": connector, "table": table, "writer": "iceberg-connect",
                       "control_topic": status["control_topic"],
                       "commit_interval": f"{status['commit_interval_s']}s",
                       "commit_timeout": f"{status['commit_timeout_s']}s"} for connector, table in tables],
    }
