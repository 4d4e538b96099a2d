package io.regulus.processor.read;

import static java.util.Map.entry;

import io.regulus.annotations.MissingCategory;
import io.regulus.annotations.MissingNumber;
import io.regulus.annotations.Scaling;
import io.regulus.annotations.UnknownCategory;
import io.regulus.processor.spec.RoleSpec;
import java.util.Map;
import java.util.function.Function;

/** Reads what components of a record are to a network. */
final class RoleReaders {
    static final Map<String, Function<AnnotationUse, RoleSpec>> BY_NAME = Map.ofEntries(
            entry("Numeric", RoleReaders::numeric),
            entry("Categorical", RoleReaders::categorical),
            entry("Label", use -> new RoleSpec.Label(use.usage(), use.flag("standardize"))),
            entry("RowWeight", use -> new RoleSpec.Weight(use.usage())),
            entry("Ignored", use -> new RoleSpec.Ignored(use.usage())));

    private RoleReaders() {}

    private static RoleSpec numeric(AnnotationUse use) {
        return new RoleSpec.Numeric(
                use.usage(),
                use.constant("scaling", Scaling.class).value(),
                use.constant("missing", MissingNumber.class).value(),
                use.flag("flagged").value());
    }

    private static RoleSpec categorical(AnnotationUse use) {
        return new RoleSpec.Categorical(
                use.usage(),
                use.strings("value"),
                use.integer("size"),
                use.integer("embedding"),
                use.constant("missing", MissingCategory.class).value(),
                use.constant("unknown", UnknownCategory.class).value());
    }
}
