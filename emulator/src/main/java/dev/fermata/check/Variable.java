package dev.fermata.check;

/** The environment variables of a client under test. */
enum Variable {
    FERMATA_FLAT_URL("the address to use instead of `https://api.flat.io/v2`"),
    FERMATA_SCOREFLOW_URL("the address to use instead of `https://scoreflow.app/api`"),
    FERMATA_TOKEN("the token or key for either vendor"),
    FERMATA_PDF("the path of a PDF of four pages to be recognized"),
    FERMATA_SCENARIO("the name of the exercise; a client must not behave differently because of it"),
    FERMATA_PATIENCE("the seconds to wait for a job that does not end, before giving up");

    private final String meaning;

    Variable(String meaning) {
        this.meaning = meaning;
    }

    /** Its meaning, for a person. */
    String meaning() {
        return meaning;
    }
}
