"""Policies of the rendered overlays: what every pod must have, and that the network permits exactly the calls that the code makes.

usage: policies.py <rendered overlay>...
"""
import pathlib
import re
import sys

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
NAME = "app.kubernetes.io/name"
SERVICES = ["gateway", "identity-service", "community-service", "messaging-service",
            "gamification-service", "rewards-service", "analysis-service", "webhook-service"]
failures = []


def expect(holds, what):
    if not holds:
        failures.append(what)


def container_policies(where, pod, container):
    security = container.get("securityContext", {})
    expect(security.get("allowPrivilegeEscalation") is False, where + ": privilege escalation")
    expect(security.get("readOnlyRootFilesystem") is True, where + ": writable root file system")
    expect(security.get("capabilities", {}).get("drop") == ["ALL"], where + ": capabilities")
    expect(not security.get("privileged"), where + ": privileged")
    for kind in ("requests", "limits"):
        for resource in ("cpu", "memory"):
            expect(resource in container.get("resources", {}).get(kind, {}), "%s: no %s of %s" % (where, kind, resource))
    expect(container["resources"]["requests"]["memory"] == container["resources"]["limits"]["memory"],
           where + ": the heap follows the memory limit, which must be reserved")
    ports = {port["name"]: port["containerPort"] for port in container.get("ports", [])}
    for probe in ("startupProbe", "readinessProbe", "livenessProbe"):
        expect(container.get(probe, {}).get("httpGet", {}).get("port") == "management", "%s: %s" % (where, probe))
    expect(set(ports) == {"http", "management"}, where + ": ports")
    expect(not re.search(r"(:latest|/[^:@]*)$", container["image"]), where + ": image without version: " + container["image"])
    for variable in container.get("env", []):
        secret = re.search("KEY|PASSWORD|URI|SECRET|TOKEN", variable["name"])
        expect(not secret or "valueFrom" in variable, "%s: %s in clear" % (where, variable["name"]))
    stop = container.get("lifecycle", {}).get("preStop", {}).get("sleep", {}).get("seconds", 0)
    expect(stop + 10 + 15 <= pod["terminationGracePeriodSeconds"], where + ": no time to drain")


def deployment_policies(overlay, deployment):
    name = deployment["metadata"]["name"]
    where = overlay + ", " + name
    spec = deployment["spec"]
    pod = spec["template"]["spec"]
    expect(pod.get("automountServiceAccountToken") is False, where + ": service account token")
    expect(pod.get("enableServiceLinks") is False, where + ": service links")
    context = pod.get("securityContext", {})
    expect(context.get("runAsNonRoot") is True and context.get("runAsUser", 0) > 0, where + ": root")
    expect(context.get("seccompProfile", {}).get("type") == "RuntimeDefault", where + ": seccomp")
    expect(not pod.get("hostNetwork") and not pod.get("hostPID") and not pod.get("hostIPC"), where + ": host namespaces")
    expect({one["topologyKey"] for one in pod.get("topologySpreadConstraints", [])}
           == {"kubernetes.io/hostname", "topology.kubernetes.io/zone"}, where + ": topology spread")
    expect(spec["strategy"]["rollingUpdate"]["maxUnavailable"] == 0, where + ": replicas go before others come")
    for container in pod["containers"]:
        container_policies(where, pod, container)


def calls_of_the_code():
    """Pairs of caller and receiver: every service fetches keys and its token from identity-service."""
    pairs = {(caller, "identity-service") for caller in SERVICES if caller != "identity-service"}
    for caller in SERVICES:
        for file in (ROOT / caller / "src/main").rglob("*.java"):
            for receiver in re.findall(r"addresses\.(\w+)\(\)", file.read_text()):
                pairs.add((caller, receiver + "-service"))
    return {pair for pair in pairs if pair[0] != pair[1] and pair[1] in SERVICES}


def calls_permitted(policies):
    pairs = set()
    for policy in policies:
        receiver = policy["spec"]["podSelector"].get("matchLabels", {}).get(NAME)
        for rule in policy["spec"].get("ingress", []):
            for peer in rule.get("from", []):
                caller = peer.get("podSelector", {}).get("matchLabels", {}).get(NAME)
                if receiver and caller:
                    pairs.add((caller, receiver))
    return pairs


def network_policies(overlay, policies):
    denied = [one for one in policies if one["spec"]["podSelector"] == {} and not one["spec"].get("ingress")
              and not one["spec"].get("egress") and set(one["spec"]["policyTypes"]) == {"Ingress", "Egress"}]
    expect(denied, overlay + ": no default deny")
    needed, permitted = calls_of_the_code(), calls_permitted(policies)
    for caller, receiver in sorted(needed - permitted):
        failures.append("%s: %s calls %s, and no NetworkPolicy permits it" % (overlay, caller, receiver))
    for caller, receiver in sorted(permitted - needed):
        failures.append("%s: a NetworkPolicy permits %s to call %s, which no code does" % (overlay, caller, receiver))
    for policy in policies:
        for rule in policy["spec"].get("ingress", []):
            expect(rule.get("from") and rule.get("ports"), "%s: %s is open" % (overlay, policy["metadata"]["name"]))


for path in map(pathlib.Path, sys.argv[1:]):
    by_kind = {}
    for one in yaml.safe_load_all(path.read_text()):
        by_kind.setdefault(one["kind"], []).append(one)
    overlay = path.stem
    expect({one["metadata"]["name"] for one in by_kind["Deployment"]} == set(SERVICES), overlay + ": deployments")
    for deployment in by_kind["Deployment"]:
        deployment_policies(overlay, deployment)
    for kind in ("Service", "PodDisruptionBudget"):
        expect({one["metadata"]["name"] for one in by_kind[kind]} == set(SERVICES), overlay + ": " + kind)
    scaled = [one["metadata"]["name"] for kind in ("HorizontalPodAutoscaler", "ScaledObject") for one in by_kind.get(kind, [])]
    expect(not scaled or sorted(scaled) == sorted(SERVICES), overlay + ": one autoscaler each, not " + str(scaled))
    expect(all(one["spec"]["tls"] for one in by_kind["Ingress"]), overlay + ": ingress without TLS")
    expect(not by_kind.get("Secret"), overlay + ": secrets belong to the operator, by reference")
    network_policies(overlay, by_kind["NetworkPolicy"])

print("\n".join(failures) if failures else "%d overlays: pods are restricted, and the network permits what the code calls"
      % len(sys.argv[1:]))
sys.exit(bool(failures))
