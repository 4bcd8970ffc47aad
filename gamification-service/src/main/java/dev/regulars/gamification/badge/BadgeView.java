package dev.regulars.gamification.badge;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A badge as answers show it (contract §3.9 row 14): three members are strings there. */
@Schema(examples = """
        {"title": "Helper", "action": "custom", "quantity": "1", "description": "Answers questions", "attachRequired": "false",
         "awarded": "true", "id": "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed", "image": null}""")
public record BadgeView(
        String title,

        @Schema(description = "What it is awarded for; custom: by hand and by rules")
        String action,

        @Schema(description = "How often the action has to be done, as a string")
        String quantity,

        String description,

        @Schema(description = "Whether an application needs an attachment: \"true\" or \"false\"")
        String attachRequired,

        @Schema(description = "Whether it can be awarded: \"true\" or \"false\"")
        String awarded,

        @Schema(description = "UUID") String id,
        @Nullable String image) {

    static BadgeView of(BadgeDocument badge) {
        return new BadgeView(
                badge.title,
                badge.action,
                String.valueOf(badge.quantity),
                badge.description,
                String.valueOf(badge.attachRequired),
                String.valueOf(badge.awarded),
                badge.id,
                badge.image);
    }
}
