package io.regulus.site;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documentation of this checkout as a site: every link leads somewhere, every page is in the navigation. */
class SiteTest {
    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"([^\"#]*)(?:#([^\"]*))?\"");

    @TempDir
    Path folder;

    @Test
    void everyLinkOfTheDocumentationLeadsSomewhere() throws IOException {
        assertThat(Site.of(Path.of("..")).links().broken()).isEmpty();
    }

    @Test
    void everyPageStandsInTheNavigation() throws IOException {
        assertThat(Navigation.unlisted(Site.of(Path.of("..")).pages()).stream()
                        .map(Page::source)
                        .toList())
                .isEmpty();
    }

    @Test
    void whatIsWrittenPointsOnlyToWhatIsWritten() throws IOException {
        Site site = Site.of(Path.of(".."));
        site.write(folder);
        for (Page page : site.pages()) {
            Path file = folder.resolve(page.address());
            List<java.util.regex.MatchResult> addresses =
                    ADDRESS.matcher(Files.readString(file)).results().toList();
            assertThat(addresses.size()).isAtLeast(site.pages().size());
            for (java.util.regex.MatchResult address : addresses) {
                if (Links.isElsewhere(address.group(1))) {
                    continue;
                }
                Path target = address.group(1).isEmpty()
                        ? file
                        : file.resolveSibling(address.group(1)).normalize();
                assertThat(Files.exists(target)).isTrue();
                if (address.group(2) != null) {
                    assertThat(Files.readString(target)).contains(" id=\"" + address.group(2) + "\"");
                }
            }
        }
    }

    @Test
    void nothingIsLoadedFromElsewhere() throws IOException {
        Site site = Site.of(Path.of(".."));
        site.write(folder);
        for (Page page : site.pages()) {
            assertThat(Files.readString(folder.resolve(page.address())))
                    .doesNotContainMatch("<(?:script|link|img)[^>]*(?:src|href)=\"(?:https?:)?//");
        }
        assertThat(Files.readString(folder.resolve("site.css"))).doesNotContainMatch("url\\(|@import");
    }

    @Test
    void linksThatLeadNowhereAreTold() throws IOException {
        checkout("""
                # Top

                [fine](docs/a.md#second-part) [no page](docs/b.md)
                [no heading](docs/a.md#third) [outside](../x.txt) [elsewhere](https://example.org/#x)
                """);
        assertThat(Site.of(folder).links().broken())
                .containsExactly(
                        "README.md:3: (docs/b.md) leads nowhere: there is no docs/b.md.",
                        "README.md:4: (docs/a.md#third) leads nowhere: docs/a.md has no heading #third.",
                        "README.md:4: (../x.txt) leads nowhere: there is no ../x.txt.")
                .inOrder();
    }

    @Test
    void aPageThatNoGroupListsIsTold() throws IOException {
        checkout("# Top\n");
        assertThat(Navigation.unlisted(Site.of(folder).pages()).stream()
                        .map(page -> page.source().toString())
                        .toList())
                .containsExactly("docs/a.md");
    }

    @Test
    void pagesBecomePages() throws IOException {
        checkout("# `Top` & more\n\n[part](docs/a.md#second-part)\n\n| a |\n| --- |\n| 1 |\n");
        Path target = folder.resolve("target");
        Site.of(folder).write(target);
        String page = Files.readString(target.resolve("index.html"));
        assertThat(page).contains("<a href=\"docs/a.html#second-part\">part</a>");
        assertThat(page).contains("<h1 id=\"top--more\"><code>Top</code> &amp; more</h1>");
        assertThat(page).contains("<td>1</td>");
        assertThat(page).contains("<title>Top &amp; more - Regulus</title>");
        assertThat(Files.readString(target.resolve("docs/a.html")))
                .contains("<h2 id=\"second-part\">@Second part</h2>");
        assertThat(Files.readString(target.resolve("index.js")))
                .contains("[\"@Second part\",\"A\",\"docs/a.html#second-part\"]");
    }

    private void checkout(String readme) throws IOException {
        Files.createDirectories(folder.resolve("docs"));
        Files.createDirectories(folder.resolve("benchmarks"));
        Files.writeString(folder.resolve("README.md"), readme);
        Files.writeString(folder.resolve("docs/a.md"), "# A\n\n## @Second part\n");
        for (String page : List.of("CONTRIBUTING.md", "CHANGELOG.md", "benchmarks/README.md")) {
            Files.writeString(folder.resolve(page), "# " + page + "\n");
        }
    }
}
