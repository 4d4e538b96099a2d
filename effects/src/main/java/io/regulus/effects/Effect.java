package io.regulus.effects;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Locale;

/**
 * What an annotation does, drawn.
 *
 * @param seen what a reader sees who cannot see it
 * @param claims what the drawing says, held against the numbers that it is drawn from
 */
record Effect(Class<? extends Annotation> annotation, String seen, Figure figure, List<Claim> claims) {
    /** Something that the drawing says, and whether it is so. */
    record Claim(String words, boolean holds) {}

    static Effect of(Class<? extends Annotation> annotation, String seen, Figure figure, Claim... claims) {
        return new Effect(annotation, seen, figure, List.of(claims));
    }

    static Claim claim(String words, boolean holds) {
        return new Claim(words, holds);
    }

    /** {@code batch-norm.svg}. */
    static String file(String annotation) {
        return annotation.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT) + ".svg";
    }

    String file() {
        return file(annotation.getSimpleName());
    }

    String svg() {
        Svg svg = new Svg();
        figure.draw(svg);
        return svg.file("@" + annotation.getSimpleName() + ": " + seen, figure.height());
    }
}
