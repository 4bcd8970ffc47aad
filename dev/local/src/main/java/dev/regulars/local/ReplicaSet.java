package dev.regulars.local;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;

/** A replica set with one member, which allows transactions; it accepts writes once it is primary. */
public record ReplicaSet(int port) {

    private static final int ALREADY_INITIALIZED = 23;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public boolean takesWrites() {
        try (MongoClient client = direct()) {
            return isPrimary(client.getDatabase("admin"));
        }
    }

    void awaitPrimary(Process server, Path log) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (MongoClient client = direct()) {
            MongoDatabase admin = client.getDatabase("admin");
            while (!isPrimary(admin)) {
                if (!server.isAlive()) {
                    throw new IllegalStateException("MongoDB ended with " + server.exitValue() + ": see " + log);
                }
                if (System.nanoTime() > deadline) {
                    server.destroyForcibly();
                    throw new IllegalStateException("MongoDB accepts no writes after " + PATIENCE + ": see " + log);
                }
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }

    private boolean isPrimary(MongoDatabase admin) {
        try {
            Document hello = admin.runCommand(new Document("hello", 1));
            if (hello.containsKey("setName")) {
                return hello.getBoolean("isWritablePrimary");
            }
            admin.runCommand(new Document("replSetInitiate", configuration()));
        } catch (MongoCommandException e) {
            if (e.getErrorCode() == ALREADY_INITIALIZED) {
                move(admin);
            }
        } catch (MongoException notYet) {
            // still starting: the caller polls
        }
        return false;
    }

    /** Existing data has the configuration of its last port; reconfigures the set to this one. */
    private void move(MongoDatabase admin) {
        try {
            admin.runCommand(new Document("replSetReconfig", configuration()).append("force", true));
        } catch (MongoException notYet) {
            // as above
        }
    }

    private Document configuration() {
        var member = new Document("_id", 0).append("host", "127.0.0.1:" + port);
        return new Document("_id", "rs").append("version", 1).append("members", List.of(member));
    }

    private MongoClient direct() {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString("mongodb://127.0.0.1:" + port + "/?directConnection=true"))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(1, SECONDS))
                .build());
    }
}
