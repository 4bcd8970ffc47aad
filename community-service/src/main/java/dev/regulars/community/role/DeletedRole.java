package dev.regulars.community.role;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A role that is gone. */
@Schema(examples = """
        {"_id": "66b1f2a8a4d3e5f607182940"}""")
record DeletedRole(String _id) {}
