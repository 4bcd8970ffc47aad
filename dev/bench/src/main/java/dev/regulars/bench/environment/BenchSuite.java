package dev.regulars.bench.environment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.bench.measure.CpuTime;
import dev.regulars.bench.process.ChildProcess;
import dev.regulars.bench.process.Http;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.home.Ports;
import dev.regulars.sandbox.home.SandboxHome;
import dev.regulars.sandbox.seed.Demo;
import dev.regulars.sandbox.service.Replica;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A separate sandbox with both JIT compilers and without login throttling. */
public final class BenchSuite implements AutoCloseable {

    public static final int PORT_OFFSET = 15_000;

    /** All but the publishers. */
    private static final List<String> CONSUMERS = List.of(
            "identity-service",
            "messaging-service",
            "gamification-service",
            "rewards-service",
            "analysis-service",
            "webhook-service");

    private final SandboxProcess sandbox;

    BenchSuite(Path folder) {
        var home = new SandboxHome(SandboxProcess.REPOSITORY, folder, PORT_OFFSET);
        sandbox = new SandboxProcess(
                home, Map.of("REGULARS_SANDBOX_JVM", ChildProcess.JVM, "REGULARS_THROTTLE_ENABLED", "false"));
    }

    void start() {
        try {
            sandbox.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        }
    }

    public String gateway() {
        return sandbox.gateway();
    }

    public String mongo() {
        return sandbox.mongo();
    }

    public String kafka() {
        return sandbox.kafka();
    }

    public int port(String service) {
        return new Replica(service, 1).port(sandbox.home());
    }

    public String address(String service) {
        return "http://127.0.0.1:" + port(service);
    }

    /** The management address of the service on this port. */
    public String management(int port) {
        return "http://127.0.0.1:" + Ports.management(port);
    }

    /** The environment variables for a service beside the sandbox's own. */
    public Map<String, String> settings(int port) {
        Map<String, String> settings = new HashMap<>();
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", "" + port);
        settings.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        settings.put("QUARKUS_MANAGEMENT_PORT", "" + Ports.management(port));
        settings.put("MONGODB_URI", mongo());
        settings.put("KAFKA_BOOTSTRAP_SERVERS", kafka());
        settings.put("REGULARS_PUBLIC_URL", gateway());
        settings.put("REGULARS_MASTER_KEY", read("master.key"));
        settings.put("REGULARS_TOPICS_PARTITIONS", "3");
        settings.put("REGULARS_JWKS_URL", address("identity-service") + "/internal/jwks");
        return settings;
    }

    public CpuTime cpu(String part) {
        return CpuTime.of(part, process(part));
    }

    public ProcessHandle process(String part) {
        long pid = StreamSupport.stream(control().get("/services").spliterator(), false)
                .filter(one -> one.path("name").asText().equals(part))
                .mapToLong(one -> one.path("pid").asLong())
                .findFirst()
                .orElseThrow();
        return ProcessHandle.of(pid).orElseThrow();
    }

    public List<CpuTime> cpus(String... parts) {
        return List.of(parts).stream().map(this::cpu).toList();
    }

    public void kill(String part) {
        JsonNode unused = control().post("/services/" + part + "/kill", Map.of());
    }

    /** Every other service that consumes the events of a measured one, which would disturb the measurement. */
    public void killOtherConsumers(String measured) {
        others(measured).forEach(this::kill);
    }

    public void startOtherConsumers(String measured) {
        others(measured).forEach(this::start);
    }

    private static List<String> others(String measured) {
        return CONSUMERS.stream().filter(one -> !one.equals(measured)).toList();
    }

    /** Returns when it is ready. */
    public void start(String part) {
        JsonNode unused = control().post("/services/" + part + "/start", Map.of());
    }

    /** The seeded community. */
    public Demo demo() {
        try {
            return sandbox.demo();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Http control() {
        return Http.anonymous(sandbox.control());
    }

    private String read(String name) {
        try {
            return Files.readString(sandbox.home().file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            sandbox.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
