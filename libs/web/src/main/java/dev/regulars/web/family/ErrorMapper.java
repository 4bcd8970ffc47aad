package dev.regulars.web.family;

import dev.regulars.web.caller.token.Unauthenticated;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The only place where a failure becomes a response. */
class ErrorMapper {

    private final Instance<Refusal.Passing> passing;
    private final AllowedMethods methods;

    ErrorMapper(@Any Instance<Refusal.Passing> passing, AllowedMethods methods) {
        this.passing = passing;
        this.methods = methods;
    }

    @ServerExceptionMapper({
        UnauthorizedException.class,
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class,
        ForbiddenException.class
    })
    RestResponse<Object> stranger(Throwable failure, RoutingContext call) {
        return answer(Unauthenticated.refusal(call, failure), call);
    }

    /** Frameworks have mappers of their own for these; ours wins only where it names the very class. */
    @ServerExceptionMapper({
        WebApplicationException.class,
        jakarta.ws.rs.NotFoundException.class,
        jakarta.ws.rs.NotAllowedException.class,
        jakarta.ws.rs.NotSupportedException.class,
        com.fasterxml.jackson.databind.exc.MismatchedInputException.class,
        ConstraintViolationException.class,
        Refusal.class,
        Exception.class
    })
    RestResponse<Object> refused(Exception failure, RoutingContext call) {
        Refusal no = FrameworkFailures.refusal(failure);
        if (no == null && passing.stream().anyMatch(one -> one.passes(failure))) {
            Log.warnf("%s has to wait: %s", call.normalizedPath(), failure);
            return answer(Refusal.of(Kind.UNAVAILABLE, String.valueOf(failure)), call);
        }
        if (no == null) {
            Log.errorf(failure, "%s failed", call.normalizedPath());
            return answer(Refusal.of(Kind.BROKEN, "unexpected"), call);
        }
        Log.debugf("%s refused: %s", call.normalizedPath(), no.getMessage());
        return answer(no.kind() == Kind.NO_METHOD ? no.with("Allow", methods.at(call.normalizedPath())) : no, call);
    }

    private static RestResponse<Object> answer(Refusal no, RoutingContext call) {
        ErrorResponse answer = ErrorResponse.to(no, ApiFamily.of(call.normalizedPath()), AcceptHeader.by(call));
        // by number: RestResponse.Status knows no 422
        var response = RestResponse.ResponseBuilder.create(answer.status())
                .entity(answer.body())
                .header("Content-Type", answer.contentType());
        answer.headers().forEach(response::header);
        return response.build();
    }
}
