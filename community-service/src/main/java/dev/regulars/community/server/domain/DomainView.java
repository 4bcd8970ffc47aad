package dev.regulars.community.server.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.community.server.ServerDocument;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The host name of a community, and how it is proven. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "CommunityDomain", examples = """
        {"domain": "chess.example.com", "isProven": false, "provenBy": null, "provenAt": null,
         "record": {"type": "TXT", "name": "_regulars-challenge.chess.example.com",
          "value": "regulars-community=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}}""")
record DomainView(
        @Schema(description = "null where the community has none") @Nullable
        String domain,

        @Schema(description = "Whether it is used: Secure Auth takes proven domains only")
        boolean isProven,

        @Schema(description = "`dns`, or `admin` for the word of the installation's admin") @Nullable
        String provenBy,

        @Nullable Instant provenAt,

        @Schema(description = "What the zone of the domain must have")
        Challenge record) {

    /** A DNS record. */
    @Schema(name = "DomainChallenge")
    record Challenge(
            @Schema(description = "`TXT`") String type,

            @Schema(description = "Its name; the domain itself comes last")
            String name,

            @Schema(description = "Its value, the same for all domains of the community")
            String value) {

        static Challenge of(String domain, String value) {
            return new Challenge("TXT", nameFor(domain), value);
        }

        static String nameFor(String domain) {
            return "_regulars-challenge." + domain;
        }
    }

    static DomainView of(ServerDocument server, String value) {
        return new DomainView(
                server.domain,
                server.domainProof != null,
                server.domainProof,
                server.domainProvenAt,
                Challenge.of(server.domain == null ? "" : server.domain, value));
    }
}
