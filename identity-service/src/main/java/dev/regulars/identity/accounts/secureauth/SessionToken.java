package dev.regulars.identity.accounts.secureauth;

import dev.regulars.web.value.Secret;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A session in one community. */
@Schema(name = "LoginUrlSession", examples = """
        {"token": "eyJhbGciOiJSUzI1NiJ9.eyJpZCI6IjQyIn0.c2lnbmF0dXJl", "expiresAt": "2026-03-10T16:15:50.123Z"}""")
record SessionToken(
        @Schema(description = "A JWT for the Authorization header, valid in one community")
        Secret token,

        @Schema(description = "When the session ends; it cannot be refreshed")
        Instant expiresAt) {}
