package dev.regulars.sandbox.seed.community;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.local.LocalMail;
import dev.regulars.local.Mail;
import dev.regulars.sandbox.seed.Demo;
import dev.regulars.sandbox.seed.SeedClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs up the owner of the demo community. */
record OwnerSignUp(SeedClient api, LocalMail mail) {

    private static final Pattern CODE = Pattern.compile("(?<!\\w)\\d{6}(?!\\w)");
    private static final String EMAIL = "owner@example.com";
    private static final String PASSWORD = "Owner-Pass-1";

    /** The owner, and the token of the first login. */
    record Login(Demo.Person owner, String token) {}

    Login signUp() {
        api.postAndDiscard(
                "/api/v1/auth/register",
                Map.of(
                        "firstname",
                        "Olga",
                        "lastname",
                        "Owner",
                        "username",
                        "owner",
                        "email",
                        EMAIL,
                        "password",
                        PASSWORD,
                        "confirmPassword",
                        PASSWORD));
        api.postAndDiscard("/api/v1/auth/verify-email", Map.of("email", EMAIL, "code", mailedCode()));
        JsonNode login = api.post("/api/v1/auth/login", Map.of("email", EMAIL, "password", PASSWORD));
        return new Login(
                Demo.Person.of(login.path("user"), PASSWORD),
                login.path("token").asText());
    }

    private String mailedCode() {
        for (int tries = 0; tries < 600; tries++) {
            for (Mail message : mail.to(EMAIL).reversed()) {
                Matcher code = CODE.matcher(message.text());
                if (code.find()) {
                    return code.group();
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new IllegalStateException("Seeding failed: no mail with a code came to " + EMAIL + " within 60 s");
    }
}
