package io.regulus.annotations;

/** What stands between the values of an image that is made larger. */
public enum Interpolation {
    /** The nearest value, so that each is repeated. */
    NEAREST,
    /** The values between, weighed by how near they are; centres of pixels are at halves, as in Keras. */
    BILINEAR
}
