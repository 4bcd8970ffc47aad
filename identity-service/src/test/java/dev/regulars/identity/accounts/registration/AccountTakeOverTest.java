package dev.regulars.identity.accounts.registration;

import static dev.regulars.identity.TestAccounts.PASSWORD;
import static dev.regulars.identity.TestAccounts.code;
import static dev.regulars.identity.TestAccounts.form;
import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.identity.TestAccounts.login;
import static dev.regulars.identity.TestAccounts.member;
import static dev.regulars.identity.TestAccounts.name;
import static dev.regulars.identity.TestAccounts.token;
import static dev.regulars.identity.TestAccounts.verify;
import static dev.regulars.testkit.Tokens.key;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        register(name, PASSWORD).then().statusCode(200);
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
        register(name, PASSWORD).then().statusCode(200);
        String first = code(mail, name, 1);
        registerAs(name(), name, OTHER).then().statusCode(200);

        verify(name, first).then().statusCode(200);

        reset(token(mail, name, 2), "@Chosen123").then().statusCode(200);
        login(name, "@Chosen123").then().statusCode(200).body("body.user.username", equalTo(name));
    }

    @Test
    void aSingleRegistrationKeepsItsPassword() {
        register(name, PASSWORD).then().statusCode(200);

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

    @ParameterizedTest
    @CsvSource({
        "LEE%s@EXAMPLE.COM, lee%s@example.com",
        "\uFF50at%s@example.com, pat%s@example.com",
        "kim%s@b\u00FCcher.example, kim%s@xn--bcher-kva.example",
        "a%s@example\u3002com, a%s@example.com",
        "' b%s@example.com ', b%s@example.com",
    })
    void a4_mailGoesToTheCanonicalAddress(String typed, String canonical) {
        var form = new HashMap<>(form(name));
        form.put("email", typed.formatted(name));

        json().body(form).post("/system/auth/register").then().statusCode(200);

        await().atMost(ofSeconds(20))
                .until(() -> mail.to(canonical.formatted(name)).size() == 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a b\"@example.com",
                "\"a\"@example.com",
                "a(b)@example.com",
                "a,b@example.com",
                "<a@example.com>",
                "a@[127.0.0.1]",
                "a@example..com",
                "a@b@example.com",
                "a b@example.com",
                "a;b@example.com",
            })
    void a5_anAddressThatTheMailerRefusesIsRefusedAtTheDoor(String address) {
        var form = new HashMap<>(form(name));
        form.put("email", address);

        json().body(form)
                .post("/system/auth/register")
                .then()
                .statusCode(400)
                .body("meta.message", equalTo("email must be an e-mail address"));
    }

    @Test
    void a6_oneMailAMinuteWhateverIsAsked() {
        List<Response> answers = Concurrently.call(8, number -> registerAs(name(), name, PASSWORD));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        code(mail, name, 1);
        await().during(ofSeconds(3))
                .atMost(ofSeconds(4))
                .until(() -> mail.to(name + "@example.com").size() == 1);
        assertThat(account().getList("registrations", Document.class)).hasSize(5);
    }

    @Test
    void a7_noCodeDiesOfGuessesAndTheEleventhGuessWaits() {
        register(name, PASSWORD).then().statusCode(200);
        String code = code(mail, name, 1);
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int guess = 0; guess < 5; guess++) {
            verify(name, wrong).then().statusCode(400).body("meta.message", equalTo("code is invalid or expired"));
        }
        registerAs(name(), name, OTHER).then().statusCode(200);
        for (int guess = 5; guess < 10; guess++) {
            verify(name, wrong).then().statusCode(400);
        }

        List<Response> further = Concurrently.call(8, number -> verify(name, wrong));

        assertThat(further).filteredOn(answer -> answer.statusCode() == 429).hasSizeGreaterThanOrEqualTo(7);
        assertThat(further)
                .filteredOn(answer -> answer.statusCode() == 429)
                .allMatch(answer -> Integer.parseInt(answer.header("Retry-After")) > 0);
        await().atMost(ofSeconds(20))
                .pollInterval(ofSeconds(1))
                .until(() -> verify(name, code).statusCode() == 200);
    }

    @Test
    void a8_twoRequestsWithOneKeyAndAddressAndOtherNamesAreOneUserAndOneConflict() {
        try (var communities = new CommunityServiceStub()) {
            var answers = Concurrently.call(
                    2, number -> create(Map.of("username", name + number)).statusCode());

            assertThat(answers).containsExactlyInAnyOrder(200, 409);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" %s ", "%s\u00A0", "\u200E%s\u200F"})
    void a11_blanksAroundACodeDoNotMatter(String typed) {
        register(name, PASSWORD).then().statusCode(200);
        String code = code(mail, name, 1);

        json().body(Map.of("email", "  " + name + "@example.com ", "code", typed.formatted(code)))
                .post("/system/auth/verify-email")
                .then()
                .statusCode(200);
    }

    @Test
    void a11_digitsOfAnyScriptAndBlanksBetweenThemDoNotMatter() {
        register(name, PASSWORD).then().statusCode(200);
        String code = code(mail, name, 1);
        StringBuilder arabic = new StringBuilder();
        code.chars().forEach(digit -> arabic.append((char) ('\u0660' + digit - '0')));
        arabic.insert(3, ' ');

        verify(name, arabic.toString()).then().statusCode(200);
        json().body(Map.of("email", " " + name + "@EXAMPLE.com ", "password", PASSWORD))
                .post("/system/auth/login")
                .then()
                .statusCode(200);
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

    private Response register(String username, String password) {
        return registerAs(username, username, password);
    }

    private Response registerAs(String username, String mailbox, String password) {
        var form = new HashMap<>(form(mailbox));
        form.put("username", username);
        form.put("password", password);
        form.put("confirmPassword", password);
        return json().body(form).post("/system/auth/register");
    }

    private Document account() {
        return stored.collection("accounts")
                .find(new Document("emailKey", name + "@example.com"))
                .collect()
                .first()
                .await()
                .atMost(ofSeconds(5));
    }

    private Response create(Map<String, Object> otherwise) {
        Map<String, Object> user = new HashMap<>(Map.of(
                "firstname",
                "Ben",
                "lastname",
                "Berg",
                "username",
                name,
                "displayname",
                "Ben B.",
                "email",
                name + "@example.com",
                "accessLevel",
                0,
                "joinServer",
                true,
                "emailPassword",
                false,
                "sendEmail",
                false));
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
