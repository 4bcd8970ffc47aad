"""Loads the compose file as `docker compose config` does (schema, interpolation, references), then checks its promises.

usage: compose_file.py <loader> <compose file>
"""
import json
import os
import subprocess
import sys

SERVICES = {"gateway": 8080, "identity-service": 8081, "community-service": 8082, "messaging-service": 8083,
            "gamification-service": 8084, "rewards-service": 8085, "analysis-service": 8086, "webhook-service": 8087}
loaded = subprocess.run([sys.argv[1], sys.argv[2]], capture_output=True, text=True,
                        env={**os.environ, "REGULARS_MASTER_KEY": "x" * 44})
if loaded.returncode:
    sys.exit(loaded.stderr or loaded.stdout)
services = json.loads(loaded.stdout)["services"]
failures = []
missing = (set(SERVICES) | {"mongo", "kafka", "demo"}) - set(services)
failures += ["no service " + name for name in missing]
for name, port in SERVICES.items():
    one = services[name]
    if not one.get("read_only") or one.get("cap_drop") != ["ALL"] or "no-new-privileges:true" not in one.get("security_opt", []):
        failures.append(name + ": not restricted")
    if one["environment"]["QUARKUS_HTTP_PORT"] != str(port):
        failures.append(name + ": another port than the sandbox")
if "transactionLifetimeLimitSeconds=5" not in " ".join(services["mongo"]["command"]):
    failures.append("mongo: a killed transaction would keep its locks for a minute")
for one in services.values():
    for port in one.get("ports", []):
        if port.get("host_ip") != "127.0.0.1":
            failures.append("published to other machines: " + str(port))
print("\n".join(failures) if failures else "%d services load" % len(services))
sys.exit(bool(failures))
