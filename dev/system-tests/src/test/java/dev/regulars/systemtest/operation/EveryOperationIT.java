package dev.regulars.systemtest.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.systemtest.sandbox.Http;
import dev.regulars.systemtest.sandbox.Http.Response;
import dev.regulars.systemtest.sandbox.SharedSandbox;
import dev.regulars.testkit.Concurrently;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds for every operation of the document, through the gateway. A new operation needs a line in authorization.txt. */
@ExtendWith(SharedSandbox.class)
class EveryOperationIT {

    private static final String MALFORMED = "{";
    /** Fields are checked before records: a key must name its sender, and the example names another product than the path. */
    private static final Set<String> REFUSES_THE_EXAMPLE = Set.of(
            "DELETE /v1/messages/{messageId}",
            "DELETE /v1/messages/{messageId}/reactions/{emoji}",
            "PATCH /v1/products/{productId}");

    /** One takes a key that none of the callers has, the other one any attributes. */
    private static final Set<String> TESTED_BY_THEMSELVES =
            Set.of("GET /api/secureAuth", "POST /widget/{community}/attributes");

    private static final String PROBLEM = "application/problem+json";
    private static @Nullable TestCallers shared;

    private final SandboxProcess sandbox;
    private final AuthorizationTable table;
    private final List<Operation> operations;
    private TestCallers callers;

    EveryOperationIT(SandboxProcess sandbox) throws IOException, InterruptedException {
        this.sandbox = sandbox;
        this.table = AuthorizationTable.read();
        this.operations = Operation.of(Http.get(sandbox.gateway() + "/openapi.json"));
    }

    @BeforeEach
    void createCallers() throws IOException, InterruptedException {
        if (shared == null) {
            Set<String> permissions = new TreeSet<>(Set.of("store"));
            operations.forEach(operation -> permissions.addAll(operation.permissions()));
            shared = new TestCallers(sandbox, permissions);
        }
        callers = shared;
    }

    @TestFactory
    Stream<DynamicTest> itAdmitsTheCallersOfTheTable() {
        return forEach(operations, operation -> {
            Map<CallerKind, String> row = row(operation);
            assertThat(table.line(operation))
                    .as("authorization.txt; if the new line is right, paste it:%n%s%n%s"
                            .formatted(AuthorizationTable.header(), AuthorizationTable.line(operation, row)))
                    .isEqualTo(AuthorizationTable.line(operation, row));
        });
    }

    /** What has effects is called by one after the other. */
    private Map<CallerKind, String> row(Operation operation) {
        CallerKind[] kinds = CallerKind.values();
        List<String> statuses = operation.hasEffectsAsItStands()
                ? Stream.of(kinds).map(kind -> status(kind, operation)).toList()
                : Concurrently.call(kinds.length, number -> status(kinds[number], operation));
        Map<CallerKind, String> row = new EnumMap<>(CallerKind.class);
        Stream.of(kinds).forEach(kind -> row.put(kind, statuses.get(kind.ordinal())));
        return row;
    }

    @Test
    void theTableHasNoOtherOperations() {
        assertThat(operations)
                .extracting(Operation::toString)
                .containsAll(table.rows().keySet());
    }

    @TestFactory
    Stream<DynamicTest> itRefusesMalformedBodies() {
        List<Operation> withJson = operations.stream()
                .filter(one -> one.hasBody() && !one.takesForm())
                .filter(one -> !TESTED_BY_THEMSELVES.contains(one.toString()))
                .toList();
        return forEach(withJson, operation -> {
            var credential = credential(table.admitted(operation), operation);
            String path = operation.path(callers.community(), "0".repeat(24));
            List<String> bodies = MalformedBodies.of(operation);
            List<Response> responses =
                    Concurrently.call(bodies.size(), number -> call(operation, path, credential, bodies.get(number)));
            for (int i = 0; i < bodies.size(); i++) {
                assertThat(responses.get(i).status())
                        .as(
                                "%s with %.80s: %s",
                                operation, bodies.get(i), responses.get(i).text())
                        .isEqualTo(400);
                assertThat(responses.get(i).text()).doesNotContain("Exception", "dev.regulars", "jackson");
            }
        });
    }

