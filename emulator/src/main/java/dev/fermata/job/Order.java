package dev.fermata.job;

import dev.fermata.account.Account;
import dev.fermata.document.Document;
import dev.fermata.score.Format;
import dev.fermata.score.ScoreDraft;
import java.util.Optional;

/**
 * What somebody wants to have recognized.
 *
 * @param id the job's id, in the vendor's form
 * @param account who asks, and pays
 * @param document what is to be read; its facts say that it can be
 * @param title the title of the result
 * @param cost in credits
 * @param format the one format asked for, where the vendor makes the client choose
 * @param draft the score that comes of it, where one does
 */
public record Order(
        String id,
        Account account,
        Document document,
        String title,
        int cost,
        Optional<Format> format,
        Optional<ScoreDraft> draft) {}
