package dev.regulars.web.openapi;

import dev.regulars.web.openapi.schema.RecordSchemas;
import dev.regulars.web.openapi.schema.Schemas;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** What an answer says of its place in a list (contract §2.3); the parameters of the operation tell which style it is. */
enum PageStyle {
    WHOLE(""),
    PAGE("Page"),
    SKIP("Skip"),
    CURSOR("Cursor"),
    /** No page: all that a call for several changed. */
    UPDATED("Updated");

    private static final int FEW = 50;

    private final String word;

    PageStyle(String word) {
        this.word = word;
    }

    static PageStyle of(Operation operation) {
        if (has(operation, "page")) {
            return PAGE;
        }
        if (has(operation, "skip")) {
            return SKIP;
        }
        return isPaged(operation) ? CURSOR : PAGE; // the body names the page
    }

    /** Whether the operation writes out its pages itself. */
    static boolean isPaged(Operation operation) {
        return has(operation, "limit");
    }

    /** Part of the names of schemas. */
    String word() {
        return word;
    }

    /** Completes the schema of {@code meta}. */
    Schema ofApplication(Schema meta) {
        switch (this) {
            case PAGE -> meta.addRequired("page").addProperty("page", counted("Which page, counted from 1"));
            case SKIP -> meta.addRequired("skip").addProperty("skip", counted("How many were left out"));
            case CURSOR ->
                meta.addProperty("nextCursor", Schemas.text().description("Where the list goes on; absent at its end"));
            case UPDATED -> {
                return meta.addRequired("updated").addProperty("updated", counted("How many were changed"));
            }
            case WHOLE -> {
                return meta;
            }
        }
        meta.addRequired("limit").addProperty("limit", counted("How many there are at most"));
        return this == CURSOR
                ? meta
                : meta.addRequired("total").addProperty("total", counted("How many the whole list has"));
    }

    /** Completes the schema of the envelope. */
    Schema ofIntegration(Schema envelope, Components components) {
        if (this == CURSOR) {
            return envelope.addProperty(
                    "next_cursor", Schemas.text().description("Where the list goes on; absent at its end"));
        }
        if (this == WHOLE || this == UPDATED) {
            return envelope;
        }
        components.addSchema("Pagination", pagination());
        return envelope.addRequired("pagination")
                .addProperty("pagination", OASFactory.createSchema().ref(RecordSchemas.REF + "Pagination"));
    }

    /** Completes the example of {@code meta}. */
    void show(Map<String, Object> meta, int limit) {
        if (this == UPDATED) {
            meta.put("updated", 1);
            return;
        }
        if (this == PAGE) {
            meta.put("page", 1);
        }
        if (this == SKIP) {
            meta.put("skip", 0);
        }
        meta.put("limit", limit);
        if (this != CURSOR) {
            meta.put("total", 1);
        }
    }

    /** The limit where a caller names none. */
    static int limit(Operation operation) {
        return operation.getParameters() == null
                ? FEW
                : operation.getParameters().stream()
                        .filter(one -> "limit".equals(one.getName()))
                        .map(one ->
                                Integer.valueOf(String.valueOf(one.getSchema().getDefaultValue())))
                        .findFirst()
                        .orElse(FEW);
    }

    static Map<String, Object> paginationExample() {
        return Map.of("total", 1, "currentPage", 1, "totalPages", 1, "hasNextPage", false, "hasPrevPage", false);
    }

    private static Schema pagination() {
        return Schemas.object("total", "currentPage", "totalPages", "hasNextPage", "hasPrevPage")
                .addProperty("total", counted("How many the whole list has"))
                .addProperty("currentPage", counted("Counted from 1"))
                .addProperty("totalPages", counted("How many pages there are"))
                .addProperty("hasNextPage", OASFactory.createSchema().addType(SchemaType.BOOLEAN))
                .addProperty("hasPrevPage", OASFactory.createSchema().addType(SchemaType.BOOLEAN));
    }

    private static Schema counted(String description) {
        return Schemas.number().description(description);
    }

    private static boolean has(Operation operation, String parameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(one -> parameter.equals(one.getName()));
    }
}
