"""Checks that alerts and dashboards are made of metrics that exist, in PromQL that parses, and that every alert has its runbook."""
import json
import pathlib
import re
import sys

import promql_parser
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
# of the JVM and of the scraper, which docs/metrics.md leaves out
OTHERS = {"up", "jvm_memory_used_bytes", "jvm_memory_max_bytes", "jvm_gc_pause_seconds", "process_cpu_usage", "jvm_threads_live_threads"}
SUFFIX = re.compile(r"_(total|count|sum|max|bucket)$")
failures = []


def documented():
    names = set(re.findall(r"^\| `(\w+)` \|", (ROOT / "docs/metrics.md").read_text(), re.M))
    for service in [*ROOT.glob("*-service"), ROOT / "gateway", *ROOT.glob("libs/*")]:
        for file in service.glob("src/main/**/*.java"):
            for name in re.findall(r'(?:Gauge|Counter|Timer|DistributionSummary)\s*\.builder\(\s*"([a-z.]+)"', file.read_text()):
                names |= {name.replace(".", "_"), name.replace(".", "_") + "_seconds"}
    return names | OTHERS


def check(where, expression, recorded):
    try:
        promql_parser.parse(re.sub(r"\$__rate_interval|\$interval", "5m", expression))
    except ValueError as wrong:
        failures.append("%s: %s: %s" % (where, expression, wrong))
    bare = re.sub(r'"[^"]*"', "", re.sub(r"\{[^}]*\}", "", expression))
    bare = re.sub(r"\b(by|without|on|ignoring)\s*\([^)]*\)", "", bare)
    for name in re.findall(r"(?<![\w$])[a-z_][\w:]*(?!\w|\s*\()", bare):
        if name in ("and", "or", "unless", "bool", "group_left", "group_right") or re.fullmatch(r"\d*[smhdw]", name):
            continue
        if name not in recorded and name not in metrics and SUFFIX.sub("", name) not in metrics:
            failures.append("%s: no such metric: %s" % (where, name))


metrics = documented()
rules = [rule for group in yaml.safe_load((ROOT / "deploy/observability/rules/alerts.yaml").read_text())["spec"]["groups"]
         for rule in group["rules"]]
recorded = {rule["record"] for rule in rules if "record" in rule}
for rule in rules:
    check(rule.get("alert") or rule["record"], rule["expr"], recorded)
    if "alert" in rule:
        page = ROOT / rule["annotations"]["runbook_url"]
        if not page.exists():
            failures.append("%s: no runbook %s" % (rule["alert"], page.relative_to(ROOT)))
        elif rule["alert"] not in page.read_text():
            failures.append("%s is not named in %s" % (rule["alert"], page.relative_to(ROOT)))
panels = 0
for file in sorted((ROOT / "deploy/observability/dashboards").glob("*.json")):
    for panel in json.loads(file.read_text())["panels"]:
        for target in panel.get("targets", []):
            panels += 1
            check(file.name + ", " + panel["title"], target["expr"], recorded)
print("\n".join(failures) if failures else "%d alerts with runbooks, %d queries of dashboards: all metrics exist"
      % (len(rules) - len(recorded), panels))
sys.exit(bool(failures))
