package dev.regulars.web.family;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of contract §2.2, cell by cell. */
class ApiFamilyTest {

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
        assertThat(said(kind, ApiFamily.INTEGRATION)).isEqualTo(integration);
        assertThat(said(kind, ApiFamily.APPLICATION)).isEqualTo(application);
        assertThat(said(kind, ApiFamily.SYSTEM)).isEqualTo(system);
        assertThat(said(kind, ApiFamily.WIDGET)).isEqualTo(widget);
    }

    @Test
    void storeAndAppearanceForbidAndNameABadGateway() {
        assertThat(said(Kind.NOT_PERMITTED, ApiFamily.STORE)).isEqualTo("403 Forbidden");
        assertThat(said(Kind.UNAVAILABLE, ApiFamily.STORE)).isEqualTo("502 Bad Gateway");
        assertThat(said(Kind.UNAUTHENTICATED, ApiFamily.STORE)).isEqualTo("401 Unauthorized");
        assertThat(ApiFamily.of("/store/products")).isEqualTo(ApiFamily.STORE);
    }

    @Test
    void eachFamilyHasItsBody() throws JsonProcessingException {
        Refusal no = Refusal.invalid("name", "is required");

        assertThat(body(no, ApiFamily.INTEGRATION))
                .isEqualTo("{\"status\":\"error\",\"message\":\"name is required\"}");
        assertThat(body(no, ApiFamily.APPLICATION))
                .isEqualTo("{\"meta\":{\"status\":\"error\",\"statusCode\":400,\"code\":\"field_invalid\",\"errors\":"
                        + "[{\"field\":\"name\",\"message\":\"name is required\"}]},\"message\":\"Bad Request\"}");
        assertThat(body(no, ApiFamily.SYSTEM))
                .isEqualTo("{\"meta\":{\"success\":false,\"message\":\"name is required\","
                        + "\"devMessage\":\"name is required\",\"code\":\"field_invalid\"},\"body\":null}");
        assertThat(body(no, ApiFamily.WIDGET)).isEqualTo("{\"data\":null,\"message\":\"name is required\"}");
    }

    @Test
    void whatPassesSaysWhenToComeAgain() {
        Refusal no = Refusal.of(Kind.UNAVAILABLE, "away");

        assertThat(ErrorResponse.to(no, ApiFamily.SYSTEM, "").headers()).containsEntry("Retry-After", "2");
    }

    @Test
    void theFirstSegmentNamesTheFamily() {
        assertThat(List.of(
                        ApiFamily.of("/application/x"),
                        ApiFamily.of("/system/x"),
                        ApiFamily.of("/integration/x"),
                        ApiFamily.of("/x"),
                        ApiFamily.of("")))
                .containsExactly(
                        ApiFamily.APPLICATION,
                        ApiFamily.SYSTEM,
                        ApiFamily.INTEGRATION,
                        ApiFamily.INTEGRATION,
                        ApiFamily.INTEGRATION);
    }

    private static String said(Kind kind, ApiFamily family) {
        Refusal no = kind == Kind.UNREADABLE ? Refusal.unreadable("") : Refusal.of(kind, "");
        return family.status(kind) + " " + family.text(no);
    }

    private static String body(Refusal no, ApiFamily family) throws JsonProcessingException {
        return JSON.writeValueAsString(ErrorResponse.to(no, family, "*/*").body());
    }
}
