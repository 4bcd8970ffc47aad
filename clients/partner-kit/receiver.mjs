// Receives Regulars webhooks, with Node.js alone. WEBHOOK_SECRET=whsec_… node receiver.mjs
import { createDecipheriv, createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";

const SECRET = Buffer.from(process.env.WEBHOOK_SECRET.replace("whsec_", ""), "base64");
const TOLERANCE = Number(process.env.WEBHOOK_TOLERANCE ?? 300);
const ENCODING = process.env.WEBHOOK_ENCODING === "base64" ? "base64" : "hex";
const seen = new Set(); // in production: a unique column, kept for as long as a delivery can be repeated

function verified(headers, body) {
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.`;
  const expected = Buffer.from("v1," + createHmac("sha256", SECRET).update(signed).update(body).digest("base64"));
  const fresh = Math.abs(Date.now() / 1000 - Number(headers["webhook-timestamp"])) <= TOLERANCE;
  const given = String(headers["webhook-signature"]).split(" ").map((one) => Buffer.from(one));
  return fresh && given.some((one) => one.length === expected.length && timingSafeEqual(one, expected));
}
function decrypted(headers, body) {
  if (headers["x-encrypted"] !== "true") return body;
  const key = Buffer.from(process.env["WEBHOOK_AES_KEY_" + headers["x-encryption-key-id"]], "ascii"); // used as it is
  const { iv, data, tag } = JSON.parse(body.toString());
  const aes = createDecipheriv(tag ? "aes-256-gcm" : "aes-256-cbc", key, Buffer.from(iv, ENCODING));
  if (tag) aes.setAuthTag(Buffer.from(tag, ENCODING));
  return Buffer.concat([aes.update(Buffer.from(data, ENCODING)), aes.final()]);
}
createServer(async (request, response) => {
  let event;
  try {
    const raw = Buffer.concat(await request.toArray());
    if (verified(request.headers, raw)) event = JSON.parse(decrypted(request.headers, raw).toString());
  } catch { /* answered as 401 below */ }
  const id = request.headers["webhook-id"];
  if (event && event.type !== "webhook.challenge" && !seen.has(id)) {
    seen.add(id);
    console.log(JSON.stringify(event)); // your work: store it, answer at once, work on it later
  }
  response.writeHead(event ? 200 : 401).end(JSON.stringify({ challenge: event?.challenge }));
}).listen(Number(process.env.PORT ?? 3000));
