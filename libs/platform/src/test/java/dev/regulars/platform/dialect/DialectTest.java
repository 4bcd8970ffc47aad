package dev.regulars.platform.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.platform.problem.Kind;
import dev.regulars.platform.problem.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of contract §2.2, cell by cell. */
class DialectTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UNREADABLE        | 400 Invalid request body | 400 Bad Request | 400 Invalid request body | 400 Invalid request body",
                "UNAUTHENTICATED   | 401 Invalid token        | 401 Unauthorized | 401 Invalid token | 401 Invalid access key",
                "KEY_REFUSED       | 401 Invalid token        | 401 Unauthorized | 401 Invalid API key | 401 Invalid access key",
                "LOGIN_REFUSED     | 401 Invalid email or password | 401 Unauthorized | 401 Invalid email or password | 401 Invalid email or password",
                "NOT_PERMITTED     | 401 Insufficient permission | 401 Unauthorized | 401 Insufficient permission | 403 Forbidden",
                "NOT_FOUND         | 404 Record Not Found     | 404 Record Not Found | 404 Record Not Found | 404 Record Not Found",
                "NO_ROUTE          | 404 Not Found            | 404 Not Found | 404 Not Found | 404 Not Found",
                "NO_METHOD         | 405 Method Not Allowed   | 405 Method Not Allowed | 405 Method Not Allowed | 405 Method Not Allowed",
                "MISUSED_KEY       | 422 Idempotency-Key used with another body | 422 Idempotency-Key used with another body | 422 Idempotency-Key used with another body | 422 Idempotency-Key used with another body",
                "UNSUPPORTED_MEDIA | 415 Unsupported Media Type | 415 Unsupported Media Type | 415 Unsupported Media Type | 415 Unsupported Media Type",
                "TOO_MANY          | 429 Too Many Requests    | 429 Too Many Requests | 429 Too Many Requests | 429 Too Many Requests",
                "BROKEN            | 500 Server Error         | 500 Server Error | 500 Server Error | 500 Server Error",
                "UNAVAILABLE       | 503 Service Unavailable  | 503 Service Unavailable | 503 Service Unavailable | 503 Service Unavailable",
            })
    void eachFamilyHasItsWords(Kind kind, String integration, String application, String system, String widget) {
        assertThat(said(kind, Dialect.INTEGRATION)).isEqualTo(integration);
        assertThat(said(kind, Dialect.APPLICATION)).isEqualTo(application);
        assertThat(said(kind, Dialect.SYSTEM)).isEqualTo(system);
        assertThat(said(kind, Dialect.WIDGET)).isEqualTo(widget);
    }

    @Test
    void eachFamilyHasItsBody() throws JsonProcessingException {
        Refusal no = Refusal.invalid("name", "is required");

        assertThat(body(no, Dialect.INTEGRATION)).isEqualTo("{\"status\":\"error\",\"message\":\"name is required\"}");
        assertThat(body(no, Dialect.APPLICATION))
                .isEqualTo("{\"meta\":{\"status\":\"error\",\"statusCode\":400,\"errors\":"
                        + "[{\"field\":\"name\",\"message\":\"name is required\"}]},\"message\":\"Bad Request\"}");
        assertThat(body(no, Dialect.SYSTEM))
                .isEqualTo("{\"meta\":{\"success\":false,\"message\":\"name is required\","
                        + "\"devMessage\":\"name is required\"},\"body\":null}");
        assertThat(body(no, Dialect.WIDGET)).isEqualTo("{\"data\":null,\"message\":\"name is required\"}");
    }

    @Test
    void whatPassesSaysWhenToComeAgain() {
        Refusal no = Refusal.of(Kind.UNAVAILABLE, "away");

        assertThat(Answer.to(no, Dialect.SYSTEM, "").headers()).containsEntry("Retry-After", "2");
    }

    @Test
    void theFirstSegmentNamesTheFamily() {
        assertThat(List.of(
                        Dialect.of("/application/x"),
                        Dialect.of("/system/x"),
                        Dialect.of("/integration/x"),
                        Dialect.of("/x"),
                        Dialect.of("")))
                .containsExactly(
                        Dialect.APPLICATION,
                        Dialect.SYSTEM,
                        Dialect.INTEGRATION,
                        Dialect.INTEGRATION,
                        Dialect.INTEGRATION);
    }

    private static String said(Kind kind, Dialect dialect) {
        Refusal no = kind == Kind.UNREADABLE ? Refusal.unreadable("") : Refusal.of(kind, "");
        return dialect.status(kind) + " " + dialect.text(no);
    }

    private static String body(Refusal no, Dialect dialect) throws JsonProcessingException {
        return JSON.writeValueAsString(Answer.to(no, dialect, "*/*").body());
    }
}
