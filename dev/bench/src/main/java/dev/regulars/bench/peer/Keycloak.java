package dev.regulars.bench.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.regulars.bench.environment.SyntheticUsers;
import dev.regulars.bench.measure.CpuTime;
import dev.regulars.bench.process.ChildProcess;
import dev.regulars.bench.process.Http;
import dev.regulars.bench.process.Shell;
import dev.regulars.local.Ports;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Keycloak with an embedded database (H2, in a file). */
public record Keycloak(ChildProcess child, String address) implements AutoCloseable {

    public static final String MISSING = "Keycloak is not installed (Maven downloads it where it can)";

    private static final Path DESCRIBED = PeerCache.PEERS.resolve("keycloak");
    private static final Path UNPACKED = PeerCache.folder("keycloak-" + version());
    private static final Path HOME = UNPACKED.resolve("keycloak-" + version());
    private static final Path BUILT = UNPACKED.resolve("built");
    private static final String PROGRAM = HOME.resolve("bin/kc.sh").toString();
    private static final String REALM = "bench";
    private static final String CLIENT = "bench";

    public static String version() {
        return PeerCache.read(DESCRIBED.resolve("keycloak.xml"))
                .replaceAll("(?s).*<keycloak.version>(.*)</keycloak.version>.*", "$1");
    }

    /** Downloads it once and runs its build step. */
    public static boolean isAvailable() {
        if (!Files.exists(BUILT)
                && Shell.run(
                                DESCRIBED,
                                "mvn",
                                "-q",
                                "-B",
                                "-f",
                                "keycloak.xml",
                                "dependency:unpack-dependencies",
                                "-DoutputDirectory=" + UNPACKED)
                        .isPresent()) {
            Shell.run(HOME, "sh", PROGRAM, "build", "--db=dev-file", "--cache=local")
                    .ifPresent(output -> PeerCache.write(BUILT, output));
        }
        return Files.exists(BUILT);
    }

    /** Starts it with the first synthetic users; their password is hashed with identity-service's parameters. */
    public static Keycloak start(Path folder, int logins, String password) {
        int port = Ports.free();
        Path imports = PeerCache.folder(HOME.resolve("data/import"));
        PeerCache.write(imports.resolve(REALM + "-realm.json"), Http.text(realm(logins, password)));
        var child = ChildProcess.start(
                "Keycloak",
                folder,
                Map.of("JAVA_HOME", System.getProperty("java.home")),
                List.of(
                        "sh",
                        PROGRAM,
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname-strict=false",
                        "--db-url=jdbc:h2:file:" + folder.resolve("database") + ";NON_KEYWORDS=VALUE",
                        "--spi-password-hashing--argon2--memory=19456",
                        "--spi-password-hashing--argon2--iterations=2"));
        var keycloak = new Keycloak(child, "http://127.0.0.1:" + port);
        ChildProcess unused = child.awaitOk(keycloak.address, "/realms/" + REALM);
        return keycloak;
    }

    public CpuTime cpu() {
        return child.cpu();
    }

    /** The endpoint of the password grant. */
    public String tokenEndpoint() {
        return address + "/realms/" + REALM + "/protocol/openid-connect/token";
    }

    /** The form body of a password grant. */
    public static String passwordGrant(int user, String password) {
        return "grant_type=password&client_id=%s&username=%s&password=%s"
                .formatted(CLIENT, SyntheticUsers.username(user), URLEncoder.encode(password, UTF_8));
    }

    private static Map<String, Object> realm(int logins, String password) {
        var client = Map.of("clientId", CLIENT, "publicClient", true, "directAccessGrantsEnabled", true);
        List<Map<String, Object>> users =
                IntStream.range(0, logins).mapToObj(i -> user(i, password)).toList();
        return Map.of("realm", REALM, "enabled", true, "clients", List.of(client), "users", users);
    }

    private static Map<String, Object> user(int i, String password) {
        return Map.of(
                "username",
                SyntheticUsers.username(i),
                "email",
                SyntheticUsers.email(i),
                "firstName",
                "First",
                "lastName",
                "Last" + i,
                "enabled",
                true,
                "credentials",
                List.of(Map.of("type", "password", "value", password)));
    }

    @Override
    public void close() {
        child.close();
    }
}
