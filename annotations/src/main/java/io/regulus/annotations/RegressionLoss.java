package io.regulus.annotations;

/** The data loss of a {@link Regressor}, e = prediction - target; a mean over rows and outputs. */
public enum RegressionLoss {
    /** Mean of e^2. */
    MSE,
    /** Mean of |e|. */
    MAE,
    /** Mean of e^2 / 2 where |e| &lt;= delta, of delta * (|e| - delta / 2) elsewhere. */
    HUBER
}
