package dev.regulars.identity.accounts.widget.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The page around a widget: no script and no text of its own, so that nothing stored can become either. */
@ApplicationScoped
public class HtmlPage {

    private final ObjectMapper json;

    HtmlPage(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param config for the script of the page
     * @param origins of the sites that may show it in a frame
     * @param framed the https page that it shows in a frame itself; absent for none
     */
    public RestResponse<String> of(String title, Object config, List<String> origins, @Nullable String framed) {
        return ResponseBuilder.ok(document(title, config), "text/html;charset=UTF-8")
                .header("Content-Security-Policy", policy(origins, framed))
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private String document(String title, Object config) {
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>%s</title>
            <script type="module" src="/widget/assets/page.js"></script>
            </head>
            <body>
            <div id="regulars-widget"></div>
            <script type="application/json" id="regulars-config">%s</script>
            <noscript>This page needs JavaScript.</noscript>
            </body>
            </html>
            """.formatted(escaped(title), inScript(config));
    }

    private static String policy(List<String> origins, @Nullable String framed) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' https: data:",
                "font-src 'self'",
                "connect-src 'self'",
                "frame-src " + (framed == null ? "'none'" : origin(framed)),
                "frame-ancestors " + (origins.isEmpty() ? "'none'" : String.join(" ", origins)),
                "base-uri 'none'",
                "form-action 'none'");
    }

    private static String origin(String url) {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /** JSON in which no sign can end the element around it. */
    private String inScript(Object config) {
        try {
            return json.writeValueAsString(config)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026")
                    .replace("\u2028", "\\u2028")
                    .replace("\u2029", "\\u2029");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A page's configuration cannot be written as JSON", e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
