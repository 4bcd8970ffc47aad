package dev.regulars.faults.timing;

import static dev.regulars.faults.timing.TimingComparison.Bound.FIVE_PERCENT;
import static dev.regulars.faults.timing.TimingComparison.Bound.HALF_A_MILLISECOND;

import dev.regulars.faults.suite.Deadline;
import dev.regulars.faults.timing.TimedClient.Response;
import dev.regulars.local.TemporaryFolder;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.home.SandboxHome;
import dev.regulars.sandbox.seed.Demo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** {@code make timing}: in a sandbox of its own without login throttling. */
public final class Main {

    private static final int PORT_OFFSET = 13_000;
    /** Without login throttling, and with both compilers as in production. */
    private static final Map<String, String> SETTINGS =
            Map.of("REGULARS_THROTTLE_ENABLED", "false", "REGULARS_SANDBOX_JVM", "-Xmx256m -XX:+UseSerialGC");

    private static final Duration REST = Duration.ofMillis(60);
    private static final String LOGIN = "/api/v1/auth/login";
    private static final String FORGOT = "/v1/auth/forgot-password";
    private static final String RESEND = "/v1/auth/resend-verification";
    private static final String UNVERIFIED = "waiting@example.com";
    private static final String PASSWORD = "not-the-Password-1";

    private final TimedClient client;
    private final Demo demo;

    private Main(SandboxProcess sandbox) throws IOException {
        client = new TimedClient(sandbox.gateway());
        demo = sandbox.demo();
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = TemporaryFolder.create("regulars-timing");
        var sandbox = new SandboxProcess(new SandboxHome(SandboxProcess.REPOSITORY, folder, PORT_OFFSET), SETTINGS);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(sandbox, folder))); // on interruption, too
        System.out.println("Response times for known and unknown addresses, medians of 500 pairs:");
        sandbox.start();
        System.exit(new Main(sandbox).run() ? 0 : 1);
    }

    private static void end(SandboxProcess sandbox, Path folder) {
        try {
            sandbox.close();
            TemporaryFolder.delete(folder);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The sandbox in " + folder + " was not stopped", e);
        }
    }

    private boolean run() {
        var unused = register("waiting", UNVERIFIED);
        var random = new Random();
        boolean passed = true;
        System.out.printf("%-16s | %11s | %11s | known - unknown%n", "", "known", "unknown");
        for (TimingComparison comparison : comparisons()) {
            TimingComparison.Result result = comparison.run(random);
            System.out.println(result);
            passed &= result.holds();
        }
        LoginStorm.Result storm = new LoginStorm(this::storm, this::lookup).run();
        System.out.println(storm);
        return passed && storm.holds();
    }

    private List<TimingComparison> comparisons() {
        String known = demo.member().email();
        return List.of(
                new TimingComparison("login", FIVE_PERCENT, n -> login(known), n -> login(unknown(n))),
                new TimingComparison(
                        "register",
                        FIVE_PERCENT,
                        n -> rested(() -> register("known" + n, known)),
                        n -> rested(() -> register("unknown" + n, unknown(n)))),
                new TimingComparison(
                        "forgot password",
                        HALF_A_MILLISECOND,
                        n -> postEmail(FORGOT, known),
                        n -> postEmail(FORGOT, "forgot" + unknown(n))),
                new TimingComparison(
                        "resend code",
                        HALF_A_MILLISECOND,
                        n -> postEmail(RESEND, UNVERIFIED),
                        n -> postEmail(RESEND, "resend" + unknown(n))));
    }

    /** After the mail and the events of the registration before, which would slow this one, most often one of the other kind. */
    private static Response rested(Supplier<Response> call) {
        Deadline.pause(REST);
        return call.get();
    }

    private static String unknown(int number) {
        return "nobody" + number + "@example.com";
    }

    private Response login(String email) {
        return client.post(LOGIN, credentials(email), null, List.of(401));
    }

    private Response storm() {
        return client.post(LOGIN, credentials(unknown(0)), null, List.of(401, 503));
    }

    private static Map<String, String> credentials(String email) {
        return Map.of("email", email, "password", PASSWORD);
    }

    private Response register(String username, String email) {
        return client.post(
                "/api/v1/auth/register",
                Map.of(
                        "firstname",
                        "Ana",
                        "lastname",
                        "Silva",
                        "username",
                        username,
                        "email",
                        email,
                        "password",
                        PASSWORD,
                        "confirmPassword",
                        PASSWORD),
                null,
                List.of(200));
    }

    private Response postEmail(String path, String email) {
        return client.post(path, Map.of("email", email), null, List.of(200, 202));
    }

    private Response lookup() {
        return client.post("/v1/users/info", Map.of("idOrEmail", demo.member().email()), demo.apiKey(), List.of(200));
    }
}
