package dev.regulars.gateway.server.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

/** Sends what was written before the connection closes. Else the refusal of a malformed body would be lost. */
final class FlushBeforeClose extends ChannelOutboundHandlerAdapter {

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) throws Exception {
        context.flush();
        super.close(context, promise);
    }
}
