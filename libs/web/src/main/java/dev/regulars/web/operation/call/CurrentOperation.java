package dev.regulars.web.operation.call;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The operation that a request calls. Read once, before anything is subscribed to; work takes what it needs with it. */
@RequestScoped
public class CurrentOperation {

    private @Nullable OperationCall call;

    void begin(OperationCall call) {
        this.call = call;
    }

    public OperationCall call() {
        return requireNonNull(call, "No operation of a resource is being called");
    }
}
