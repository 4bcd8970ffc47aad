package dev.regulars.gateway.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The groups of the documentation that partners know, in its order, and our tags in them (contract §5.1). */
final class TagGroups {

    private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();
    private static final String REST = "Other";

    static {
        GROUPS.put("Authentication", List.of("Accounts", "Secure Auth"));
        GROUPS.put("Users", List.of("Users"));
        GROUPS.put("Roles & Permissions", List.of("Roles"));
        GROUPS.put("Servers", List.of("Communities", "Members", "Invites", "Sanctions", "Installation"));
        GROUPS.put("Channels", List.of("Channels"));
        GROUPS.put("Messaging", List.of("Messages", "Forum topics"));
        GROUPS.put("User Data", List.of("User Fields", "User Field Histories"));
        GROUPS.put(
                "Gamification",
                List.of(
                        "Badges",
                        "Tiers and XP",
                        "Activity",
                        "Ledger",
                        "Rules",
                        "Leaderboards",
                        "Milestones",
                        "Referrals"));
        GROUPS.put("Streaks & Mini Games", List.of("Streaks", "Mini games"));
        GROUPS.put("Rewards & Redemptions", List.of("Redemptions", "Store"));
        GROUPS.put("Chart Analysis", List.of("Chart analysis"));
        GROUPS.put("Bulk Operations", List.of("Bulk operations"));
        GROUPS.put("API Keys", List.of("Keys"));
        GROUPS.put("Community Analytics", List.of("Community analytics"));
        GROUPS.put("Rocket.Chat", List.of("Rocket.Chat"));
        GROUPS.put("Widgets", List.of("Widgets"));
        GROUPS.put("Events", List.of("Webhooks", "Incoming webhooks"));
    }

    private TagGroups() {}

    /** @param tags by name */
    static void write(ObjectNode document, Map<String, JsonNode> tags) {
        Map<String, JsonNode> left = new TreeMap<>(tags);
        ArrayNode ordered = document.putArray("tags");
        ArrayNode groups = document.putArray("x-tagGroups");
        GROUPS.forEach((group, names) -> add(groups, ordered, group, names, left));
        add(groups, ordered, REST, new ArrayList<>(left.keySet()), left);
    }

    private static void add(
            ArrayNode groups, ArrayNode ordered, String group, List<String> names, Map<String, JsonNode> left) {
        List<String> there = names.stream().filter(left::containsKey).toList();
        if (!there.isEmpty()) {
            ArrayNode tags = groups.addObject().put("name", group).putArray("tags");
            there.forEach(name -> {
                tags.add(name);
                ordered.add(left.remove(name));
            });
        }
    }
}
