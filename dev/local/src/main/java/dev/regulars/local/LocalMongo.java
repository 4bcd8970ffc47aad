package dev.regulars.local;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A real MongoDB on loopback, a replica set of one with journal, which may be killed and started again on the same data;
 * or the one at {@code MONGODB_URI}, which is neither started nor stopped.
 */
public final class LocalMongo implements AutoCloseable {

    private final @Nullable String given = System.getenv("MONGODB_URI");
    private final int port;
    private final DataFolder data;
    private final Path log;
    private @Nullable Process server;

    /** Its data is deleted on close. */
    public LocalMongo() {
        this(Ports.free(), DataFolder.temporary("mongo"), null);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    private LocalMongo(int port, DataFolder data, @Nullable Path log) {
        this.port = port;
        this.data = data;
        this.log = log == null ? data.path().resolve("mongod.log") : log;
    }

    public static LocalMongo kept(Path folder, int port, Path log) {
        return new LocalMongo(port, DataFolder.kept(folder), log);
    }

    /** Returns when it accepts writes. */
    public void start() {
        if (given != null) {
            return;
        }
        Ports.requireFree(port, "MongoDB");
        server = Spawner.start(new ProcessBuilder(Mongod.command(data.path(), port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())));
        new ReplicaSet(port).awaitPrimary(server, log);
    }

    public String address() {
        return given != null ? given : "mongodb://127.0.0.1:" + port + "/?replicaSet=rs";
    }

    public boolean isGiven() {
        return given != null;
    }

    public ProcessHandle process() {
        return ours().toHandle();
    }

    /** As in a power failure: nothing is flushed. */
    public void kill() {
        ours().destroyForcibly().onExit().join();
    }

    /** Stops it gracefully. */
    public void stop() {
        Process running = ours();
        running.destroy();
        running.onExit().completeOnTimeout(running, 10, SECONDS).join();
        kill();
    }

    @Override
    public void close() {
        if (server != null) {
            kill();
        }
        data.discard();
    }

    private Process ours() {
        if (server == null) {
            throw new IllegalStateException(
                    given == null ? "MongoDB was not started" : "MONGODB_URI is external: it is not stopped here");
        }
        return server;
    }
}
