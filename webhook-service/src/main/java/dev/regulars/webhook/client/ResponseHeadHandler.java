package dev.regulars.webhook.client;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpClientConnection;

/**
 * Sits behind the HTTP decoder of a connection and lets the status decide (contract 4.5): interim answers are passed over,
 * and of an answer whose header cannot be read to its end the status and what was read of the header remain.
 */
final class ResponseHeadHandler extends ChannelInboundHandlerAdapter {

    private static final String DECODER = "codec";
    private static final AttributeKey<Boolean> ANSWERED = AttributeKey.valueOf(ResponseHeadHandler.class, "answered");

    private boolean answered;
    private boolean inInterimAnswer;
    private boolean ended;

    /** Vert.x offers no way to add a handler, so this goes through the channel of its connection. */
    static void install(HttpConnection connection) {
        channel(connection).pipeline().addAfter(DECODER, "response-head", new ResponseHeadHandler());
    }

    /** Whether a call was answered on this connection. */
    static boolean hasAnswered(HttpConnection connection) {
        return channel(connection).hasAttr(ANSWERED);
    }

    private static Channel channel(HttpConnection connection) {
        return ((HttpClientConnection) connection).channel();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (ended) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpResponse answer) {
            head(context, answer);
        } else if (inInterimAnswer) {
            inInterimAnswer = !(message instanceof LastHttpContent);
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    private void head(ChannelHandlerContext context, HttpResponse answer) {
        // of an unreadable status line the decoder makes a full response of its own
        boolean unreadable = answer.decoderResult().isFailure() && !(answer instanceof FullHttpResponse);
        if (unreadable) {
            ended = true;
            context.fireChannelRead(statusAlone(answer));
            context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
            var unused = context.close();
        } else if (answer.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
            inInterimAnswer = !(answer instanceof LastHttpContent);
            ReferenceCountUtil.release(answer);
        } else {
            context.fireChannelRead(answer);
            noteAnswer(context.channel());
        }
    }

    private void noteAnswer(Channel channel) {
        if (!answered) {
            answered = true;
            channel.attr(ANSWERED).set(true);
        }
    }

    private static HttpResponse statusAlone(HttpResponse answer) {
        var head = new DefaultHttpResponse(answer.protocolVersion(), answer.status(), answer.headers());
        head.headers()
                .remove(HttpHeaderNames.TRANSFER_ENCODING)
                .set(HttpHeaderNames.CONTENT_LENGTH, 0)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return head;
    }
}
