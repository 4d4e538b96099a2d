package io.regulus.effects;

/** A kind of drawing. */
sealed interface Figure permits Bars, Curves, Tiles, Valley {
    int height();

    /** Draws from the top left corner on, {@link Svg#WIDTH} wide. */
    void draw(Svg svg);
}
