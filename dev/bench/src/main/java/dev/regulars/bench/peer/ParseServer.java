package dev.regulars.bench.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.regulars.bench.environment.SyntheticUsers;
import dev.regulars.bench.measure.CpuTime;
import dev.regulars.bench.process.ChildProcess;
import dev.regulars.bench.process.H2Load;
import dev.regulars.bench.process.Http;
import dev.regulars.bench.process.Shell;
import dev.regulars.local.Ports;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;

/** Parse Server on the same database. */
public record ParseServer(ChildProcess child, String address) implements AutoCloseable {

    public static final String MISSING =
            "Parse Server is not installed (npm downloads it where there is Node 20 or newer)";

    public static final int AWARDS_PER_REQUEST = 25;

    private static final int HOT_EVERY = 3;
    private static final int HOT = 9;
    private static final int STRIDE = 997;
    private static final Path DESCRIBED = PeerCache.PEERS.resolve("parse-server/package.json");
    private static final Path HOME = PeerCache.folder("parse-server-" + version());
    private static final Path PROGRAM = HOME.resolve("node_modules/parse-server/bin/parse-server");
    private static final Map<String, String> HEADERS = Map.of(
            "X-Parse-Application-Id", "bench",
            "X-Parse-Master-Key", "master");
    private static final List<String> NUMBERS = List.of(
            "xp",
            "coins",
            "xpEarnedToday",
            "coinsEarnedToday",
            "totalMessages",
            "totalReactions",
            "visitCount",
            "replySent",
            "timeSpent",
            "loginStreak");
    private static final List<String> TEXTS =
            List.of("userId", "firstName", "lastName", "displayName", "highestRole", "language");

    public static String version() {
        return PeerCache.read(DESCRIBED).replaceAll("(?s).*\"parse-server\": \"([^\"]*)\".*", "$1");
    }

    /** Downloads it once. */
    public static boolean isAvailable() {
        if (!Files.exists(PROGRAM)) {
            PeerCache.write(HOME.resolve("package.json"), PeerCache.read(DESCRIBED));
            var unused = Shell.run(
                    HOME,
                    "npm",
                    "install",
                    "--omit=dev",
                    "--ignore-scripts",
                    "--no-audit",
                    "--no-fund",
                    "--no-package-lock");
        }
        return Shell.isAvailable("node") && Files.exists(PROGRAM);
    }

    /** Starts it with the synthetic users in its own collection and all fields in its schema. */
    public static ParseServer start(Path folder, String mongo) {
        int port = Ports.free();
        String database = mongo.replace("/?", "/parse?");
        var child = ChildProcess.start(
                "Parse Server",
                folder,
                Map.of("NODE_ENV", "production", "PARSE_SERVER_LOGS_FOLDER", "null"),
                List.of(
                        "node",
                        PROGRAM.toString(),
                        "--appId=bench",
                        "--masterKey=master",
                        "--masterKeyIps=127.0.0.1,::1",
                        "--host=127.0.0.1",
                        "--port=" + port,
                        "--databaseURI=" + database));
        var parse = new ParseServer(child, "http://127.0.0.1:" + port + "/parse");
        ChildProcess unused = child.awaitOk(parse.address, "/health");
        parse.setUp(mongo);
        return parse;
    }

    public CpuTime cpu() {
        return child.cpu();
    }

    /** A lookup by e-mail address with the master key: no session, no permission check. */
    public H2Load read(int user) {
        return new H2Load(address + query(user), HEADERS, null);
    }

    public JsonNode found(int user) {
        return new Http(address, HEADERS).get(query(user)).path("results").path(0);
    }

    /** Increments and their log entries, in one request of the batch API. */
    public H2Load awards() {
        var headers = new HashMap<>(HEADERS);
        headers.put("Content-Type", "application/json");
        return new H2Load(address + "/batch", headers, Http.text(Map.of("requests", awardOperations())));
    }

    /** Fails unless each increment and each log entry succeeds. */
    public void checkAwards() {
        for (JsonNode one : new Http(address, HEADERS).post("/batch", Map.of("requests", awardOperations()))) {
            if (!one.has("success")) {
                throw new IllegalStateException("An award failed: " + one);
            }
        }
    }

    private static List<Map<String, Object>> awardOperations() {
        return IntStream.range(0, AWARDS_PER_REQUEST)
                .mapToObj(i -> userId(i % HOT_EVERY == 0 ? i % HOT : i * STRIDE))
                .flatMap(user -> Stream.of(
                        Map.<String, Object>of(
                                "method",
                                "PUT",
                                "path",
                                "/parse/classes/_User/" + user,
                                "body",
                                Map.of("xp", Map.of("__op", "Increment", "amount", 1))),
                        Map.<String, Object>of(
                                "method", "POST",
                                "path", "/parse/classes/Award",
                                "body", Map.of("user", user, "cause", "visit", "amount", 1))))
                .toList();
    }

    private static String userId(int i) {
        return "p%09d".formatted(i);
    }

    private static String query(int user) {
        return "/classes/_User?limit=1&where="
                + URLEncoder.encode("{\"email\":\"" + SyntheticUsers.email(user) + "\"}", UTF_8);
    }

    private void setUp(String mongo) {
        Map<String, Object> fields = new HashMap<>();
        NUMBERS.forEach(name -> fields.put(name, Map.of("type", "Number")));
        TEXTS.forEach(name -> fields.put(name, Map.of("type", "String")));
        List.of("roles", "tags").forEach(name -> fields.put(name, Map.of("type", "Array")));
        fields.put("customFields", Map.of("type", "Object"));
        JsonNode unused =
                new Http(address, HEADERS).put("/schemas/_User", Map.of("className", "_User", "fields", fields));
        try (MongoClient client = MongoClients.create(mongo)) {
            SyntheticUsers.insert(client.getDatabase("parse").getCollection("_User"), ParseServer::user);
        }
    }

    private static Document user(int i) {
        var user = SyntheticUsers.names(new Document("_id", userId(i)), i)
                .append("highestRole", "@all")
                .append("language", "English")
                .append("roles", List.of("@all"))
                .append("tags", List.of())
                .append("customFields", new Document())
                .append("_created_at", Instant.EPOCH)
                .append("_updated_at", Instant.EPOCH)
                .append("_rperm", List.of("*"))
                .append("_wperm", List.of());
        NUMBERS.forEach(name -> user.append(name, 0));
        return user;
    }

    @Override
    public void close() {
        child.close();
    }
}
