package dev.regulars.webhook.people;

import java.util.List;

/** What filters ask of a member. */
public record MemberTraits(List<String> roles, List<FieldValue> fields) {

    public static final MemberTraits NONE = new MemberTraits(List.of(), List.of());

    /** A custom field, by its name, as text. */
    public record FieldValue(String name, String value) {}
}
