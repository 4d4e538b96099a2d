package io.regulus.processor.read;

import io.regulus.annotations.Block;
import io.regulus.processor.spec.BlockSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads the blocks that a model's fields lead to. */
final class BlockReader {
    private final ClassReader classes;
    private final Map<String, BlockSpec> found = new LinkedHashMap<>();

    BlockReader(ClassReader classes) {
        this.classes = classes;
    }

    /** The blocks that are types of fields of the class or of such a block, by qualified name. */
    Map<String, BlockSpec> reachable(TypeElement type) {
        ElementFilter.fieldsIn(type.getEnclosedElements())
                .forEach(field -> Annotations.block(field).ifPresent(this::add));
        return found;
    }

    private void add(TypeElement block) {
        String name = block.getQualifiedName().toString();
        if (!found.containsKey(name)) {
            found.put(name, read(block));
            reachable(block);
        }
    }

    private BlockSpec read(TypeElement block) {
        return new BlockSpec(
                block.getSimpleName().toString(),
                Uses.on(block).usage(Block.class).orElseThrow(),
                ClassReader.kind(block),
                classes.inheritedLayers(block),
                FieldReader.fields(block));
    }
}
