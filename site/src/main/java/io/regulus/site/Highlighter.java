package io.regulus.site;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Colours the words of code by kind: comments, strings, annotations, keywords and numbers, no more. */
final class Highlighter {
    private static final String STRING =
            "(?<string>\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])*')";
    private static final String NUMBER = "(?<number>\\b\\d[\\w.]*(?:(?<=[eE])-\\d+)?)";

    private static final Map<String, Pattern> LANGUAGES = Map.of(
            "java",
            language(
                    "//[^\n]*|/\\*[\\s\\S]*?\\*/",
                    "abstract|assert|boolean|break|byte|case|catch|char|class|continue|default|do|double|else|enum"
                            + "|extends|false|final|finally|float|for|if|implements|import|instanceof|int|interface|long"
                            + "|new|null|package|private|protected|public|record|return|short|static|super|switch|this"
                            + "|throw|throws|true|try|var|void|while|yield"),
            "kotlin",
            language("//[^\n]*", "val|var|fun|class|import|plugins|dependencies|if|else|for|return|true|false|null"),
            "python",
            language(
                    "#[^\n]*",
                    "and|as|assert|class|def|elif|else|except|False|for|from|if|import|in|is|lambda|None|not|or|pass"
                            + "|raise|return|self|True|try|while|with|yield"),
            "bash",
            language("(?m:(?<=^|\\s)#[^\n]*)", "cd|do|done|export|fi|for|if|then"),
            "xml",
            Pattern.compile("(?<comment><!--[\\s\\S]*?-->)|(?<annotation>(?!))|(?<string>(?!))"
                    + "|(?<keyword></?[\\w:.-]+|/?>)|(?<number>(?!))"));

    private Highlighter() {}

    private static Pattern language(String comment, String keywords) {
        return Pattern.compile("(?<comment>" + comment + ")|" + STRING
                + "|(?<annotation>@[A-Za-z]\\w*)|(?<keyword>\\b(?:" + keywords + ")\\b)|" + NUMBER);
    }

    /** The code as HTML; of a language that is not known here, in one colour. */
    static String highlight(String language, String code) {
        String name = language == null ? "" : language.strip();
        Pattern pattern = LANGUAGES.get(name.equals("sh") || name.equals("shell") ? "bash" : name);
        if (pattern == null) {
            return escape(code);
        }
        StringBuilder html = new StringBuilder();
        Matcher words = pattern.matcher(code);
        int end = 0;
        while (words.find()) {
            html.append(escape(code.substring(end, words.start())));
            html.append("<span class=\"").append(kind(words)).append("\">");
            html.append(escape(words.group())).append("</span>");
            end = words.end();
        }
        return html.append(escape(code.substring(end))).toString();
    }

    private static String kind(Matcher word) {
        for (String kind : new String[] {"comment", "string", "annotation", "keyword"}) {
            if (word.group(kind) != null) {
                return kind;
            }
        }
        return "number";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
