package dev.regulars.identity.accounts.widget.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.regulars.identity.accounts.widget.PublicWidget;
import dev.regulars.identity.accounts.widget.WidgetDocument;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the script of a page is told. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public sealed interface PageConfig {

    /**
     * Of the page of one widget.
     *
     * @param apiUrl empty for the host that the page came from
     * @param identity the query of the page: what it says of its visitor
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OfWidget(@JsonUnwrapped PublicWidget widget, String apiUrl, Map<String, String> identity)
            implements PageConfig {

        static OfWidget of(WidgetDocument widget, Map<String, String> identity) {
            return new OfWidget(PublicWidget.of(widget), "", identity);
        }
    }

    /**
     * Of the page that a login URL opens.
     *
     * @param type {@code member}
     * @param login absent for a URL that cannot be used
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OfMember(
            String type,
            @Nullable String communityId,
            String apiUrl,
            List<PublicWidget> widgets,
            @Nullable Login login) implements PageConfig {

        public static OfMember of(String communityId, List<WidgetDocument> widgets, String url) {
            return new OfMember(
                    "member",
                    communityId,
                    "",
                    widgets.stream().map(PublicWidget::of).toList(),
                    new Login("POST", url));
        }

        public static OfMember refused() {
            return new OfMember("member", null, "", List.of(), null);
        }
    }

    /** How the page gets its session. */
    record Login(String method, String url) {}
}