    /** A foreign id must be refused, and must look like one that does not exist. */
    @TestFactory
    Stream<DynamicTest> itHidesResourcesOfAnotherCommunity() throws IOException, InterruptedException {
        var ids = new DemoIds(sandbox);
        List<Operation> withIds = operations.stream()
                .filter(one -> one.path().contains("{") && !one.isForStrangers() && !one.requiresQuery())
                .filter(one -> !one.path().startsWith("/webhooks/incoming")) // authenticates by the hook's own key
                .filter(one -> !REFUSES_THE_EXAMPLE.contains(one.toString()))
                .filter(one -> !one.path().endsWith("/{metric}")) // a name, the same in every community
                .filter(one -> !one.hasBody() || !one.requestExamples().isEmpty())
                .toList();
        return forEach(withIds, operation -> {
            boolean named = operation.needsCommunityQuery();
            String own = named ? "?communityId=" + callers.otherCommunity() : "";
            String notOwn = named ? "?communityId=" + callers.community() : "";
            String foreign = ids.path(operation, callers.community());
            String missing = DemoIds.missing(operation);
            String body =
                    operation.hasBody() ? operation.requestExamples().path(0).toString() : "";
            var otherOwner = credential(CallerKind.OTHER_OWNER, operation);
            var otherKey = callers.otherKey(operation);
            List<Runnable> comparisons = List.of(
                    () -> compare(operation, foreign + own, missing + own, otherOwner, body),
                    () -> compare(operation, foreign + notOwn, missing + notOwn, otherOwner, body),
                    () -> compare(operation, foreign, missing, otherKey, body));
            comparisons.parallelStream().forEach(Runnable::run);
        });
    }

    /** A user key with all its permissions reaches what its row of the contract opens to it, and nothing else. */
    @TestFactory
    Stream<DynamicTest> itAdmitsUserKeysWhereTheDocumentSaysSo() throws IOException {
        var key = Map.of("Authorization", "Bearer " + sandbox.demo().userKey());
        List<Operation> toTry = operations.stream()
                .filter(one -> !one.isPublic())
                .filter(one -> !(one.isForUserKeys() && one.hasEffectsAsItStands()))
                .toList();
        return forEach(toTry, operation -> {
            String ownPath =
                    operation.path().replace("{userId}", sandbox.demo().member().objectId());
            String path = ownPath.replace("{communityId}", callers.community()).replaceAll("\\{\\w+}", "-");
            Response response = call(operation, path, key, operation.hasBody() ? MALFORMED : "");
            assertThat(response.status() == 401 || response.status() == 403)
                    .as("%s: %s", operation, response.text())
                    .isEqualTo(!operation.isForUserKeys());
        });
    }

    private void compare(
            Operation operation, String foreign, String missing, Map<String, String> credential, String body) {
        Response refused = call(operation, foreign, credential, body);
        assertThat(refused.status()).as("%s: %s", foreign, refused.text()).isIn(401, 403, 404);
        assertThat(refused.text())
                .isEqualTo(call(operation, missing, credential, body).text());
    }

    @TestFactory
    Stream<DynamicTest> itAnswersProblemDetailsOnRequest() {
        return forEach(
                operations.stream()
                        .filter(one -> one.hasBody() || !one.isPublic())
                        .toList(),
                operation -> {
                    String body = operation.hasBody() ? MALFORMED : "";
                    String path = operation.path(callers.community(), "-");
                    Response plain = call(operation, path, Map.of(), body);
                    Response problem = call(operation, path, Map.of("Accept", PROBLEM), body);
                    assertThat(problem.status())
                            .as(operation + ": " + problem.text())
                            .isEqualTo(plain.status());
                    assertThat(problem.header("Content-Type")).startsWith(PROBLEM);
                    assertThat(problem.json().path("status").asInt()).isEqualTo(plain.status());
                    assertThat(problem.json().path("title").asText()).isNotEmpty();
                    assertThat(problem.json().path("type").asText()).isNotEmpty();
                });
    }

    private interface Check {
        void run(Operation operation) throws IOException, InterruptedException;
    }

    private static Stream<DynamicTest> forEach(List<Operation> operations, Check check) {
        if (operations.isEmpty()) {
            fail("The document has no such operations");
        }
        return operations.stream().map(one -> dynamicTest(one.toString(), () -> check.run(one)));
    }

    /** Of a call that is malformed in everything but its credential. */
    private String status(CallerKind kind, Operation operation) {
        if (table.isUnchecked(operation, kind)) {
            return AuthorizationTable.UNCHECKED;
        }
        String query = kind.isPerson() && operation.needsCommunityQuery() ? "?communityId=" + callers.community() : "";
        Response response = call(
                operation,
                operation.path(callers.community(), "-") + query,
                credential(kind, operation),
                operation.hasBody() ? MALFORMED : "");
        if (operation.hasEffectsAsItStands()) {
            callers.forgetTokens();
        }
        return "" + response.status();
    }

    private Map<String, String> credential(CallerKind kind, Operation operation) {
        try {
            return callers.credential(kind, operation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Response call(Operation operation, String path, Map<String, String> more, String body) {
        Map<String, String> headers = new HashMap<>(more);
        if (operation.hasBody()) {
            headers.put("Content-Type", operation.takesForm() ? Operation.FORM + "; boundary=x" : "application/json");
        }
        byte[] bytes = body.isEmpty() && !operation.hasBody() ? null : body.getBytes(UTF_8);
        try {
            return Http.send(operation.method(), sandbox.gateway() + path, bytes, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
