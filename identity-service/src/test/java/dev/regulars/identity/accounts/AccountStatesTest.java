package dev.regulars.identity.accounts;

import static dev.regulars.identity.TestAccounts.PASSWORD;
import static dev.regulars.identity.TestAccounts.code;
import static dev.regulars.identity.TestAccounts.form;
import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.identity.TestAccounts.login;
import static dev.regulars.identity.TestAccounts.name;
import static dev.regulars.identity.TestAccounts.token;
import static dev.regulars.identity.TestAccounts.verify;
import static dev.regulars.testkit.Tokens.installationAdmin;
import static dev.regulars.testkit.Tokens.key;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.crypto.Secrets;
import dev.regulars.identity.StoredDocuments;
import dev.regulars.identity.directory.CommunityServiceStub;
import dev.regulars.local.LocalMail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks the table of {@code docs/accounts.md}. */
@QuarkusTest
class AccountStatesTest {

    LocalMail mail;

    @Inject
    StoredDocuments stored;

    final String name = name();

    static Stream<Arguments> rows() throws IOException {
        return Files.readAllLines(Path.of("../docs/accounts.md")).stream()
                .map(line -> List.of(line.split(" *\\| *", -1)))
                .filter(cells -> cells.size() == 7 && cells.get(3).matches("\\d{3}"))
                .map(cells -> Arguments.of(cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void theTableHolds(String state, String call, int answer, String then, String template) {
        try (var communities = new CommunityServiceStub()) {
            reach(state);
            int mails = mails();

            assertThat(call(call).statusCode()).isEqualTo(answer);

            if (template.equals("–")) {
                assertThat(mails()).isEqualTo(mails);
            } else {
                await().atMost(ofSeconds(20)).until(() -> mails() > mails);
                assertThat(mail.to(address()).getLast().subject())
                        .isEqualTo(ResourceBundle.getBundle("mails").getString(template + ".subject"));
            }
            assertThat(state()).isEqualTo(then);
        }
    }

    private void reach(String state) {
        switch (state) {
            case "unknown" -> {}
            case "pending" -> step("register", true);
            case "contested" -> {
                step("register", true);
                step("register", true);
            }
            case "provisional" -> step("create", true);
            case "passwordless" -> {
                step("create", true);
                step("verify", true);
            }
            case "verified" -> {
                step("register", true);
                step("verify", false);
            }
            case "disabled" -> {
                step("register", true);
                step("verify", false);
                step("disable", false);
            }
            default -> throw new IllegalArgumentException(state);
        }
    }

    private void step(String call, boolean isMailed) {
        int before = mails();
        call(call).then().statusCode(200);
        if (isMailed) {
            await().atMost(ofSeconds(20)).until(() -> mails() > before);
        }
        stored.collection("accounts")
                .updateOne(
                        new Document("emailKey", address()),
                        new Document("$unset", new Document("mailGate", "").append("askedAt", "")))
                .await()
                .atMost(ofSeconds(5));
    }

    private Response call(String call) {
        return switch (call) {
            case "register" -> json().body(registration()).post("/system/auth/register");
            case "create" ->
                key(Secrets.key().substring(0, 24), "createUser").body(user()).post("/integration/users");
            case "verify" -> verify(name, mails() == 0 ? "000000" : lastCode());
            case "login" -> login(name, PASSWORD);
            case "forgot" -> json().body(Map.of("email", address())).post("/application/auth/forgot-password");
            case "reset" ->
                json().body(Map.of("token", token(mail, name, mails()), "password", PASSWORD))
                        .post("/application/auth/reset-password");
            case "disable" ->
                installationAdmin("f".repeat(24))
                        .body(Map.of("reason", "test"))
                        .post("/application/users/" + document().getString("_id") + "/disable");
            default -> throw new IllegalArgumentException(call);
        };
    }

    private String lastCode() {
        return mail.to(address()).getLast().text().contains("code is") ? code(mail, name, mails()) : "000000";
    }

    private String state() {
        Document stored = document();
        if (stored == null) {
            return "unknown";
        }
        if (stored.containsKey("disabled")) {
            return "disabled";
        }
        if (stored.containsKey("verifiedAt")) {
            return stored.containsKey("passwordHash") ? "verified" : "passwordless";
        }
        if (stored.getBoolean("registeredAgain", false)) {
            return "contested";
        }
        return stored.containsKey("madeBy") ? "provisional" : "pending";
    }

    private Document document() {
        return stored.collection("accounts")
                .find(new Document("emailKey", address()))
                .collect()
                .first()
                .await()
                .atMost(ofSeconds(5));
    }

    private Map<String, Object> registration() {
        Map<String, Object> form = new HashMap<>(form(name));
        form.put("username", name());
        return form;
    }

    private Map<String, Object> user() {
        Map<String, Object> user = new HashMap<>(registration());
        user.putAll(Map.of(
                "displayname", "Ana", "accessLevel", 0, "joinServer", true, "emailPassword", false, "sendEmail", true));
        return user;
    }

    private int mails() {
        return mail.to(address()).size();
    }

    private String address() {
        return name + "@example.com";
    }
}
