package dev.regulars.identity.accounts.registration;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The same for a known address as for an unknown one (contract §3.16). */
@Schema(examples = """
        {"username": "ana", "email": "ana@example.com"}""")
record RegisteredView(
        String username,
        @Schema(description = "A code was mailed to it") String email) {}
