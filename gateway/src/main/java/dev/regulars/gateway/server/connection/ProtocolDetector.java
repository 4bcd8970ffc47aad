package dev.regulars.gateway.server.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/**
 * Tells HTTP/2 by its preface from HTTP/1. An upgrade from HTTP/1 to 2 is not offered: it would come before the answer to
 * {@code Expect: 100-continue}, which clients do not understand.
 */
final class ProtocolDetector extends ByteToMessageDecoder {

    /** No method begins like that. */
    private static final byte[] PREFACE = "PRI ".getBytes(US_ASCII);

    private final Runnable http1;
    private final Runnable http2;

    ProtocolDetector(Runnable http1, Runnable http2) {
        this.http1 = http1;
        this.http2 = http2;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf received, List<Object> out) {
        for (int i = 0; i < PREFACE.length; i++) {
            if (i == received.readableBytes()) {
                return; // more is needed to tell
            }
            if (received.getByte(received.readerIndex() + i) != PREFACE[i]) {
                continueWith(http1, context);
                return;
            }
        }
        continueWith(http2, context);
    }

    /** What was received goes on to the new handlers. */
    private void continueWith(Runnable handlers, ChannelHandlerContext context) {
        handlers.run();
        context.pipeline().remove(this);
    }
}
