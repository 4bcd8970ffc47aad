package dev.regulars.web.http;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The entity tags that {@code If-Match} or {@code If-None-Match} lists (RFC 9110 §13.1); {@code *} stands for any. */
@Schema(type = SchemaType.STRING, description = "Entity tags, separated by commas, or `*` for any")
public final class EntityTags {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([^\"]*)\"");

    private final boolean any;
    private final Set<String> tags;

    private EntityTags(boolean any, Set<String> tags) {
        this.any = any;
        this.tags = tags;
    }

    /** What cannot be read matches nothing. */
    public static EntityTags valueOf(String header) {
        return new EntityTags(
                header.strip().equals("*"),
                TAG.matcher(header).results().map(found -> found.group(1)).collect(Collectors.toUnmodifiableSet()));
    }

    /** @param tag without quotes */
    public boolean contain(String tag) {
        return any || tags.contains(tag);
    }

    /** Whether a condition that may be absent lets a change of this tag's thing through. */
    public static boolean allow(@Nullable EntityTags ifMatch, String tag) {
        return ifMatch == null || ifMatch.contain(tag);
    }
}
