package io.regulus.effects;

import java.util.Arrays;

/** Singular values by one-sided Jacobi rotations (Hestenes, 1958): columns are turned until each is orthogonal to each other. */
final class SingularValues {
    private static final int SWEEPS = 30;

    private SingularValues() {}

    /** The largest first. */
    static double[] of(double[][] matrix) {
        double[][] a = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
        int columns = a[0].length;
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int i = 0; i < columns; i++) {
                for (int j = i + 1; j < columns; j++) {
                    turn(a, i, j);
                }
            }
        }
        double[] values = new double[columns];
        for (int i = 0; i < columns; i++) {
            values[columns - 1 - i] = Numbers.length(Numbers.column(a, i));
        }
        Arrays.sort(values);
        for (int i = 0; i < columns / 2; i++) {
            double other = values[i];
            values[i] = values[columns - 1 - i];
            values[columns - 1 - i] = other;
        }
        return values;
    }

    private static void turn(double[][] a, int i, int j) {
        double ii = 0;
        double jj = 0;
        double ij = 0;
        for (double[] row : a) {
            ii += row[i] * row[i];
            jj += row[j] * row[j];
            ij += row[i] * row[j];
        }
        if (Math.abs(ij) < 1e-15 * Math.sqrt(ii * jj)) {
            return;
        }
        double zeta = (jj - ii) / (2 * ij);
        double tangent = Math.copySign(1 / (Math.abs(zeta) + Math.hypot(1, zeta)), zeta);
        double cosine = 1 / Math.hypot(1, tangent);
        double sine = cosine * tangent;
        for (double[] row : a) {
            double one = row[i];
            row[i] = cosine * one - sine * row[j];
            row[j] = sine * one + cosine * row[j];
        }
    }
}
