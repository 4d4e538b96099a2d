package io.regulus.site;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

class HighlighterTest {
    @Test
    void wordsOfJavaAreToldApart() {
        assertThat(Highlighter.highlight("java", "@L2(1e-4) new A(\"a<b\"); // int\n"))
                .isEqualTo("<span class=\"annotation\">@L2</span>(<span class=\"number\">1e-4</span>) "
                        + "<span class=\"keyword\">new</span> A(<span class=\"string\">&quot;a&lt;b&quot;</span>); "
                        + "<span class=\"comment\">// int</span>\n");
    }

    @Test
    void tagsOfXmlAreToldApart() {
        assertThat(Highlighter.highlight("xml", "<a>1</a>"))
                .isEqualTo("<span class=\"keyword\">&lt;a</span><span class=\"keyword\">&gt;</span>1"
                        + "<span class=\"keyword\">&lt;/a</span><span class=\"keyword\">&gt;</span>");
    }

    @Test
    void whatIsNoKnownLanguageStaysAsItIs() {
        assertThat(Highlighter.highlight("", "new & <old>")).isEqualTo("new &amp; &lt;old&gt;");
    }
}
