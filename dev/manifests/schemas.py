"""Validates manifests strictly: unknown fields are errors. Kinds of Kubernetes against its published schemas, in all supported
versions; kinds of operators against their CustomResourceDefinitions.

usage: schemas.py <folder with manifests> <folders with CRDs>...
"""
import pathlib
import sys

import jsonschema
import kubernetes_validate
import yaml

# a plain "=" is a string, as in YAML 1.2
yaml.SafeLoader.add_constructor("tag:yaml.org,2002:value", lambda loader, node: node.value)
VERSIONS = ["1.32", "1.33", "1.34"]


def documents(file):
    return [one for one in yaml.safe_load_all(file.read_text()) if one and "kind" in one and "apiVersion" in one]


def strict(schema):
    """The structural schema, refusing what it does not name, as the server prunes or refuses it."""
    if isinstance(schema, list):
        return [strict(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: strict(value) for key, value in schema.items()}
    if "properties" in schema and isinstance(schema["properties"], dict) and schema.get("type") == "object":
        if "additionalProperties" not in schema and not schema.get("x-kubernetes-preserve-unknown-fields"):
            closed["additionalProperties"] = False
    if schema.get("x-kubernetes-int-or-string"):
        closed.pop("type", None)
        closed["anyOf"] = [{"type": "integer"}, {"type": "string"}]
    return closed


def definitions(folders):
    known = {}
    for folder in folders:
        for file in sorted(pathlib.Path(folder).glob("*.yaml")):
            for crd in documents(file):
                for version in crd["spec"].get("versions", []):
                    schema = strict(version["schema"]["openAPIV3Schema"])
                    schema["properties"]["metadata"] = {"type": "object"}
                    known[crd["spec"]["group"] + "/" + version["name"], crd["spec"]["names"]["kind"]] = schema
    return known


def is_kubernetes(api):
    return "/" not in api or "." not in api.split("/")[0] or api.split("/")[0].endswith(".k8s.io")


def problems(one, known):
    api, kind = one["apiVersion"], one["kind"]
    if is_kubernetes(api):
        for version in VERSIONS:
            try:
                kubernetes_validate.validate(one, version, strict=True)
            except kubernetes_validate.ValidationError as refused:
                yield "Kubernetes %s: %s: %s" % (version, "/".join(map(str, refused.path)), refused.message)
    elif (api, kind) in known:
        for refused in jsonschema.Draft202012Validator(known[api, kind]).iter_errors(one):
            yield "%s: %s" % ("/".join(map(str, refused.path)), refused.message)
    else:
        unchecked.add(api + " " + kind)


unchecked, count, failed = set(), 0, False
known = definitions(sys.argv[2:])
for file in sorted(pathlib.Path(sys.argv[1]).glob("*.yaml")):
    for one in documents(file):
        count += 1
        for problem in problems(one, known):
            failed = True
            print("%s, %s %s: %s" % (file.name, one["kind"], one["metadata"]["name"], problem))
for kind in sorted(unchecked):
    print("not checked, no schema here: " + kind)
print("%d objects are valid in Kubernetes %s%s"
      % (count, ", ".join(VERSIONS), "; no schema for " + ", ".join(sorted(unchecked)) if unchecked else ""))
sys.exit(failed or count == 0)
