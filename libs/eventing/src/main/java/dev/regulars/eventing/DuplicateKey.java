package dev.regulars.eventing;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;

/** A unique value that another document has already. */
public final class DuplicateKey {

    private DuplicateKey() {}

    /** Fits {@code onFailure(DuplicateKey::is)}. Of a bulk write nothing else may have failed. */
    public static boolean is(Throwable failure) {
        return switch (failure) {
            case MongoWriteException write -> write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
            case MongoBulkWriteException bulk ->
                bulk.getWriteConcernError() == null
                        && bulk.getWriteErrors().stream()
                                .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
            case MongoCommandException command ->
                ErrorCategory.fromErrorCode(command.getErrorCode()) == ErrorCategory.DUPLICATE_KEY;
            default -> failure instanceof DuplicateKeyException;
        };
    }

    /** The same, for one of several unique indexes. */
    public static boolean is(Throwable failure, String index) {
        return is(failure) && String.valueOf(failure.getMessage()).contains(index);
    }
}
