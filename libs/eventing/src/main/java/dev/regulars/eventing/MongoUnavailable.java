package dev.regulars.eventing;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import dev.regulars.web.refusal.Refusal;
import jakarta.inject.Singleton;

/** The database cannot be reached at the moment; another try may succeed. */
@Singleton
class MongoUnavailable implements Refusal.Passing {

    @Override
    public boolean passes(Throwable failure) {
        return failure instanceof MongoTimeoutException
                || failure instanceof MongoSocketException
                || failure instanceof MongoNotPrimaryException
                || failure instanceof MongoNodeIsRecoveringException
                || failure instanceof MongoConnectionPoolClearedException;
    }
}
