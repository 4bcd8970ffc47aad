#!/usr/bin/env python3
"""Checks a spin offline: verify-spin.py proof.json [the commitment that was shown before the spin]"""
import hashlib, hmac, json, sys


def line(prize):
    units = ",".join(f"{unit}={prize['changes'][unit]}" for unit in sorted(prize["changes"]))
    fallback = "" if prize.get("fallback") is None else ">" + prize["fallback"]
    return "\t".join([prize["label"], str(prize["weight"]), fallback, units])


def check(proof, commitment):
    weights, seed = proof["weights"], proof["serverSeed"].encode()
    assert hashlib.sha256(seed).hexdigest() == proof["commitment"] == commitment, "the server changed its seed"
    message = "\n".join([proof["clientSeed"], str(proof["weightsVersion"]), *map(line, weights)])
    assert hmac.new(seed, message.encode(), "sha256").hexdigest() == proof["draw"], "not the draw of these weights"
    ticket = int(proof["draw"], 16) % sum(prize["weight"] for prize in weights)
    for prize in weights:
        if ticket < prize["weight"]:
            break
        ticket -= prize["weight"]
    for label in proof["exhausted"]:
        assert label == prize["label"], "a prize is called exhausted that was not drawn"
        prize = next(other for other in weights if other["label"] == prize["fallback"])
    assert proof["prize"] == {"label": prize["label"], "changes": prize["changes"]}, "not the prize that was drawn"


proof = json.load(open(sys.argv[1]))
proof = proof.get("data", proof)
check(proof, sys.argv[2] if len(sys.argv) > 2 else proof["commitment"])
print("The spin is as it should be:", proof["prize"]["label"])
