package dev.regulars.local.kafka;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/** A small broker that is its own controller. */
record BrokerSettings(
        Path data, int port, int controllerPort, @Nullable SecureListener secure) {

    /** After a kill, the broker is let in again once the session of the one before has ended. */
    private static final int SESSION_MILLIS = 3_000;

    private static final Map<String, Object> SMALL = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", 1),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT"),
            Map.entry("inter.broker.listener.name", "PLAINTEXT"),
            Map.entry("auto.create.topics.enable", false), // as in production: services name and create their topics
            Map.entry("num.partitions", 3),
            Map.entry("num.network.threads", 2),
            Map.entry("num.io.threads", 2),
            Map.entry("offsets.topic.num.partitions", 4),
            Map.entry("offsets.topic.replication.factor", (short) 1),
            Map.entry("transaction.state.log.num.partitions", 4),
            Map.entry("transaction.state.log.replication.factor", (short) 1),
            Map.entry("transaction.state.log.min.isr", 1),
            Map.entry("log.cleaner.dedupe.buffer.size", 2_097_152L),
            Map.entry("log.segment.bytes", 16_777_216),
            Map.entry("group.initial.rebalance.delay.ms", 0),
            Map.entry("broker.heartbeat.interval.ms", 500),
            Map.entry("broker.session.timeout.ms", SESSION_MILLIS));

    Map<String, Object> all() {
        Map<String, Object> settings = new HashMap<>(SMALL);
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("log.dirs", data.toString());
        if (secure != null) {
            secure.addTo(settings);
        }
        return settings;
    }

    void formatOnce() {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(1)
                    .setControllerListenerName("CONTROLLER")
                    .addDirectory(data.toString())
                    .setMetadataLogDirectory(data.toString())
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("Cannot format " + data, e);
        }
    }
}
