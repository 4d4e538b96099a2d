package io.regulus.annotations;

/** What happens at the border of an image or sequence under a window. */
public enum Padding {
    /** Only whole windows: output = floor((size - window) / stride) + 1; a dilated window spans (window - 1) * dilation + 1. */
    VALID,
    /** Zeros around it: output = ceil(size / stride). */
    SAME
}
