-- DropIndex
DROP INDEX "comment_article_waiting";

-- CreateIndex
CREATE INDEX "comment_article_waiting" ON "comment"("site_id", "article_id", "received_at", "language", "suggested_uncivil_kind", "status") WHERE (reviewed_at IS NULL AND (status = 'pending'::comment_status OR status = 'published'::comment_status AND (suggested_off_topic IS NOT NULL OR suggested_uncivil IS NOT NULL OR open_reports > 0)));

-- What the schema language cannot say: the articles of a section, however it is spelt; the section itself stands in it so that the
-- index alone answers.
CREATE INDEX "article_section_words" ON "article" ("site_id", lower("section"), "section", "id");
