package dev.regulars.messaging.message.image;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an image can be seen for a while (contract §3.17). */
@Schema(examples = """
        {"url": "https://api.example.com/media/messaging/66b1f2c3a4d3e5f607182971?expires=1773162950&signature=abc",
         "thumbnail": "https://api.example.com/media/messaging/66b1f2c3a4d3e5f607182971?thumbnail&expires=1773162950&signature=abd",
         "expiresAt": "2026-03-10T17:15:50.000Z"}""")
record ImageUrl(
        String url, @Schema(description = "A small copy") String thumbnail, Instant expiresAt) {}
