package dev.regulars.sandbox;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

import dev.regulars.local.Spawner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Another replica of the gateway, beside the sandbox's own. */
final class SecondGateway implements AutoCloseable {

    private static final int APART = 100;

    private final String address;
    private final Process process;

    SecondGateway(SandboxProcess sandbox) {
        int port = URI.create(sandbox.gateway()).getPort();
        address = "http://localhost:" + (port + APART);
        Path jar = Path.of(System.getProperty("repository"), "gateway/target/quarkus-app/quarkus-run.jar");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(List.of(
                        java, "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar.toString()))
                .redirectErrorStream(true)
                .redirectOutput(sandbox.home().log("second-gateway").toFile());
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port + APART));
        builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", sandbox.kafka());
        builder.environment().put("REGULARS_IDENTITY_URLS", "http://127.0.0.1:" + (port + 1));
        process = Spawner.start(builder);
        await().atMost(ofSeconds(60)).until(this::isReady);
    }

    String address() {
        return address;
    }

    private boolean isReady() throws InterruptedException {
        try {
            return Web.get(address + "/q/health/ready").path("status").asText().equals("UP");
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
