package dev.regulars.internal.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.regulars.events.CommunityId;
import dev.regulars.internal.InternalClient;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeopleTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final CommunityId HERE = CommunityId.trusted("c".repeat(24));

    private final Vertx vertx = Vertx.vertx();
    private final List<JsonObject> requests = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch open = new CountDownLatch(0);
    private HttpServer identity;
    private People people;

    @BeforeEach
    void start() throws IOException {
        identity = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        identity.setExecutor(Executors.newCachedThreadPool());
        identity.createContext("/internal/people", this::answer);
        identity.start();
        var address = URI.create("http://127.0.0.1:" + identity.getAddress().getPort());
        people = new People(new InternalClient(
                vertx,
                new ObjectMapper(),
                List.of(address),
                () -> Uni.createFrom().item("token"),
                PATIENCE));
    }

    @AfterEach
    void stop() {
        identity.stop(0);
        vertx.closeAndAwait();
    }

    @Test
    void whoWasFoundIsRememberedAndWhoWasNotIsAskedForAgain() {
        assertThat(find("ben")).isNotNull().extracting(Person::accountId).isEqualTo("id of ben");
        assertThat(find("ben")).isNotNull();
        assertThat(requests).hasSize(1);

        assertThat(find("nobody")).isNull();
        assertThat(find("nobody")).isNull();
        assertThat(requests).hasSize(3);
    }

    @Test
    void lookUpsDuringACallLeaveTogetherInTheNext() {
        open = new CountDownLatch(1);
        List<CompletableFuture<Person>> all = IntStream.range(0, 300)
                .mapToObj(i -> people.find(HERE, PersonKey.USERNAME, "name" + i)
                        .subscribeAsCompletionStage()
                        .toCompletableFuture())
                .toList();
        open.countDown();

        assertThat(all)
                .allSatisfy(one -> assertThat(one.get(5, TimeUnit.SECONDS)).isNotNull());
        assertThat(requests.stream()
                        .map(request -> request.getJsonArray("values").size()))
                .containsExactly(1, 200, 99);
    }

    @Test
    void onlyTheMissingOfManyAreAskedFor() {
        find("ben");

        Map<String, Person> found = people.find(HERE, PersonKey.USERNAME, List.of("ben", "ana", "nobody"))
                .await()
                .atMost(PATIENCE);

        assertThat(found).containsOnlyKeys("ben", "ana");
        assertThat(requests.getLast().getJsonArray("values")).containsExactly("ana", "nobody");
    }

    @Test
    void oneWhoStopsWaitingEndsItForNobodyElse() throws Exception {
        open = new CountDownLatch(1);
        find0("ben");
        var gone = people.find(HERE, PersonKey.USERNAME, "ana").subscribe().with(person -> {});
        var stays = find0("ana");
        gone.cancel();
        open.countDown();

        assertThat(stays.get(5, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void unavailableIdentityIsNoUnknownPerson() {
        identity.stop(0);

        assertThatThrownBy(() -> find("ben")).isInstanceOf(Refusal.class);
    }

    private Person find(String name) {
        return people.find(HERE, PersonKey.USERNAME, name).await().atMost(PATIENCE);
    }

    private CompletableFuture<Person> find0(String name) {
        return people.find(HERE, PersonKey.USERNAME, name)
                .subscribeAsCompletionStage()
                .toCompletableFuture();
    }

    private void answer(HttpExchange call) throws IOException {
        var request = new JsonObject(new String(call.getRequestBody().readAllBytes(), UTF_8));
        requests.add(request);
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var found = new JsonArray();
        request.getJsonArray("values").stream()
                .map(String.class::cast)
                .filter(name -> !name.equals("nobody"))
                .forEach(name -> found.add(person(name)));
        byte[] body = new JsonObject().put("people", found).encode().getBytes(UTF_8);
        call.sendResponseHeaders(200, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    private static JsonObject person(String name) {
        return new JsonObject()
                .put("asked", name)
                .put("accountId", "id of " + name)
                .put("userId", "7")
                .put("username", name)
                .put("email", name + "@example.com")
                .put("firstName", "First")
                .put("lastName", "Last")
                .put("displayName", name)
                .put("isMember", true);
    }
}
