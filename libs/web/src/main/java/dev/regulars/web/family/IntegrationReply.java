package dev.regulars.web.family;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A yes of the Integration and User families (contract §2.1). */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IntegrationReply<T>(String status, @Nullable String message, T data) {

    public static <T> IntegrationReply<T> of(T data) {
        return new IntegrationReply<>("success", null, data);
    }

    public static <T> IntegrationReply<T> of(String message, T data) {
        return new IntegrationReply<>("success", message, data);
    }
}
