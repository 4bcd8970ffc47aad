package dev.regulars.community.server;

import static java.util.Objects.requireNonNullElse;

import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.validation.DisplayName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a community. A request changes those that it names.
 *
 * @param timezone IANA name; days of the community begin there
 * @param language English name of the language of members who chose none
 * @param visitWindowMinutes how long after a counted visit of a member further ones do not count
 * @param identifierField custom field that a partner's {@code externalId} and {@code referral} mean
 * @param corsOrigins sites whose pages may call the API from a browser
 * @param limits how many requests the gateway takes; never more than the operator of the installation allows
 * @param floors by unit: the least that a member can have
 */
@Schema(examples = """
        {"timezone": "Europe/Lisbon", "language": "English", "visitWindowMinutes": 30, "identifierField": null,
         "corsOrigins": ["https://www.example.com"], "limits": {"key": 100000, "user": 50000, "community": 1000000},
         "coins": {"pendingDays": 0, "expiryDays": 365}, "floors": {"coins": 0}}""")
record Settings(
        @Schema(description = "IANA name; days of the community begin in it") @Nullable
        String timezone,

        @Schema(description = "The English name of a language") @DisplayName @Size(min = 1, max = 50) @Nullable
        String language,

        @Schema(description = "After a counted visit of a member, further ones do not count for so long")
        @Min(1)
        @Max(10_080)
        @Nullable
        Integer visitWindowMinutes,

        @Schema(description = "The custom field that `externalId` and `referral` stand for")
        @DisplayName
        @Size(min = 1, max = 100)
        @Nullable
        String identifierField,

        @Schema(description = "Origins whose pages may call the API from a browser") @Size(max = 50) @Nullable
        List<@NotNull @Size(max = 300) String> corsOrigins,

        @Valid @Nullable @Schema(description = "Rate limits below those of the installation")
        Limits limits,

        @Valid @Nullable @Schema(description = "When earned coins can be spent")
        Coins coins,

        @Size(max = 10)
        @Nullable
        @Schema(description = "By unit, such as coins: the least that a member can have; 0 where none is named")
        Map<
                        @NotNull @Pattern(regexp = UNITS, message = "must name a unit such as coins or xp") String,
                        @NotNull @Min(-1_000_000_000_000L) @Max(1_000_000_000_000L) Long>
                floors) {

    private static final String UNITS = "xp|coins|premium|spins|freezes|messages|replies|reactions|visits|timeSpent";

    /** When earned coins can be spent. */
    record Coins(
            @NotNull @Min(0) @Max(365) @Schema(description = "Days until earned coins can be spent")
            Integer pendingDays,

            @NotNull @Min(0) @Max(3_650) @Schema(description = "Days that coins can be spent from then on; 0: for ever")
            Integer expiryDays) {}

    /** Requests a minute. Where a member is absent, or higher than the installation's limit, the installation's holds. */
    record Limits(
            @Min(60) @Max(10_000_000) @Nullable @Schema(description = "Requests a minute by one API key")
            Integer key,

            @Min(60) @Max(10_000_000) @Nullable @Schema(description = "Requests a minute by one user")
            Integer user,

            @Min(60)
            @Max(10_000_000)
            @Nullable
            @Schema(description = "Requests a minute by all callers of the community")
            Integer community) {

        static Limits of(@Nullable Map<String, Integer> stored) {
            return stored == null
                    ? new Limits(null, null, null)
                    : new Limits(stored.get("key"), stored.get("user"), stored.get("community"));
        }

        Map<String, Integer> stored() {
            Map<String, Integer> limits = new HashMap<>();
            put(limits, "key", key);
            put(limits, "user", user);
            put(limits, "community", community);
            return limits;
        }

        private static void put(Map<String, Integer> limits, String name, @Nullable Integer limit) {
            if (limit != null) {
                limits.put(name, limit);
            }
        }
    }

    static Settings of(ServerDocument server) {
        return new Settings(
                server.timezone,
                server.language,
                server.visitWindowMinutes,
                server.identifierField,
                server.corsOrigins,
                Limits.of(server.limits),
                new Coins(server.pendingDays, server.expiryDays),
                requireNonNullElse(server.floors, Map.of()));
    }

    /** What a request does not name stays as it is. */
    void apply(ServerDocument server) {
        server.timezone = requireNonNullElse(timezone, server.timezone);
        server.language = requireNonNullElse(language, server.language);
        server.visitWindowMinutes = requireNonNullElse(visitWindowMinutes, server.visitWindowMinutes);
        server.identifierField = identifierField == null ? server.identifierField : identifierField;
    }

    boolean namesAccess() {
        return corsOrigins != null || limits != null;
    }

    /** Who may call the API, and how often: another event, which token exchange follows. */
    void applyAccess(ServerDocument server) {
        server.corsOrigins = requireNonNullElse(corsOrigins, server.corsOrigins);
        server.limits = limits == null ? server.limits : limits.stored();
    }

    boolean namesCurrency() {
        return coins != null || floors != null;
    }

    /** What members have: another event, which the ledger follows. */
    void applyCurrency(ServerDocument server) {
        server.pendingDays = coins == null ? server.pendingDays : coins.pendingDays();
        server.expiryDays = coins == null ? server.expiryDays : coins.expiryDays();
        server.floors = floors == null ? server.floors : floors;
    }

    void checkOrigins() {
        if (corsOrigins != null && !corsOrigins.stream().allMatch(Settings::isOrigin)) {
            throw Refusal.invalid("corsOrigins", "must hold origins such as https://www.example.com");
        }
    }

    private static boolean isOrigin(String text) {
        try {
            URI uri = URI.create(text);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return web
                    && uri.getHost() != null
                    && text.equals(uri.getScheme() + "://" + uri.getRawAuthority())
                    && uri.getRawUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
