package dev.regulars.web.operation.call;

import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.CallerKind;
import dev.regulars.web.caller.NamedCommunities;
import dev.regulars.web.caller.OperationBoundary;
import dev.regulars.web.caller.Public;
import dev.regulars.web.http.GatewayHeaders;
import dev.regulars.web.operation.OperationId;
import dev.regulars.web.refusal.Refusal;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The last step before an operation, behind the validation of its arguments (4800): refuses communities that are not the
 * caller's, whatever the method does, and notes the call for {@code Once}.
 */
@OperationBoundary
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_AFTER + 900)
class OperationInterceptor {

    private final Caller caller;
    private final CurrentOperation current;
    private final UriInfo uri;
    private final RoutingContext request;
    private final Map<Method, Shape> shapes = new ConcurrentHashMap<>();

    OperationInterceptor(Caller caller, CurrentOperation current, UriInfo uri, RoutingContext request) {
        this.caller = caller;
        this.current = current;
        this.uri = uri;
        this.request = request;
    }

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        Shape shape = shapes.computeIfAbsent(call.getMethod(), Shape::of);
        if (!shape.open() && caller.kind() != CallerKind.SERVICE) {
            NamedCommunities.check(NamedCommunities.in(uri), caller);
        }
        current.begin(new OperationCall(
                shape.operationId(), shape.arguments(call.getParameters()), key(), tags(request.response())));
        return call.proceed();
    }

    /**
     * What of a method counts for all its calls.
     *
     * @param names of its arguments; empty where a parameter is none
     */
    private record Shape(String operationId, boolean open, List<String> names) {

        static Shape of(Method method) {
            List<String> names = Arrays.stream(method.getParameters())
                    .map(one -> isArgument(one) ? one.getName() : "")
                    .toList();
            return new Shape(OperationId.of(method), method.isAnnotationPresent(Public.class), names);
        }

        Map<String, @Nullable Object> arguments(@Nullable Object[] values) {
            Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
            for (int i = 0; i < values.length; i++) {
                if (!names.get(i).isEmpty()) {
                    arguments.put(names.get(i), values[i]);
                }
            }
            return arguments;
        }

        private static boolean isArgument(Parameter parameter) {
            return Stream.of(Context.class, HeaderParam.class, CookieParam.class)
                    .noneMatch(parameter::isAnnotationPresent);
        }
    }

    private @Nullable String key() {
        List<String> sent = request.request().headers().getAll(OperationCall.KEY_HEADER);
        if (sent.size() > 1) {
            throw Refusal.invalid(OperationCall.KEY_HEADER, "must be sent once");
        }
        return sent.isEmpty() ? null : sent.getFirst();
    }

    private static Consumer<String> tags(HttpServerResponse response) {
        return tag -> response.headers().add(GatewayHeaders.CALLER_CHANGED, tag);
    }
}
