package dev.regulars.identity;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

import dev.regulars.local.LocalMail;
import dev.regulars.testkit.Tokens;
import dev.regulars.testkit.document.DocumentedResponses;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Somebody new for each test, and what they do from the outside. */
public final class TestAccounts {

    public static final String PASSWORD = "@Password123";

    private static final Pattern CODE = Pattern.compile("code is (\\d{6})");
    private static final Pattern TOKEN = Pattern.compile("token is\\s+(?:=\\s+)?([0-9a-f]{64})");

    private TestAccounts() {}

    /** A name that nobody has. */
    public static String name() {
        return "u" + UUID.randomUUID().toString().substring(0, 12);
    }

    public static RequestSpecification json() {
        return given().filter(new DocumentedResponses()).contentType(ContentType.JSON);
    }

    public static Map<String, Object> form(String name) {
        return Map.of(
                "firstname",
                "Ana",
                "lastname",
                "Okafor",
                "username",
                name,
                "email",
                name + "@example.com",
                "password",
                PASSWORD,
                "confirmPassword",
                PASSWORD);
    }

    public static Response register(String name) {
        return json().body(form(name)).post("/system/auth/register");
    }

    /** Somebody who registers another's address, or the same again. */
    public static Response registerAs(String username, String mailbox, String password) {
        var form = new HashMap<>(form(mailbox));
        form.put("username", username);
        form.put("password", password);
        form.put("confirmPassword", password);
        return json().body(form).post("/system/auth/register");
    }

    /** What a community says of a user whom it creates. */
    public static Map<String, Object> newUser(String name) {
        return new HashMap<>(Map.of(
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
    }

    public static Response verify(String name, String code) {
        return json().body(Map.of("email", name + "@example.com", "code", code)).post("/system/auth/verify-email");
    }

    public static Response login(String name, String password) {
        return json().body(Map.of("email", name + "@example.com", "password", password))
                .post("/system/auth/login");
    }

    /** Somebody who is logged in. */
    public record LoggedInUser(String name, String account, String session, String token, String refreshToken) {

        static LoggedInUser of(String name, Response login) {
            String token = login.then().statusCode(200).extract().path("body.token");
            String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8);
            return new LoggedInUser(
                    name,
                    login.path("body.user._id"),
                    JsonPath.from(claims).getString("sid"),
                    token,
                    login.path("body.refreshToken"));
        }

        /** As the gateway would have brought them. */
        public RequestSpecification calls() {
            return Tokens.session(account, session);
        }
    }

    public static LoggedInUser visitor(String name) {
        return LoggedInUser.of(name, login(name, PASSWORD));
    }

    /** What the gateway asks when somebody brings a login token. */
    public static int exchange(String token) {
        return json().body(Map.of("scheme", "bearer", "value", token))
                .post("/internal/credentials/resolve")
                .statusCode();
    }

    /** The token of the newest mail to somebody, once there are that many. */
    public static String token(LocalMail mail, String name, int mails) {
        return found(TOKEN, mail, name, mails);
    }

    /** The code of the newest mail to somebody, once there are that many. */
    public static String code(LocalMail mail, String name, int mails) {
        return found(CODE, mail, name, mails);
    }

    private static String found(Pattern secret, LocalMail mail, String name, int mails) {
        var received = await().atMost(ofSeconds(20))
                .pollInterval(ofMillis(10))
                .until(() -> mail.to(name + "@example.com"), all -> all.size() >= mails);
        var found = secret.matcher(received.getLast().text());
        if (!found.find()) {
            throw new AssertionError("No secret in " + received.getLast().text());
        }
        return found.group(1);
    }

    /** Registered and verified. */
    public static String member(LocalMail mail) {
        String name = name();
        register(name).then().statusCode(200);
        verify(name, code(mail, name, 1)).then().statusCode(200);
        return name;
    }
}
