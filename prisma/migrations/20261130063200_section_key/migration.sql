-- What the schema language cannot say. Sections are told apart without capitals and quotation marks (lib/db/queue/comment-filter.ts); the
-- section itself stands in the index so that it alone answers.
DROP INDEX "article_section_words";
CREATE INDEX "article_section_words" ON "article" ("site_id", lower(replace("section", '"', '')), "section", "id");
