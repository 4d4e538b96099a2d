package io.regulus.spark.cluster;

/** One attempt of a job failed. */
final class AttemptFailedException extends Exception {
    private static final long serialVersionUID = 1;

    /** What becomes of the next attempt. */
    enum Outlook {
        /** It may succeed. */
        PASSES(""),
        /** It would fail the same way. */
        REPEATS("\nThis would come again: it was not restarted."),
        /** It is not wanted: somebody has ended this one. */
        ENDED("\nIt was not restarted.");

        private final String words;

        Outlook(String words) {
            this.words = words;
        }

        /** To be added to the message. */
        String words() {
            return words;
        }
    }

    private final Outlook outlook;

    /** An attempt that failed. */
    AttemptFailedException(String message, Outlook outlook, Throwable cause) {
        super(message, cause);
        this.outlook = outlook;
    }

    Outlook outlook() {
        return outlook;
    }
}
