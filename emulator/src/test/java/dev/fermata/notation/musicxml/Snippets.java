package dev.fermata.notation.musicxml;

/** Small pieces of MusicXML for building files. */
final class Snippets {
    static final String C4 = "<pitch><step>C</step><octave>4</octave></pitch>";
    static final String DIVISIONS = "<attributes><divisions>2</divisions></attributes>";

    static String score(String head, String measures) {
        return "<score-partwise>" + head + "<part id='P1'>" + measures + "</part></score-partwise>";
    }

    /** One measure with two divisions a quarter. */
    static String measure(String content) {
        return score("", "<measure>" + DIVISIONS + content + "</measure>");
    }

    static String note(String content, int duration) {
        return "<note>" + content + "<duration>" + duration + "</duration></note>";
    }

    private Snippets() {}
}
