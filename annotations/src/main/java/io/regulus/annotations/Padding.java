package io.regulus.annotations;

/** What happens at the border of an image under a window. */
public enum Padding {
    /** Only whole windows: output = floor((size - window) / stride) + 1. */
    VALID,
    /** Zeros around the image: output = ceil(size / stride). */
    SAME
}
