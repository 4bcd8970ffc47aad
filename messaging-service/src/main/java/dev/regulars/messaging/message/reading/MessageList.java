package dev.regulars.messaging.message.reading;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Some messages, the newest first. */
@Schema(examples = """
        {"total": 1, "messages": [{"id": "66b1f2c3a4d3e5f607182951", "message": "Hello!", "images": [],
         "user": {"user_id": "42", "email": "ana@example.com"},
         "channel": {"channel_id": "66b1f2c3a4d3e5f607182941", "name": "General"},
         "timestamp": "2026-03-10T16:15:50.123Z"}]}""")
record MessageList(@Schema(description = "How many match") long total, List<MessageView> messages) {}
