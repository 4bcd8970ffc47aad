package dev.regulars.identity.accounts.rocketchat.user;

import static dev.regulars.identity.IdentityError.SEARCH_REFUSED;

import dev.regulars.web.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whom a call asks for: by exactly one of three keys. Its refusals are those of the validator that Rocket.Chat uses, on a schema of
 * three closed alternatives (contract §3.15 step 3).
 *
 * @param key {@code userId}, {@code username} or {@code importId}
 */
record UsersInfoQuery(String key, String value, boolean wantsRooms) {

    private static final List<String> KEYS = List.of("userId", "username", "importId");
    private static final String ROOMS = "includeUserRooms";
    private static final Set<String> OTHERS = Set.of(ROOMS, "fields");

    static UsersInfoQuery of(Map<String, List<String>> query) {
        List<String> faults = new ArrayList<>();
        for (String key : KEYS) {
            String fault = fault(query, key);
            if (fault.isEmpty()) {
                return valid(key, query);
            }
            faults.add(fault);
        }
        faults.add("must match a schema in anyOf");
        throw Refusal.invalid(List.of(new Refusal.Fault("query", String.join("\n ", faults))));
    }

    private static UsersInfoQuery valid(String key, Map<String, List<String>> query) {
        String value = query.getOrDefault(key, List.of()).getFirst();
        if (value.isEmpty()) {
            throw SEARCH_REFUSED.because(key + " is empty");
        }
        return new UsersInfoQuery(key, value, List.of("true").equals(query.get(ROOMS)));
    }

    /** The first thing that is wrong with one alternative; empty where it matches. */
    private static String fault(Map<String, List<String>> query, String key) {
        if (!query.containsKey(key)) {
            return "must have required property '" + key + "'";
        }
        if (query.keySet().stream().anyMatch(one -> !one.equals(key) && !OTHERS.contains(one))) {
            return "must NOT have additional properties";
        }
        return query.values().stream().allMatch(values -> values.size() == 1) ? "" : "must be string";
    }
}
