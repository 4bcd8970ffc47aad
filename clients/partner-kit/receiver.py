"""Receives Regulars webhooks. pip install cryptography; WEBHOOK_SECRET=whsec_… python3 receiver.py"""
import base64, hashlib, hmac, json, os, time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.padding import PKCS7

SECRET = base64.b64decode(os.environ["WEBHOOK_SECRET"].removeprefix("whsec_"))
TOLERANCE = int(os.environ.get("WEBHOOK_TOLERANCE", "300"))
TEXT = base64.b64decode if os.environ.get("WEBHOOK_ENCODING") == "base64" else bytes.fromhex
seen = set()  # in production: a unique column, kept for as long as a delivery can be repeated

def verified(headers, body):
    signed = f'{headers["webhook-id"]}.{headers["webhook-timestamp"]}.'.encode() + body
    expected = "v1," + base64.b64encode(hmac.digest(SECRET, signed, hashlib.sha256)).decode()
    fresh = abs(time.time() - int(headers["webhook-timestamp"])) <= TOLERANCE
    return fresh and any(hmac.compare_digest(expected, one) for one in headers["webhook-signature"].split(" "))
def decrypted(headers, body):
    if headers.get("x-encrypted") != "true":
        return body
    key = os.environ["WEBHOOK_AES_KEY_" + headers["x-encryption-key-id"]].encode()  # 32 characters, used as they are
    part = {name: TEXT(text) for name, text in json.loads(body).items()}
    if "tag" in part:
        return AESGCM(key).decrypt(part["iv"], part["data"] + part["tag"], None)
    cbc, padding = Cipher(algorithms.AES(key), modes.CBC(part["iv"])).decryptor(), PKCS7(128).unpadder()
    return padding.update(cbc.update(part["data"]) + cbc.finalize()) + padding.finalize()
class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        try:
            raw = self.rfile.read(int(self.headers["Content-Length"]))
            event = json.loads(decrypted(self.headers, raw)) if verified(self.headers, raw) else None
        except Exception:
            event = None
        if event and event.get("type") != "webhook.challenge" and self.headers["webhook-id"] not in seen:
            seen.add(self.headers["webhook-id"])
            print(json.dumps(event), flush=True)  # your work: store it, answer at once, work on it later
        self.send_response(200 if event else 401)
        self.end_headers()
        self.wfile.write(json.dumps({"challenge": (event or {}).get("challenge")}).encode())
ThreadingHTTPServer(("", int(os.environ.get("PORT", "3000"))), Receiver).serve_forever()
