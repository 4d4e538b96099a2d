package io.regulus.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/** A statement {@code return new X()} with a call per line, each followed by the annotation it stems from. */
final class Chain {
    private final CodeBlock start;
    private final List<CodeBlock> calls = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();

    /** A chain without calls. */
    Chain(CodeBlock start) {
        this.start = start;
    }

    /** Adds a call, such as {@code .l2(network.headKernel, hyper.head().l2())}. */
    void add(CodeBlock call, String source) {
        calls.add(call);
        sources.add(source);
    }

    boolean isEmpty() {
        return calls.isEmpty();
    }

    CodeBlock statement() {
        CodeBlock.Builder chain = CodeBlock.builder().add("return $L", start);
        for (int i = 0; i < calls.size(); i++) {
            chain.add("\n    $L$L // $L", calls.get(i), i == calls.size() - 1 ? ";" : "", sources.get(i));
        }
        return chain.add(calls.isEmpty() ? ";\n" : "\n").build();
    }
}
