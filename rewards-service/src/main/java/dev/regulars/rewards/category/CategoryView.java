package dev.regulars.rewards.category;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A category as the API shows it. */
@Schema(examples = """
        {"_id": "66b1f3d1a4d3e5f607182950", "communityID": "66b1f0e9a4d3e5f60718293b", "name": "Vouchers",
         "description": "Codes of our partners", "image": null, "order": 1, "createdAt": "2026-03-10T16:15:50.123Z",
         "updatedAt": "2026-03-10T16:15:50.123Z"}""")
public record CategoryView(
        String _id,
        String communityID,
        String name,
        String description,
        @Nullable String image,

        @Schema(description = "Categories with lower numbers come first")
        int order,

        Instant createdAt,
        Instant updatedAt) {

    static CategoryView of(CategoryDocument category) {
        return new CategoryView(
                category.id,
                category.communityId.id(),
                category.name,
                category.description,
                category.image,
                category.order,
                category.createdAt,
                category.updatedAt);
    }
}
