-- What is asked of a large site and leaves little is found by indexes over what waits, which a decision only takes entries from: the time
-- of writing stands in the order by priority, so that what is too old is passed over there; what waits of an article has an index by
-- language, kind and status, and what waits of a commenter one of its own. The queues of off-topic comments and of uncivil replies walk the order
-- by priority of all that waits: what has no such suggestion is passed over within the index, and page 100 costs what page 1 does.
-- DropIndex
DROP INDEX "comment_queue_priority";

-- CreateIndex
CREATE INDEX "comment_queue_priority" ON "comment"("site_id", "priority" DESC, "id" DESC, "language", "suggested_uncivil_kind", "status", "article_id", "ordered_at", "suggested_off_topic", "suggested_uncivil") WHERE (reviewed_at IS NULL AND (status = 'pending'::comment_status OR status = 'published'::comment_status AND (suggested_off_topic IS NOT NULL OR suggested_uncivil IS NOT NULL OR open_reports > 0)));

-- DropIndex
DROP INDEX "comment_article_waiting";

-- CreateIndex
CREATE INDEX "comment_article_waiting" ON "comment"("site_id", "article_id", "received_at") WHERE (reviewed_at IS NULL AND (status = 'pending'::comment_status OR status = 'published'::comment_status AND (suggested_off_topic IS NOT NULL OR suggested_uncivil IS NOT NULL OR open_reports > 0)));

-- CreateIndex
CREATE INDEX "comment_article_kinds" ON "comment"("site_id", "article_id", "language", "suggested_uncivil_kind", "status", "priority" DESC, "id" DESC) WHERE (reviewed_at IS NULL AND (status = 'pending'::comment_status OR status = 'published'::comment_status AND (suggested_off_topic IS NOT NULL OR suggested_uncivil IS NOT NULL OR open_reports > 0)));

-- CreateIndex
CREATE INDEX "comment_commenter_waiting" ON "comment"("site_id", "commenter_id") WHERE (reviewed_at IS NULL AND (status = 'pending'::comment_status OR status = 'published'::comment_status AND (suggested_off_topic IS NOT NULL OR suggested_uncivil IS NOT NULL OR open_reports > 0)));
