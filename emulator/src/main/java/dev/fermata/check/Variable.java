package dev.fermata.check;

/** What a client under test is told, in its environment. */
enum Variable {
    FERMATA_FLAT_URL("what stands for `https://api.flat.io/v2`"),
    FERMATA_SCOREFLOW_URL("what stands for `https://scoreflow.app/api`"),
    FERMATA_TOKEN("the token, or key, for either"),
    FERMATA_PDF("the path of a PDF of four pages to have recognized"),
    FERMATA_SCENARIO("the name of the exercise; a client that looks at it cheats"),
    FERMATA_PATIENCE("how many seconds to wait for a job that does not end, before giving up");

    private final String meaning;

    Variable(String meaning) {
        this.meaning = meaning;
    }

    /** For a person. */
    String meaning() {
        return meaning;
    }
}
