package dev.regulars.identity.accounts.registration;

import static dev.regulars.identity.TestAccounts.PASSWORD;
import static dev.regulars.identity.TestAccounts.code;
import static dev.regulars.identity.TestAccounts.form;
import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.identity.TestAccounts.name;
import static dev.regulars.identity.TestAccounts.register;
import static dev.regulars.identity.TestAccounts.verify;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.local.LocalMail;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses and codes as people type them. */
@QuarkusTest
class TypedAddressTest {

    LocalMail mail;

    final String name = name();

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

    @ParameterizedTest
    @ValueSource(strings = {" %s ", "%s\u00A0", "\u200E%s\u200F"})
    void a11_blanksAroundACodeDoNotMatter(String typed) {
        register(name).then().statusCode(200);
        String code = code(mail, name, 1);

        json().body(Map.of("email", "  " + name + "@example.com ", "code", typed.formatted(code)))
                .post("/system/auth/verify-email")
                .then()
                .statusCode(200);
    }

    @Test
    void a11_digitsOfAnyScriptAndBlanksBetweenThemDoNotMatter() {
        register(name).then().statusCode(200);
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
}
