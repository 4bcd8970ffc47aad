package dev.regulars.identity;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

import dev.regulars.local.LocalMail;
import dev.regulars.testkit.Described;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Somebody new for each test, and what they do from the outside. */
public final class People {

    public static final String PASSWORD = "@Password123";

    private static final Pattern CODE = Pattern.compile("code is (\\d{6})");

    private People() {}

    /** A name that nobody has. */
    public static String name() {
        return "u" + UUID.randomUUID().toString().substring(0, 12);
    }

    public static RequestSpecification json() {
        return given().filter(new Described()).contentType(ContentType.JSON);
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

    public static Response verify(String name, String code) {
        return json().body(Map.of("email", name + "@example.com", "code", code)).post("/system/auth/verify-email");
    }

    public static Response login(String name, String password) {
        return json().body(Map.of("email", name + "@example.com", "password", password))
                .post("/system/auth/login");
    }

    /** The code of the newest mail to somebody, once there are that many. */
    public static String code(LocalMail mail, String name, int mails) {
        var received =
                await().atMost(ofSeconds(20)).until(() -> mail.to(name + "@example.com"), all -> all.size() >= mails);
        var code = CODE.matcher(received.getLast().text());
        if (!code.find()) {
            throw new AssertionError("No code in " + received.getLast().text());
        }
        return code.group(1);
    }

    /** Registered and verified. */
    public static String member(LocalMail mail) {
        String name = name();
        register(name).then().statusCode(200);
        verify(name, code(mail, name, 1)).then().statusCode(200);
        return name;
    }
}
