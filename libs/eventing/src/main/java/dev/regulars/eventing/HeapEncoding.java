package dev.regulars.eventing;

import com.mongodb.MongoClientSettings;
import com.mongodb.connection.NettyTransportSettings;
import com.mongodb.connection.TransportSettings;
import io.netty.buffer.PooledByteBufAllocator;
import io.quarkus.mongodb.runtime.MongoClientCustomizer;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets the driver encode documents into arrays. Quarkus gives it buffers outside the heap, into which it writes text byte by
 * byte: 16 instead of 9 µs for a document of 1.3 KiB.
 */
@ApplicationScoped
class HeapEncoding implements MongoClientCustomizer {

    private static final PooledByteBufAllocator HEAP = new PooledByteBufAllocator(false);

    @Override
    public MongoClientSettings.Builder customize(MongoClientSettings.Builder client) {
        return client.build().getTransportSettings() instanceof NettyTransportSettings netty
                ? client.transportSettings(encodingInHeap(netty))
                : client;
    }

    private static TransportSettings encodingInHeap(NettyTransportSettings netty) {
        return TransportSettings.nettyBuilder()
                .eventLoopGroup(netty.getEventLoopGroup())
                .socketChannelClass(netty.getSocketChannelClass())
                .allocator(HEAP)
                .build();
    }
}
