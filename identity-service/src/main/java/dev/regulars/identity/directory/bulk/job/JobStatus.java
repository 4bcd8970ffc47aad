package dev.regulars.identity.directory.bulk.job;

/** States of a job, as the API names them. */
public final class JobStatus {

    public static final String QUEUED = "queued";
    public static final String PROCESSING = "processing";
    public static final String COMPLETED = "completed";
    public static final String CANCELLED = "cancelled";
    /** Its file is gone. */
    public static final String FAILED = "failed";

    private JobStatus() {}
}
