package dev.regulars.webhook.payload.body;

import java.time.Instant;
import java.util.Map;

/**
 * Body of a delivery of an event that contract 4.1 gives no shape of its own.
 *
 * @param data the member, where it concerns one, and the facts of the event
 */
public record FurtherEvent(String event, String serverId, Instant timestamp, Map<String, Object> data) {}
