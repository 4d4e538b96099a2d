package io.regulus.samples.techniques;

/**
 * How right probabilities are. The loss is plain cross-entropy for all: what a network was trained by may be another, smoothed or focal, and is
 * not to be compared.
 *
 * @param accuracy share of rows whose likeliest class is the label
 * @param loss mean of -log(probability of the label)
 */
record Score(double accuracy, double loss) {
    static Score of(float[][] probabilities, int... labels) {
        long right = 0;
        double loss = 0;
        for (int row = 0; row < labels.length; row++) {
            float[] classes = probabilities[row];
            int likeliest = 0;
            for (int i = 1; i < classes.length; i++) {
                likeliest = classes[i] > classes[likeliest] ? i : likeliest;
            }
            right += likeliest == labels[row] ? 1 : 0;
            loss -= Math.log(Math.max(classes[labels[row]], Float.MIN_NORMAL));
        }
        return new Score((double) right / labels.length, loss / labels.length);
    }
}
