package dev.regulars.local.kafka;

import dev.regulars.local.DataFolder;
import dev.regulars.local.Ports;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/**
 * A real one-node Kafka in this JVM, which may be stopped and started again on the same data and port;
 * or the one at {@code KAFKA_BOOTSTRAP_SERVERS}, which is neither started nor stopped.
 */
public final class LocalKafka implements AutoCloseable {

    private final @Nullable String given = System.getenv("KAFKA_BOOTSTRAP_SERVERS");
    private final int port;
    private final int controllerPort;
    private final DataFolder data;
    private final @Nullable SecureListener secure;
    private @Nullable KafkaRaftServer server;

    /** Its data is deleted on close. */
    public LocalKafka() {
        this(null);
    }

    /** The same with a second, secure listener. */
    public LocalKafka(@Nullable SecureListener secure) {
        this(Ports.free(), Ports.free(), DataFolder.temporary("kafka"), secure);
        Runtime.getRuntime().addShutdownHook(new Thread(data::discard));
    }

    private LocalKafka(int port, int controllerPort, DataFolder data, @Nullable SecureListener secure) {
        this.port = port;
        this.controllerPort = controllerPort;
        this.data = data;
        this.secure = secure;
    }

    public static LocalKafka kept(Path folder, int port, int controllerPort) {
        return new LocalKafka(port, controllerPort, DataFolder.kept(folder), null);
    }

    /** A broker as a process of its own: data folder, port and controller port; ends at the first signal. */
    public static void main(String[] args) throws InterruptedException {
        LocalKafka kafka = kept(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        kafka.start();
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close));
        System.out.println("Kafka is ready at " + kafka.address());
        new CountDownLatch(1).await();
    }

    /** Returns when it accepts records. */
    public void start() {
        if (given != null) {
            return;
        }
        Ports.requireFree(port, "Kafka");
        Ports.requireFree(controllerPort, "Kafka's controller");
        BrokerSettings settings = new BrokerSettings(data.path(), port, controllerPort, secure);
        settings.formatOnce();
        server = new KafkaRaftServer(new KafkaConfig(settings.all()), Time.SYSTEM);
        server.startup();
    }

    public String address() {
        return given != null ? given : "127.0.0.1:" + port;
    }

    public boolean isGiven() {
        return given != null;
    }

    public void stop() {
        if (server == null) {
            throw new IllegalStateException(
                    given == null
                            ? "Kafka was not started"
                            : "KAFKA_BOOTSTRAP_SERVERS is external: it is not stopped here");
        }
        server.shutdown();
        server.awaitShutdown();
        server = null;
    }

    @Override
    public void close() {
        if (server != null) {
            stop();
        }
        data.discard();
    }
}
