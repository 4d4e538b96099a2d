package io.regulus.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/** Reads a page of Markdown as GitHub shows it: its tables, its names of headings. */
final class Reader {
    private final List<Extension> extensions = List.of(TablesExtension.create());
    private final Parser parser = Parser.builder()
            .extensions(extensions)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();
    private final Path root;

    Reader(Path root) {
        this.root = root;
    }

    Page read(Path source) throws IOException {
        Node document = parser.parse(Files.readString(root.resolve(source)));
        Contents contents = new Contents();
        document.accept(contents);
        String body = HtmlRenderer.builder()
                .extensions(extensions)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (node instanceof org.commonmark.node.Heading) {
                        attributes.put("id", contents.anchors.get(contents.nodes.indexOf(node)));
                    }
                })
                .nodeRendererFactory(CodeBlocks::new)
                .build()
                .render(document);
        return new Page(
                source,
                contents.headings(),
                contents.references,
                // a wide table is moved within its box, not the page with it
                body.replace("<table>", "<div class=\"scroll\" tabindex=\"0\"><table>")
                        .replace("</table>", "</table></div>"));
    }

    /** What is known of a page before it is written; links to pages are led to what is written for them. */
    private static final class Contents extends AbstractVisitor {
        private final IdGenerator ids = IdGenerator.builder().build();
        private final List<org.commonmark.node.Heading> nodes = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();
        private final List<String> anchors = new ArrayList<>();
        private final List<Page.Reference> references = new ArrayList<>();

        @Override
        public void visit(org.commonmark.node.Heading heading) {
            String text = text(heading);
            nodes.add(heading);
            texts.add(text);
            anchors.add(ids.generateId(text));
            visitChildren(heading);
        }

        @Override
        public void visit(Link link) {
            references.add(new Page.Reference(link.getDestination(), line(link)));
            if (!Links.isElsewhere(link.getDestination())) {
                link.setDestination(Page.addressOf(link.getDestination()));
            }
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            references.add(new Page.Reference(image.getDestination(), line(image)));
            visitChildren(image);
        }

        List<Heading> headings() {
            List<Heading> headings = new ArrayList<>();
            for (int i = 0; i < nodes.size(); i++) {
                headings.add(new Heading(nodes.get(i).getLevel(), texts.get(i), anchors.get(i)));
            }
            return headings;
        }

        private static int line(Node node) {
            List<SourceSpan> spans = node.getSourceSpans();
            return spans.isEmpty() ? 0 : spans.get(0).getLineIndex() + 1;
        }

        private static String text(Node node) {
            StringBuilder text = new StringBuilder();
            node.accept(new AbstractVisitor() {
                @Override
                public void visit(Text part) {
                    text.append(part.getLiteral());
                }

                @Override
                public void visit(Code part) {
                    text.append(part.getLiteral());
                }

                @Override
                public void visit(SoftLineBreak part) {
                    text.append(' ');
                }
            });
            return text.toString();
        }
    }

    /** Code with its words in colours. */
    private static final class CodeBlocks implements NodeRenderer {
        private final HtmlWriter html;

        private CodeBlocks(HtmlNodeRendererContext context) {
            html = context.getWriter();
        }

        @Override
        public java.util.Set<Class<? extends Node>> getNodeTypes() {
            return java.util.Set.of(FencedCodeBlock.class);
        }

        @Override
        public void render(Node node) {
            FencedCodeBlock block = (FencedCodeBlock) node;
            html.line();
            html.raw("<pre tabindex=\"0\"><code>" + Highlighter.highlight(block.getInfo(), block.getLiteral())
                    + "</code></pre>");
            html.line();
        }
    }
}
