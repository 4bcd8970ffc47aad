package dev.regulars.identity.directory.bulk.job;

/** Rows that were applied, and rows that were refused. */
public record JobCounts(long succeeded, long failed) {

    public static final JobCounts NONE = new JobCounts(0, 0);

    public long processed() {
        return succeeded + failed;
    }
}
