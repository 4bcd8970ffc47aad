package dev.regulars.identity.directory.user;

import static dev.regulars.identity.TestAccounts.newUser;
import static dev.regulars.testkit.Tokens.key;
import static java.time.Duration.ofSeconds;
import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.regulars.crypto.Secrets;
import dev.regulars.identity.CommandCounter;
import dev.regulars.identity.TestAccounts;
import dev.regulars.identity.directory.CommunityServiceStub;
import dev.regulars.local.LocalMail;
import dev.regulars.testkit.Concurrently;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CreateUserTest {

    LocalMail mail;

    @Inject
    CommandCounter commands;

    final String community = Secrets.key().substring(0, 24);
    final String name = TestAccounts.name();

    @Test
    void createdUserCanBeReadAtOnceByIdNumberAndAddress() {
        try (var communities = new CommunityServiceStub()) {
            Response created = create(newUser(name));
            created.then()
                    .statusCode(200)
                    .body("status", equalTo("success"))
                    .body("message", equalTo("User created successfully"))
                    .body("data.username", equalTo(name))
                    .body("data.displayname", equalTo("Ben B."));
            assertThat(communities.joins).hasSize(1);

            for (String id : List.of(
                    created.path("data._id"),
                    created.path("data.userId"),
                    name.toUpperCase(java.util.Locale.ROOT) + "@example.com")) {
                info(id).then()
                        .statusCode(200)
                        .body("data._id", equalTo(created.path("data._id")))
                        .body("data.userId", equalTo(created.path("data.userId")))
                        .body("data.highestRole", equalTo("@all"));
            }
        }
    }

    /** The least of some, since the workers ask too. */
    @Test
    void creatingAUserTakesAtMostTwelveRoundTrips() {
        try (var communities = new CommunityServiceStub()) {
            List<String> least = IntStream.range(0, 12)
                    .mapToObj(number -> commands.during(() -> caller().header("Idempotency-Key", UUID.randomUUID())
                            .body(newUser(TestAccounts.name()))
                            .post("/integration/users")
                            .then()
                            .statusCode(200)))
                    .min(comparing(List::size))
                    .orElseThrow();

            // consumers look for parked records meanwhile, and a gauge counts files
            assertThat(least.stream().filter(command -> !command.matches(".*'(parkedKeys|bulkJobs)'.*")))
                    .hasSizeBetween(5, 12);
        }
    }

    @Test
    void requestIdIsPassedOnToCommunityService() {
        try (var communities = new CommunityServiceStub()) {
            caller().header("X-Request-Id", name).body(newUser(name)).post("/integration/users");

            assertThat(communities.requestIds).containsExactly(name);
        }
    }

    @Test
    void withoutJoinServerNoMembershipIsMade() {
        try (var communities = new CommunityServiceStub()) {
            Response created = create(with("joinServer", false));

            created.then().statusCode(200);
            assertThat(communities.joins).isEmpty();
            info(created.path("data._id")).then().statusCode(404).body("message", equalTo("Record Not Found"));
        }
    }

    @Test
    void whileCommunityServiceIsDownTheCallRepeatedCreatesOneUser() {
        create(newUser(name)).then().statusCode(503).header("Retry-After", notNullValue());

        try (var communities = new CommunityServiceStub()) {
            Response again = create(newUser(name));
            again.then().statusCode(200).body("data.username", equalTo(name));
            info(again.path("data._id")).then().statusCode(200);
            create(newUser(name)).then().statusCode(409);
        }
    }

    @Test
    void pendingJoinIsFinishedWithoutARepeat() {
        create(newUser(name)).then().statusCode(503);

        try (var communities = new CommunityServiceStub()) {
            await().atMost(ofSeconds(30))
                    .until(() -> info(name + "@example.com").statusCode() == 200);
        }
    }

    @Test
    void thirtyTwoParallelRepeatsCreateOneUser() {
        try (var communities = new CommunityServiceStub()) {
            String repeat = UUID.randomUUID().toString();

            List<Response> answers = Concurrently.call(32, twin -> caller().header("Idempotency-Key", repeat)
                    .body(newUser(name))
                    .post("/integration/users"));

            assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
            assertThat(answers.stream()
                            .map(answer -> answer.<String>path("data._id"))
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void mailedUserCanVerifyTheAddress() {
        try (var communities = new CommunityServiceStub()) {
            create(with("sendEmail", true)).then().statusCode(200);

            TestAccounts.verify(name, TestAccounts.code(mail, name, 1)).then().statusCode(200);
        }
    }

    @Test
    void userOfAnotherCommunityIsNotFound() {
        try (var communities = new CommunityServiceStub()) {
            Response created = create(newUser(name));

            key("f".repeat(24), "getUserData")
                    .body(Map.of("idOrEmail", created.<String>path("data._id")))
                    .post("/integration/users/info")
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void permissionIsRequired() {
        key(community, "getUserData")
                .body(newUser(name))
                .post("/integration/users")
                .then()
                .statusCode(401)
                .body("message", equalTo("Insufficient permission"));
    }

    @ParameterizedTest
    @CsvSource({
        "accessLevel, 12, accessLevel must be 0 to 9",
        "joinServer, yes, joinServer must be true or false",
        "email, nobody, email must be an e-mail address",
        "password, @Password123, confirmPassword is required",
        "referral, somebody, referral must be absent: the community has no field that identifies users",
        "nickname, ben, nickname is an unknown property",
    })
    void invalidFieldIsNamed(String field, String value, String message) {
        Object typed = value.matches("\\d+") ? Integer.valueOf(value) : value;

        create(with(field, typed)).then().statusCode(400).body("message", equalTo(message));
    }

    @Test
    void communityIdInTheBodyIsIgnored() {
        try (var communities = new CommunityServiceStub()) {
            create(with("communityId", "e".repeat(24))).then().statusCode(200);

            assertThat(communities.joins.getFirst().getString("communityId")).isEqualTo(community);
        }
    }

    private Response create(Map<String, Object> user) {
        return caller().body(user).post("/integration/users");
    }

    private Response info(String idOrEmail) {
        return caller().body(Map.of("idOrEmail", idOrEmail)).post("/integration/users/info");
    }

    private RequestSpecification caller() {
        return key(community, "createUser", "getUserData");
    }

    private Map<String, Object> with(String field, Object value) {
        var user = newUser(name);
        user.put(field, value);
        return user;
    }
}
