package io.regulus.processor.expand;

import io.regulus.processor.spec.BlockSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.InputSpec;
import io.regulus.processor.spec.NetworkSpec;
import io.regulus.processor.spec.RepeatSpec;
import io.regulus.processor.spec.Written;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of a network or of a block, which name each other and nothing around them.
 *
 * @param title what it is, for messages
 * @param inputs the names of what comes in
 * @param fields all fields
 * @param blocks every block by qualified name
 */
record Scope(String title, List<String> inputs, List<FieldSpec> fields, Map<String, BlockSpec> blocks) {
    static Scope of(NetworkSpec network) {
        return new Scope(
                network.type().name(),
                network.inputs().stream().map(InputSpec::name).toList(),
                network.fields(),
                network.blocks());
    }

    static Scope of(BlockSpec block, Map<String, BlockSpec> blocks) {
        return new Scope(block.name(), List.of(BlockSpec.INPUT), block.fields(), blocks);
    }

    /** The scope of the block that is the field's type. */
    Optional<Scope> block(FieldSpec field) {
        return field.reuse().block().map(blocks::get).map(block -> of(block, blocks));
    }

    Optional<FieldSpec> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** Names that a {@code @From} can have. */
    List<String> names() {
        List<String> names = new ArrayList<>(inputs);
        fields.stream()
                .map(FieldSpec::name)
                .filter(name -> !names.contains(name))
                .forEach(names::add);
        return names;
    }

    /** The field that has the weights of this one: the end of the chain, or none where it leads nowhere or in a circle. */
    Optional<FieldSpec> owner(FieldSpec field) {
        Set<String> seen = new HashSet<>();
        Optional<FieldSpec> at = Optional.of(field);
        while (at.isPresent() && at.get().reuse().shares().isPresent()) {
            if (!seen.add(at.get().name())) {
                return Optional.empty();
            }
            at = at.get().reuse().shares().flatMap(shares -> field(shares.name().value()));
        }
        return at;
    }

    /** How often the block of a field is put there; of a field that shares weights, as often as the other one's. */
    Optional<RepeatSpec> repeat(FieldSpec field) {
        return field.reuse()
                .repeat()
                .or(() -> owner(field).flatMap(owner -> owner.reuse().repeat()));
    }

    /** The output: the last field that no other one reads. */
    FieldSpec output() {
        Set<String> read = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            FieldSpec field = fields.get(i);
            if (field.from().isPresent()) {
                field.from().get().names().stream().map(Written::value).forEach(read::add);
            } else if (i > 0) {
                read.add(fields.get(i - 1).name());
            }
        }
        List<FieldSpec> unread =
                fields.stream().filter(field -> !read.contains(field.name())).toList();
        // all read: they run in a circle, which is reported where layers are put in order
        return unread.isEmpty() ? fields.get(fields.size() - 1) : unread.get(unread.size() - 1);
    }
}
