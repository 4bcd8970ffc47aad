package dev.regulars.messaging.stream.sse;

import dev.regulars.web.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The channels that a request lists, and the places that it lists beside them; places may be absent. */
record WantedChannels(List<String> ids, List<String> places) {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{24}");
    private static final Pattern PLACE = Pattern.compile("[0-9]{0,16}");
    private static final int LONGEST = 20_000;

    static WantedChannels of(@Nullable String channels, @Nullable String since) {
        if (channels == null || channels.isBlank()) {
            throw Refusal.invalid("channels", "is required");
        }
        List<String> ids = split("channels", channels, ID, "must be ids of channels, separated by commas");
        List<String> places = since == null ? List.of() : split("since", since, PLACE, "must be one seq per channel");
        if (!places.isEmpty() && places.size() != ids.size()) {
            throw Refusal.invalid("since", "must be one seq per channel");
        }
        return new WantedChannels(ids, places);
    }

    @Nullable
    Long since(String id) {
        int at = ids.indexOf(id);
        return places.isEmpty() || places.get(at).isEmpty() ? null : Long.valueOf(places.get(at));
    }

    private static List<String> split(String field, String list, Pattern pattern, String must) {
        if (list.length() > LONGEST) {
            throw Refusal.invalid(field, must);
        }
        List<String> parts = new ArrayList<>(List.of(list.split(",", -1)));
        if (!parts.stream().allMatch(one -> pattern.matcher(one).matches())) {
            throw Refusal.invalid(field, must);
        }
        return parts;
    }
}
