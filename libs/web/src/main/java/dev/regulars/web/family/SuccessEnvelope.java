package dev.regulars.web.family;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest.Style;
import dev.regulars.web.page.Updated;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How each family says yes (contract §2.1), and how its lists tell their pages (§2.3). */
final class SuccessEnvelope {

    private SuccessEnvelope() {}

    @RegisterForReflection
    record ApplicationBody(ApplicationMeta meta, String message, Object data) {}

    /**
     * {@code statusCode} repeats the HTTP status. The others are there for lists that come in pages.
     *
     * @param nextCursor where the list goes on; absent at its end
     * @param updated how many things a call for several changed
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ApplicationMeta(
            String status,
            int statusCode,
            @Nullable Integer page,
            @Nullable Integer skip,
            @Nullable Integer limit,
            @Nullable Long total,
            @Nullable String nextCursor,
            @Nullable Integer updated) {

        static ApplicationMeta of(int status) {
            return new ApplicationMeta("success", status, null, null, null, null, null, null);
        }
    }

    @RegisterForReflection
    record SystemBody(SystemMeta meta, Object body) {}

    /** {@code devMessage} repeats the message. */
    @RegisterForReflection
    record SystemMeta(boolean success, String message, String devMessage) {}

    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IntegrationBody(
            String status,
            @Nullable String message,
            @Nullable Object data,
            @Nullable Pagination pagination,
            @JsonProperty("next_cursor") @Nullable String nextCursor) {}

    /** Of a list of the Integration family that comes in counted pages. */
    @RegisterForReflection
    record Pagination(long total, int currentPage, long totalPages, boolean hasNextPage, boolean hasPrevPage) {

        static @Nullable Pagination of(Page<?> page) {
            if (page.total() == null) {
                return null;
            }
            int current = page.request().page();
            long pages = page.totalPages();
            return new Pagination(page.total(), current, pages, current < pages, current > 1);
        }
    }

    static ApplicationBody application(int status, String message, Object data) {
        if (data instanceof Updated<?> updated) {
            int count = updated.items().size();
            var meta = new ApplicationMeta("success", status, null, null, null, null, null, count);
            return new ApplicationBody(meta, message, updated.items());
        }
        if (!(data instanceof Page<?> page)) {
            return new ApplicationBody(ApplicationMeta.of(status), message, data);
        }
        var at = page.request();
        var meta = new ApplicationMeta(
                "success",
                status,
                at.style() == Style.PAGE ? at.page() : null,
                at.style() == Style.SKIP ? at.skip() : null,
                at.limit(),
                page.total(),
                page.nextCursor(),
                null);
        return new ApplicationBody(meta, message, page.items());
    }

    /** This family says nothing of pages. */
    static SystemBody system(String message, Object data) {
        return new SystemBody(
                new SystemMeta(true, message, message), data instanceof Page<?> page ? page.items() : data);
    }

    static IntegrationBody integration(String message, @Nullable Object data) {
        String said = message.isEmpty() ? null : message;
        if (!(data instanceof Page<?> page)) {
            return new IntegrationBody("success", said, data, null, null);
        }
        List<?> items = page.items();
        return new IntegrationBody("success", said, items, Pagination.of(page), page.nextCursor());
    }
}
