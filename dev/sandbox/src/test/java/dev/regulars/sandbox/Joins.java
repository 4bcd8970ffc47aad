package dev.regulars.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** People who join one after another while something is broken; each call is repeated until it is answered. */
final class Joins {

    private static final String PERSON = """
            {"firstname":"Kai","lastname":"Kill","username":"%1$s","displayname":"Kai","email":"%1$s@example.com",
             "accessLevel":0,"joinServer":true,"emailPassword":false,"sendEmail":false}""";

    private final String url;
    private final String apiKey;
    private final List<String> acknowledged = new CopyOnWriteArrayList<>();
    private volatile boolean enough;

    Joins(SandboxProcess sandbox) throws IOException {
        url = sandbox.gateway() + "/apis/v1/users";
        apiKey = sandbox.demo().apiKey();
    }

    Thread start() {
        return Thread.ofPlatform().start(() -> {
            while (!enough) {
                acknowledged.add(joinOne());
                pause(100);
            }
        });
    }

    void stop() {
        enough = true;
    }

    /** E-mail addresses of those whose call was answered with a yes. */
    List<String> acknowledged() {
        return acknowledged;
    }

    /** Answers the e-mail address of one who joined. */
    String joinOne() {
        String name = "kai" + UUID.randomUUID().toString().substring(0, 12);
        var headers = Map.of(
                "Authorization", "Bearer " + apiKey, "Content-Type", "application/json", "Idempotency-Key", name);
        byte[] body = PERSON.formatted(name).getBytes(UTF_8);
        int status = call(body, headers);
        while (status == 0 || status >= 500) {
            pause(200);
            status = call(body, headers);
        }
        if (status / 100 != 2) {
            throw new AssertionError("Joining was answered with " + status);
        }
        return name + "@example.com";
    }

    private int call(byte[] body, Map<String, String> headers) {
        try {
            return Web.post(url, body, headers);
        } catch (IOException noAnswer) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(int milliseconds) {
        LockSupport.parkNanos(Duration.ofMillis(milliseconds).toNanos());
    }
}
