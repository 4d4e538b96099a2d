package io.regulus.spark.cluster;

import io.regulus.spark.job.TrainingFailedException;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.spark.SparkContext;

/** The jobs of one fit: where the thread that waits for them is interrupted, they end. */
public final class FitJobs {
    private FitJobs() {}

    /**
     * Does what starts jobs, from this thread.
     *
     * @throws TrainingFailedException if a job fails, or this thread is interrupted
     */
    public static <R> R run(SparkContext spark, Callable<R> work) {
        String tag = "regulus-fit-" + UUID.randomUUID();
        spark.addJobTag(tag);
        try {
            return work.call();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (InterruptedException interruption) { // Scala's methods do not declare what they throw
            spark.cancelJobsWithTag(tag, "the thread that waited for it was interrupted");
            Thread.currentThread().interrupt();
            throw new TrainingFailedException(
                    "the thread that waited for the rows was interrupted: its jobs are ended", interruption);
        } catch (Exception failure) {
            throw new TrainingFailedException("the rows could not be made: " + failure.getMessage(), failure);
        } finally {
            spark.removeJobTag(tag);
        }
    }
}
