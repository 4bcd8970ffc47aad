package dev.regulars.identity.directory.field;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What another type would do to the values that members have (contract §3.17). */
@Schema(examples = """
        {"fit": 41, "misfit": 1, "examples": [{"userId": "66b1f15ea4d3e5f60718293d", "value": "a lot"}]}""")
record TypeChangeReport(
        @Schema(description = "How many values fit") long fit,

        @Schema(description = "How many do not: the change is refused then")
        long misfit,

        @Schema(description = "Some that do not") List<Misfit> examples) {

    static final TypeChangeReport NOTHING = new TypeChangeReport(0, 0, List.of());

    /** A value that does not fit. */
    record Misfit(
            @Schema(description = "`_id` of the member") String userId,
            @Schema(description = "As it is stored") Object value) {}
}
