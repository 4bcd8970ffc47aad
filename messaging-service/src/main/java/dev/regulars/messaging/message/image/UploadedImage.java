package dev.regulars.messaging.message.image;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An image that messages can show now (contract §3.3.5). */
@Schema(examples = """
        {"id": "66b1f2c3a4d3e5f607182971", "name": "board.png",
         "url": "https://api.example.com/media/messaging/66b1f2c3a4d3e5f607182971?expires=1773162950&signature=abc",
         "type": "image/png", "size": 20480}""")
record UploadedImage(
        String id,
        @Schema(description = "As the file was called") String name,

        @Schema(description = "To be sent in `images` of a message; shows the image for an hour")
        String url,

        @Schema(description = "Media type") String type,
        @Schema(description = "In bytes") long size) {}
