package dev.regulars.identity.directory.field.definition;

import dev.regulars.web.refusal.Refusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The database name of a custom field. It stands in filters, in columns of tables and in answers, so it is plain and no other thing's. */
public final class FieldSlug {

    private static final Pattern SLUG = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,49}");

    /** Columns of bulk files, members of answers, and what JavaScript has in every object. */
    private static final Set<String> RESERVED = Stream.concat(
                    Stream.of(
                            "_id id userId displayName accessLevel externalId referral nickname import_id customFields",
                            "roles role highestRole firstName lastName xpEarnedToday coinsEarnedToday totalMessages",
                            "totalReactions visitCount replySent timeSpent loginStreak premium premium_currency avatar",
                            "isOnline lastLogin communityId password fields tags constructor prototype toString valueOf",
                            "hasOwnProperty"),
                    Arrays.stream(DefaultField.values()).map(DefaultField::slug))
            .flatMap(names -> Arrays.stream(names.split(" ")))
            .map(FieldSlug::spelledAnyhow)
            .collect(Collectors.toSet());

    private FieldSlug() {}

    /** Spaces become hyphens. */
    public static String of(String text) {
        String slug = text.strip().replaceAll("\\s+", "-");
        if (!SLUG.matcher(slug).matches()) {
            throw Refusal.invalid(
                    "field",
                    "must begin with a letter and have only letters, digits, hyphens and underscores, at most 50");
        }
        if (RESERVED.contains(spelledAnyhow(slug)) || key(slug).endsWith("_op")) {
            throw Refusal.invalid("field", "is a reserved name");
        }
        return slug;
    }

    /** For requests of an older version, which have only the name that people read. */
    public static String ofName(String name) {
        String plain = name.strip().replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^[^A-Za-z]+|-+$", "");
        if (plain.isEmpty()) {
            throw Refusal.invalid("field", "is required");
        }
        return of(plain.substring(0, Math.min(50, plain.length())));
    }

    private static String spelledAnyhow(String name) {
        return key(name).replaceAll("[_-]", "");
    }

    /** No two fields differ only in upper and lower case. */
    public static String key(String slug) {
        return slug.toLowerCase(Locale.ROOT);
    }
}
