package dev.regulars.community.role;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.regulars.web.validation.DisplayName;
import dev.regulars.web.validation.DisplayText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A role as a request describes it (contract §3.9 rows 6 and 7). */
@Schema(examples = """
        {"class": "gold", "title": "Gold", "order": 5, "billable": false, "description": "For regulars",
         "server_permissions": {"server_administrator": false, "allow_dm": true, "create_invite": true,
           "warn_members": false, "suspend_members": false, "ban_members": false, "broadcast_messages": false,
           "overwrite_language": false},
         "channel_permissions": {"post_messages": true, "attach_files": true, "allow_mentions": true,
           "manage_messages": false, "pinable": false, "share_links": true, "share_Attachments": true}}""")
record RoleBody(
        @Schema(description = "CSS class of its colour") @JsonProperty("class") @NotBlank @DisplayName @Size(max = 50)
        String colour,

        @Schema(description = "Shown with an at-sign") @NotBlank @DisplayName @Size(max = 100)
        String title,

        @Schema(description = "A role of higher order outranks it") @NotNull @Min(0) @Max(1_000_000)
        Integer order,

        @Schema(description = "Kept for the partner; it changes nothing here") @NotNull
        Boolean billable,

        @DisplayText @Size(max = 2_000) @Nullable String description,

        @Schema(description = "By name; what is left out stays as it was") @NotNull
        Map<String, @NotNull Boolean> server_permissions,

        @Schema(description = "By name; what is left out stays as it was") @NotNull
        Map<String, @NotNull Boolean> channel_permissions) {}
