package io.regulus.doctor;

/**
 * One thing that was found.
 *
 * @param grade what it means
 * @param text what it is
 * @param cure what to do; empty where there is nothing to do
 */
record Finding(Grade grade, String text, String cure) {
    /** What a finding means for models. */
    enum Grade {
        /** As it should be. */
        GOOD("ok"),
        /** Models work; something could be better or is good to know. */
        NOTE("note"),
        /** Models do not work, or not on the device that was meant. */
        BAD("BAD");

        private final String word;

        Grade(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static Finding good(String text) {
        return new Finding(Grade.GOOD, text, "");
    }

    static Finding note(String text, String cure) {
        return new Finding(Grade.NOTE, text, cure);
    }

    static Finding bad(String text, String cure) {
        return new Finding(Grade.BAD, text, cure);
    }
}
