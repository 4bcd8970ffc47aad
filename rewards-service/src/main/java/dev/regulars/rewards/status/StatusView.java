package dev.regulars.rewards.status;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A redemption status as the API shows it (contract §3.5.2). */
@Schema(examples = """
        {"_id": "66b1f401a4d3e5f607182952", "name": "Shipping", "category": "incomplete", "color": "#3EA1FD"}""")
public record StatusView(
        String _id,
        String name,
        StatusCategory category,
        @Schema(description = "For display") String color) {

    static StatusView of(StatusDocument status) {
        return new StatusView(status.id, status.name, status.category, status.color);
    }
}
