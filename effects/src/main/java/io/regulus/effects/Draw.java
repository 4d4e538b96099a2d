package io.regulus.effects;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Draws every picture into the documentation, and shows it in its section. */
final class Draw {
    private Draw() {}

    /** The argument is the folder of the documentation. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Reference reference = new Reference(Path.of(arguments[0]));
        Files.createDirectories(reference.pictures());
        int drawn = 0;
        for (Effect effect : Catalogue.effects()) {
            for (Effect.Claim claim : effect.claims()) {
                if (!claim.holds()) {
                    out.println("@" + effect.annotation().getSimpleName() + " does not show: " + claim.words());
                }
            }
            Files.writeString(reference.pictures().resolve(effect.file()), effect.svg());
            reference.show(effect);
            drawn++;
        }
        out.println(drawn + " pictures: " + reference.pictures().normalize());
    }
}
