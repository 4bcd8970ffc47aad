package dev.regulars.faults.workload;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.faults.suite.ApiRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Creates members of the demo community; their sessions come from its Secure Auth, which costs no password hash. */
record Members(Fixture fixture) {

    private static final int THREADS = 4;
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    List<Member> create(String prefix, int count) {
        Map<Integer, Member> members = new ConcurrentSkipListMap<>();
        List<String> failures = NumberedTasks.start(THREADS, count, i -> members.put(i, create(prefix + i)))
                .await();
        if (!failures.isEmpty()) {
            throw new IllegalStateException("Members cannot be created: " + failures.getFirst());
        }
        return List.copyOf(members.values());
    }

    private Member create(String name) {
        String username = name + fixture.run();
        String email = username + "@example.com";
        JsonNode made = fixture.post(
                200,
                "/apis/v1/users",
                Map.of(
                        "firstname",
                        "Kai",
                        "lastname",
                        "Kill",
                        "username",
                        username,
                        "displayname",
                        "Kai",
                        "email",
                        email,
                        "accessLevel",
                        0,
                        "joinServer",
                        true,
                        "emailPassword",
                        false,
                        "sendEmail",
                        false),
                username);
        return new Member(made.path("userId").asText(), username, email, session(username));
    }

    private String session(String username) {
        var login = new ApiRequest(
                "GET",
                "/api/secureAuth?action=login&accessLevel=1&userId=" + username,
                Map.of(),
                Map.of(
                        "apiKey",
                        fixture.demo().ssoKey(),
                        "hostname",
                        fixture.demo().community().domain()),
                ApiRequest.get("/").timeout());
        String url = fixture.client().expect(200, login).text("/loginUrl");
        Matcher token = TOKEN.matcher(redeem(URI.create(url)));
        if (!token.find()) {
            throw new IllegalStateException("No session for " + username);
        }
        return token.group(1);
    }

    /** As a browser that resolves the host of the community to the gateway. */
    private String redeem(URI url) {
        URI gateway = URI.create(fixture.demo().gateway());
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            String request =
                    "POST %s?%s HTTP/1.1\r\nHost: %s\r\nAccept: application/json\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                            .formatted(url.getRawPath(), url.getRawQuery(), url.getAuthority());
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
