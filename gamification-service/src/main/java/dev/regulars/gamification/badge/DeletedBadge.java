package dev.regulars.gamification.badge;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A badge that is gone. */
@Schema(examples = """
        {"id": "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed"}""")
record DeletedBadge(@Schema(description = "UUID") String id) {}
