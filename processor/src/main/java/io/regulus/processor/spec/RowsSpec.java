package io.regulus.processor.spec;

import java.util.Optional;

/**
 * The {@code rows} of {@code @Network}.
 *
 * @param place where it is written
 * @param name simple name of the class that is named
 * @param features what the record says; nothing where it has no {@code @Features}
 */
public record RowsSpec(Place place, String name, Optional<FeaturesSpec> features) {}
