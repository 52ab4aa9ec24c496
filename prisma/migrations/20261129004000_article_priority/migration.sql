-- What waits of an article, in the order it is read in: all of it was sorted for each page, ten times as much on a site ten times as large.
-- CreateIndex
CREATE INDEX "comment_article_priority" ON "comment"("site_id", "article_id", "priority" DESC, "id" DESC) WHERE (reviewed_at IS NULL AND (status = 'pending'::comment_status OR status = 'published'::comment_status AND (suggested_off_topic IS NOT NULL OR suggested_uncivil IS NOT NULL OR open_reports > 0)));
