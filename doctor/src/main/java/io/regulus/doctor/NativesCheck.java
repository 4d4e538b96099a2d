package io.regulus.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of TensorFlow's native libraries are on the class path. */
final class NativesCheck implements Check {
    private static final Pattern VERSION = Pattern.compile("-([0-9]+(?:[.][0-9]+)+)");
    private static final String UNKNOWN = "of unknown version";
    private static final String API = "org/tensorflow/TensorFlow.class";

    private final ClassLoader classes;
    private final Optional<String> here;

    NativesCheck(ClassLoader classes) {
        this(classes, Platforms.here());
    }

    /** Of a machine of some platform. */
    NativesCheck(ClassLoader classes, Optional<String> here) {
        this.classes = classes;
        this.here = here;
    }

    @Override
    public String title() {
        return "Native libraries on the class path";
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Optional<String> api = jars(API).stream().findFirst();
        findings.add(
                api.isPresent()
                        ? Finding.good("TensorFlow Java " + version(api.orElseThrow()) + ", " + api.orElseThrow())
                        : Finding.bad("TensorFlow Java itself is missing", "depend on io.regulus:regulus-runtime"));
        boolean usable = false;
        for (String platform : Platforms.ALL) {
            List<String> jars = jars(Platforms.library(platform));
            usable |= isForHere(platform) && !jars.isEmpty();
            jars.forEach(jar -> findings.add(found(platform, jar, api)));
            if (jars.size() > 1) {
                findings.add(Finding.note(
                        platform + " is there " + jars.size() + " times; the first is taken", "keep one of them"));
            }
        }
        if (!usable) {
            here.ifPresent(platform -> findings.add(missing(platform, findings.size() > 1)));
        }
        return findings;
    }

    private boolean isForHere(String platform) {
        return here.filter(own -> platform.equals(own) || platform.equals(own + "-gpu"))
                .isPresent();
    }

    private Finding found(String platform, String jar, Optional<String> api) {
        String text = "tensorflow-core-native " + version(jar) + " for " + platform + ", " + jar;
        if (!isForHere(platform)) {
            return Finding.note(
                    text, "leave it out where the program runs on this machine only: it cannot be used here");
        }
        boolean same = api.map(NativesCheck::version)
                .filter(own -> own.equals(version(jar))
                        || own.equals(UNKNOWN)
                        || version(jar).equals(UNKNOWN))
                .isPresent();
        return same
                ? Finding.good(text)
                : Finding.bad(
                        text + "; TensorFlow Java has another version",
                        "give both the same one: regulus-bom has it, so leave <version> out");
    }

    private static Finding missing(String platform, boolean others) {
        return Finding.bad(
                "there is none for " + platform + (others ? ", which is what this machine needs" : ""),
                "add\n<dependency>\n  <groupId>org.tensorflow</groupId>\n  <artifactId>tensorflow-core-native</artifactId>\n"
                        + "  <classifier>" + platform + "</classifier>\n  <scope>runtime</scope>\n</dependency>\n"
                        + "(with regulus-bom; without it also <version>, that of tensorflow-core-api)");
    }

    /** The jars, or folders, that hold a file. */
    private List<String> jars(String file) {
        try {
            return Collections.list(classes.getResources(file)).stream()
                    .map(URL::toString)
                    .map(url -> url.replaceFirst("^jar:", "").replaceFirst("^file:", ""))
                    .map(url -> url.replaceFirst("!?/" + Pattern.quote(file) + "$", ""))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("the class path cannot be read", failure);
        }
    }

    /** That of a jar's name; of a jar that has none, "of unknown version". */
    static String version(String jar) {
        Matcher version = VERSION.matcher(jar.substring(jar.lastIndexOf('/') + 1));
        return version.find() ? version.group(1) : UNKNOWN;
    }
}
