package io.regulus.serving;

/**
 * What is answered.
 *
 * @param digit the likeliest
 * @param probabilities of 0 to 9
 */
@SuppressWarnings("ArrayRecordComponent") // written once and compared by nobody
record Reading(int digit, float[] probabilities) {
    static Reading of(float[] probabilities) {
        int likeliest = 0;
        for (int digit = 1; digit < probabilities.length; digit++) {
            if (probabilities[digit] > probabilities[likeliest]) {
                likeliest = digit;
            }
        }
        return new Reading(likeliest, probabilities);
    }
}
