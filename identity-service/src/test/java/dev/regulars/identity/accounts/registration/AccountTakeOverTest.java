package dev.regulars.identity.accounts.registration;

import static dev.regulars.identity.TestAccounts.PASSWORD;
import static dev.regulars.identity.TestAccounts.code;
import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.identity.TestAccounts.login;
import static dev.regulars.identity.TestAccounts.member;
import static dev.regulars.identity.TestAccounts.name;
import static dev.regulars.identity.TestAccounts.newUser;
import static dev.regulars.identity.TestAccounts.register;
import static dev.regulars.identity.TestAccounts.registerAs;
import static dev.regulars.identity.TestAccounts.token;
import static dev.regulars.identity.TestAccounts.verify;
import static dev.regulars.testkit.Tokens.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.crypto.Secrets;
import dev.regulars.identity.StoredDocuments;
import dev.regulars.identity.TestAccounts;
import dev.regulars.identity.directory.CommunityServiceStub;
import dev.regulars.local.LocalMail;
import dev.regulars.testkit.Concurrently;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever reads the mailbox owns the account, whatever others registered or created before. */
@QuarkusTest
class AccountTakeOverTest {

    private static final String OTHER = "@Stranger123";

    LocalMail mail;

    @Inject
    StoredDocuments stored;

    final String community = Secrets.key().substring(0, 24);
    final String name = name();

    @Test
    void a1_aMailboxIsProvenNotARequest() {
        register(name).then().statusCode(200);
        String first = code(mail, name, 1);
        stored.anHourLater(name);
        String stranger = name();
        registerAs(stranger, name, OTHER).then().statusCode(200);
        String second = code(mail, name, 2);
        assertThat(mail.to(name + "@example.com").getFirst().text()).contains("\"" + name + "\"");
        assertThat(mail.to(name + "@example.com").getLast().text()).contains("\"" + stranger + "\"");

        verify(name, second)
                .then()
                .statusCode(200)
                .body("body.verified", equalTo(true))
                .body("body.passwordRequired", equalTo(true));

        login(name, PASSWORD).then().statusCode(401);
        login(name, OTHER).then().statusCode(401);
        verify(name, first).then().statusCode(400);
        reset(token(mail, name, 3), "@Chosen123").then().statusCode(200);
        login(name, "@Chosen123").then().statusCode(200).body("body.user.username", equalTo(stranger));
    }

    @Test
    void a1_theCodeChoosesItsRegistration() {
        register(name).then().statusCode(200);
        String first = code(mail, name, 1);
        registerAs(name(), name, OTHER).then().statusCode(200);

        verify(name, first).then().statusCode(200);

        reset(token(mail, name, 2), "@Chosen123").then().statusCode(200);
        login(name, "@Chosen123").then().statusCode(200).body("body.user.username", equalTo(name));
    }

    @Test
    void aSingleRegistrationKeepsItsPassword() {
        register(name).then().statusCode(200);

        verify(name, code(mail, name, 1)).then().statusCode(200).body("body.passwordRequired", nullValue());

        login(name, PASSWORD).then().statusCode(200);
    }

    @Test
    void a2_anAccountMadeByACommunityIsNotTakenOverByRegistering() {
        try (var communities = new CommunityServiceStub()) {
            create(Map.of("password", PASSWORD, "confirmPassword", PASSWORD, "sendEmail", true))
                    .then()
                    .statusCode(200);
            code(mail, name, 1);
            stored.anHourLater(name);
            registerAs(name(), name, OTHER).then().statusCode(200);

            verify(name, code(mail, name, 2)).then().statusCode(200).body("body.passwordRequired", equalTo(true));

            login(name, OTHER).then().statusCode(401);
            login(name, PASSWORD).then().statusCode(401);
        }
    }

    @Test
    void a3_thePasswordOfACommunityWorksInThatCommunityUntilTheOwnerConfirms() {
        try (var communities = new CommunityServiceStub()) {
            create(Map.of("password", PASSWORD, "confirmPassword", PASSWORD, "sendEmail", true))
                    .then()
                    .statusCode(200);

            String session =
                    login(name, PASSWORD).then().statusCode(200).extract().path("body.token");

            assertThat(exchange(session, community).getString("community")).isEqualTo(community);
            assertThat(exchange(session, community).getString("caller")).isEqualTo("sso");
            assertThat(exchange(session, null).getString("community")).isEqualTo(community);
            verify(name, code(mail, name, 1)).then().statusCode(200).body("body.passwordRequired", equalTo(true));
            login(name, PASSWORD).then().statusCode(401);
            assertThat(TestAccounts.exchange(session)).isEqualTo(401);
        }
    }

    @Test
    void a8_twoRequestsWithOneKeyAndAddressAndOtherNamesAreOneUserAndOneConflict() {
        try (var communities = new CommunityServiceStub()) {
            var answers = Concurrently.call(
                    2, number -> create(Map.of("username", name + number)).statusCode());

            assertThat(answers).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void a12_anotherPasswordUnderOneKeyIsRefused() {
        var ana = TestAccounts.visitor(member(mail));
        for (String password : List.of("@First1234", "@First1234")) {
            change(ana, password).then().statusCode(200);
        }

        change(ana, "@Other1234").then().statusCode(422);
    }

    private Response change(TestAccounts.LoggedInUser who, String password) {
        return who.calls()
                .header("Idempotency-Key", name)
                .body(Map.of("currentPassword", PASSWORD, "password", password))
                .put("/application/me/password");
    }

    private Response create(Map<String, Object> otherwise) {
        Map<String, Object> user = newUser(name);
        user.putAll(otherwise);
        return key(community, "createUser").body(user).post("/integration/users");
    }

    private static Response reset(String token, String password) {
        return json().body(Map.of("token", token, "password", password)).post("/application/auth/reset-password");
    }

    private static JsonPath exchange(String session, String community) {
        Map<String, Object> credential = new HashMap<>(Map.of("scheme", "bearer", "value", session));
        credential.put("community", community);
        String token = json().body(credential)
                .post("/internal/credentials/resolve")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }
}
