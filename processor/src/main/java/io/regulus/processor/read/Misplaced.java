package io.regulus.processor.read;

import io.regulus.annotations.Block;
import io.regulus.annotations.Features;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problem;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Finds annotations of ours that nothing reads, because their class is no model. */
public final class Misplaced {
    private Misplaced() {}

    /**
     * The misplaced annotations of a round.
     *
     * @param annotations those of ours that are present in it
     */
    public static List<Problem> in(RoundEnvironment round, Collection<? extends TypeElement> annotations) {
        // all at once: for each question the compiler walks through every class of the round
        return round.getElementsAnnotatedWithAny(annotations.toArray(TypeElement[]::new)).stream()
                .flatMap(Misplaced::on)
                .toList();
    }

    private static Stream<Problem> on(Element element) {
        boolean isType = element.getKind().isClass() || element.getKind().isInterface();
        // @Range stands on the elements of an annotation type, ours or the user's own: it is part of no model.
        boolean isMember = element.getKind().isField() || element.getKind() == ElementKind.RECORD_COMPONENT;
        if (!isType && !isMember) {
            return Stream.empty();
        }
        Element owner = isType ? element : element.getEnclosingElement();
        if (Annotations.isBlock(owner)) {
            return isType ? onBlock(element) : Stream.empty();
        }
        if (Annotations.isModel(owner)) {
            return Stream.empty();
        }
        if (Annotations.isFeatures(owner)) {
            return isType ? onFeatures(element) : Stream.empty();
        }
        if (element.getKind() == ElementKind.RECORD_COMPONENT) {
            return onPlainRecord(element, owner);
        }
        // of a repeated one the first: they are misplaced for the same reason
        Set<String> told = new HashSet<>();
        return ours(element)
                .filter(mirror -> told.add(Annotations.simpleName(mirror)))
                .map(mirror -> Problem.of(
                        Code.MISPLACED_ANNOTATION,
                        MirrorPlace.of(element, mirror),
                        Annotations.simpleName(mirror),
                        owner.getSimpleName(),
                        owner.getSimpleName()));
    }

    /** A block is a part of a network: what a network says of itself as a whole has no place on it. */
    private static Stream<Problem> onBlock(Element block) {
        return ours(block)
                .filter(mirror -> !Annotations.simpleName(mirror).equals(Block.class.getSimpleName()))
                .map(mirror -> Problem.of(
                        Code.BLOCK_CLASS,
                        MirrorPlace.of(block, mirror),
                        block.getSimpleName(),
                        "@" + Annotations.simpleName(mirror) + " says something of a whole network",
                        "Write it on the network, or on the field that uses the block."));
    }

    /** A record of features says nothing of a network. */
    private static Stream<Problem> onFeatures(Element record) {
        return ours(record)
                .filter(mirror -> !Annotations.simpleName(mirror).equals(Features.class.getSimpleName()))
                .map(mirror -> Problem.of(
                        Code.FEATURES_CLASS,
                        MirrorPlace.of(record, mirror),
                        record.getSimpleName(),
                        "@" + Annotations.simpleName(mirror) + " says something of a network, not of its rows",
                        "Write it on the network."));
    }

    private static Stream<Problem> onPlainRecord(Element component, Element record) {
        return ours(component)
                .map(mirror -> Problem.of(
                        Code.FEATURES_CLASS,
                        MirrorPlace.of(component, mirror),
                        record.getSimpleName(),
                        "@" + Annotations.simpleName(mirror) + " on '" + component.getSimpleName()
                                + "' is not read, because the record has no @Features",
                        "Put @Features on " + record.getSimpleName() + ", or remove the annotation."));
    }

    private static Stream<? extends AnnotationMirror> ours(Element element) {
        return Annotations.mirrors(element).filter(Annotations::isOurs);
    }
}
