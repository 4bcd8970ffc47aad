package dev.regulars.identity.accounts.password;

import static com.mongodb.client.model.Updates.set;
import static dev.regulars.identity.TestAccounts.code;
import static dev.regulars.identity.TestAccounts.form;
import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.identity.TestAccounts.login;
import static dev.regulars.identity.TestAccounts.member;
import static dev.regulars.identity.TestAccounts.name;
import static dev.regulars.identity.TestAccounts.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.regulars.crypto.Secrets;
import dev.regulars.identity.StoredDocuments;
import dev.regulars.identity.TestAccounts;
import dev.regulars.local.LocalMail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PasswordsTest {

    private static final String SHAPE = "must be 8 to 128 characters";

    LocalMail mail;

    @Inject
    StoredDocuments stored;

    final String name = name();

    @ParameterizedTest
    @CsvSource({
        "'1234567', must be 8 to 128 characters",
        "'password', must not be one of the most common passwords",
        "'PassWord1', must not be one of the most common passwords",
        "'iloveyou', must not be one of the most common passwords",
    })
    void commonPasswordIsRefused(String password, String message) {
        register(password).then().statusCode(400).body("meta.message", equalTo("password " + message));
    }

    @Test
    void charactersAreCountedAsPeopleCountThem() {
        String seven = "\uD83D\uDE00".repeat(7);
        String eight = "\uD83D\uDE00".repeat(8);
        String composed = "e\u0301".repeat(128);

        register(seven).then().statusCode(400).body("meta.message", equalTo("password " + SHAPE));
        register(eight).then().statusCode(200);
        register(composed + "e").then().statusCode(400).body("meta.message", equalTo("password " + SHAPE));
        register(composed).then().statusCode(200);
    }

    @Test
    void noCharacterOfALongPasswordIsLost() {
        String password = "\u65E5".repeat(127);
        register(password + "a").then().statusCode(200);
        verify(name, code(mail, name, 1)).then().statusCode(200);

        login(name, password + "b").then().statusCode(401);
        login(name, password).then().statusCode(401);
        login(name, password + "a").then().statusCode(200);
    }

    @Test
    void twoWaysToTypeOnePasswordAreOne() {
        register("Cafe\u0301 au lait").then().statusCode(200);
        verify(name, code(mail, name, 1)).then().statusCode(200);

        login(name, "Caf\u00E9 au lait").then().statusCode(200);
    }

    @Test
    void tooLongPasswordIsRefusedUnhashed() {
        String huge = "a".repeat(500_000);

        login(name, huge)
                .then()
                .statusCode(400)
                .body("meta.message", equalTo("password must be at most 128 characters"));
        register(huge).then().statusCode(400).body("meta.message", equalTo("password " + SHAPE));
    }

    @Test
    void hashOfOtherParametersIsRenewedAtLogin() {
        String owner = member(mail);
        String old = Password.hash(Secrets.hash(TestAccounts.PASSWORD))
                .addSalt(Secrets.bytes(16))
                .with(Argon2Function.getInstance(7_168, 5, 1, 32, Argon2.ID))
                .getResult();
        stored.change(owner, set("passwordHash", old));

        login(owner, "not the password").then().statusCode(401);
        assertThat(stored.account(owner).getString("passwordHash")).isEqualTo(old);
        login(owner, TestAccounts.PASSWORD).then().statusCode(200);

        String fresh = stored.account(owner).getString("passwordHash");
        assertThat(fresh).startsWith("$argon2id$").contains("m=19456,t=2,p=1");
        login(owner, TestAccounts.PASSWORD).then().statusCode(200);
        assertThat(stored.account(owner).getString("passwordHash")).isEqualTo(fresh);
    }

    private Response register(String password) {
        var form = new HashMap<>(form(name));
        form.put("password", password);
        form.put("confirmPassword", password);
        return json().body(form).post("/system/auth/register");
    }
}
