package dev.regulars.webhook.subscription.setting;

import java.util.List;

/**
 * Which of the events subscribed to are delivered. All that is named must hold; what is empty lets everything through.
 *
 * @param channelIds where it happens
 * @param roles ids; the member it concerns has one of them
 * @param fields the member it concerns has all of these
 */
public record Filters(List<String> channelIds, List<String> roles, List<FieldValue> fields) {

    public static final Filters NONE = new Filters(List.of(), List.of(), List.of());

    /** A custom field, by its name, and the value it must have. */
    public record FieldValue(String name, String value) {}

    /** Whether roles or fields of a member must be known. */
    public boolean concernMembers() {
        return !roles.isEmpty() || !fields.isEmpty();
    }
}
