package dev.regulars.webhook.endpoint;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.regulars.eventing.worker.Poller;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.DnsNameResolverChannelStrategy;
import io.netty.resolver.dns.DnsServerAddressStreamProvider;
import io.netty.resolver.dns.DnsServerAddressStreamProviders;
import io.netty.resolver.dns.NoopDnsCache;
import io.netty.resolver.dns.SequentialDnsServerAddressStreamProvider;
import io.netty.util.NetUtil;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Resolves host names and caches each answer for a second. It waits without threads, so that a name server that hangs
 * delays only calls to its own names.
 */
@Singleton
public class DnsResolver {

    private static final int MAX_CACHED = 10_000;
    private static final int DNS_PORT = 53;
    private static final int TRIES = 2;

    private final DnsNameResolver resolver;
    private final AsyncCache<String, List<InetAddress>> answers = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(1))
            .maximumSize(MAX_CACHED)
            .executor(Runnable::run) // upkeep takes less than to wake another thread for it
            .buildAsync();
    private final Duration timeLimit;

    DnsResolver(Vertx vertx, WebhookClientConfig config) {
        this.timeLimit = config.timeLimit().dividedBy(2);
        this.resolver = new DnsNameResolverBuilder(
                        ((VertxInternal) vertx).getEventLoopGroup().next())
                .datagramChannelType(NioDatagramChannel.class)
                .socketChannelType(NioSocketChannel.class)
                // a new port for each query makes forged answers hard
                .datagramChannelStrategy(DnsNameResolverChannelStrategy.ChannelPerResolution)
                .resolveCache(NoopDnsCache.INSTANCE)
                .queryTimeoutMillis(timeLimit.dividedBy(TRIES).toMillis())
                .nameServerProvider(nameServers(config))
                .build();
    }

    private static DnsServerAddressStreamProvider nameServers(WebhookClientConfig config) {
        return config.nameServers()
                .<DnsServerAddressStreamProvider>map(servers -> new SequentialDnsServerAddressStreamProvider(
                        servers.stream().map(DnsResolver::socketAddress).toList()))
                .orElseGet(DnsServerAddressStreamProviders::platformDefault);
    }

    private static InetSocketAddress socketAddress(String server) {
        var parts = URI.create("dns://" + server);
        byte[] address = NetUtil.createByteArrayFromIpAddressString(String.valueOf(parts.getHost()));
        if (address == null) {
            throw new IllegalArgumentException(server + " is not a name server such as 192.0.2.53:53");
        }
        return new InetSocketAddress(
                NetUtil.bytesToIpAddress(address), parts.getPort() == -1 ? DNS_PORT : parts.getPort());
    }

    /** All addresses of a host, at least one; emitted where the caller is, not on the thread of the resolver. */
    public Uni<List<InetAddress>> resolve(String host) {
        return Uni.createFrom().deferred(() -> {
            CompletableFuture<List<InetAddress>> answer =
                    answers.get(host, (name, executor) -> query(name).subscribeAsCompletionStage());
            return answer.isDone()
                    ? Uni.createFrom().completionStage(answer)
                    : Uni.createFrom().completionStage(answer.copy()).emitOn(Poller.thisContext());
        });
    }

    private Uni<List<InetAddress>> query(String host) {
        return Uni.createFrom()
                .<List<InetAddress>>emitter(answer -> resolver.resolveAll(host).addListener(result -> {
                    if (result.isSuccess()) {
                        @SuppressWarnings("unchecked")
                        var addresses = (List<InetAddress>) result.getNow();
                        answer.complete(addresses);
                    } else {
                        answer.fail(result.cause());
                    }
                }))
                .ifNoItem()
                .after(timeLimit)
                .fail()
                .onFailure()
                .transform(failure -> {
                    Log.debugf(failure, "DNS lookup of %s failed", host);
                    return EndpointRejected.notPublic(host);
                });
    }

    @PreDestroy
    void close() {
        resolver.close();
    }
}
