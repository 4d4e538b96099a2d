package io.regulus.site;

import io.regulus.testing.docs.Documentation;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What the poms of this checkout have: profiles, modules, properties, versions. */
final class Poms {
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([\\w.-]+)}");

    private final List<Document> poms = new ArrayList<>();
    private final Document root;
    private final Set<String> modules = new TreeSet<>();

    Poms() throws Exception {
        try (Stream<Path> files = Files.find(
                Documentation.ROOT,
                3,
                (file, attributes) ->
                        file.endsWith("pom.xml") && !file.toString().contains("target"))) {
            for (Path file : files.sorted().toList()) {
                poms.add(parse(Files.readString(file)));
                modules.add(Documentation.ROOT.relativize(file.getParent()).toString());
            }
        }
        root = parse(Files.readString(Documentation.ROOT.resolve("pom.xml")));
    }

    static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    /** The elements of a name, at any depth. */
    static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    /** The text of a child. */
    static Optional<String> child(Element element, String name) {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeName().equals(name)) {
                return Optional.of(node.getTextContent().strip());
            }
        }
        return Optional.empty();
    }

    /** Folders with a pom, from the root. */
    Set<String> modules() {
        return modules;
    }

    /** Artifacts of ours. */
    Set<String> artifacts() {
        return poms.stream()
                .map(pom -> child(pom.getDocumentElement(), "artifactId").orElseThrow())
                .collect(Collectors.toSet());
    }

    Set<String> profiles() {
        return poms.stream()
                .flatMap(pom -> elements(pom, "profile").stream())
                .map(profile -> child(profile, "id").orElseThrow())
                .collect(Collectors.toSet());
    }

    /** The plugins that a goal may be of, by their prefixes. */
    Set<String> prefixes() {
        return poms.stream()
                .flatMap(pom -> elements(pom, "plugin").stream())
                .map(plugin -> child(plugin, "artifactId").orElseThrow())
                .map(name -> name.replaceAll("^maven-|-maven|-plugin$", "").replaceAll("-plugin$", ""))
                .collect(Collectors.toSet());
    }

    /** Properties that a pom sets or reads. */
    Set<String> properties() throws IOException {
        Set<String> properties = new TreeSet<>();
        for (Document pom : poms) {
            for (Element group : elements(pom, "properties")) {
                for (Node node = group.getFirstChild(); node != null; node = node.getNextSibling()) {
                    properties.add(node.getNodeName());
                }
            }
            PROPERTY.matcher(pom.getDocumentElement().getTextContent())
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .forEach(properties::add);
        }
        return properties;
    }

    /** The version of a dependency or plugin as the root pom has it; that of its group where it has not the artifact itself. */
    Optional<String> version(String group, String artifact) {
        if (artifacts().contains(artifact)) {
            return child(root.getDocumentElement(), "version");
        }
        return Stream.of("artifactId", "groupId")
                .flatMap(by -> Stream.of("dependency", "plugin")
                        .flatMap(kind -> elements(root, kind).stream())
                        .filter(element ->
                                child(element, by).equals(Optional.of(by.equals("groupId") ? group : artifact)))
                        .flatMap(element -> child(element, "version").stream()))
                .map(this::resolved)
                .findFirst();
    }

    private String resolved(String version) {
        return PROPERTY.matcher(version)
                .replaceAll(found -> elements(root, "properties").stream()
                        .flatMap(group -> child(group, found.group(1)).stream())
                        .findFirst()
                        .orElseThrow());
    }
}
