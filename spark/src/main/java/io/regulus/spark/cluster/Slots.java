package io.regulus.spark.cluster;

import io.regulus.spark.cluster.AttemptFailedException.Outlook;
import org.apache.spark.SparkContext;

/** The tasks that a cluster runs at a time. */
final class Slots {
    private static final int POLL_MILLIS = 200;

    private Slots() {}

    /**
     * Waits until the cluster has as many as there are workers, as after the loss of an executor, or at the start of an application.
     * Spark's own check of a barrier stage would wait for ten minutes. Whether they are free is another matter.
     *
     * @param first whether nothing has been lost yet, so that the cluster is as large as it will be
     * @throws AttemptFailedException if it has fewer after so many seconds
     */
    static void await(SparkContext spark, int workers, int seconds, boolean first) throws AttemptFailedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        for (int slots = count(spark); slots < workers; slots = count(spark)) {
            if (System.nanoTime() > end) {
                throw new AttemptFailedException(
                        "the cluster runs " + slots + " tasks at a time, and " + workers
                                + " workers have to train together; it was waited " + seconds
                                + " s for more. Give the application more executors or cores, or take fewer workers",
                        first ? Outlook.REPEATS : Outlook.PASSES,
                        null);
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new AttemptFailedException("interrupted while waiting for executors", Outlook.ENDED, interrupted);
            }
        }
    }

    /** How many tasks run at a time, be they free or not. */
    static int count(SparkContext spark) {
        return spark.maxNumConcurrentTasks(spark.resourceProfileManager().defaultResourceProfile());
    }
}
