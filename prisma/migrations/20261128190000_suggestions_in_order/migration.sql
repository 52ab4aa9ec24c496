-- The queues of off-topic comments and of uncivil replies walk the order by priority of all that waits: what has no such suggestion is passed over
-- within the index, and page 100 costs what page 1 does.
-- DropIndex
DROP INDEX "comment_queue_priority";

-- CreateIndex
CREATE INDEX "comment_queue_priority" ON "comment"("site_id", "priority" DESC, "id" DESC, "language", "suggested_uncivil_kind", "status", "article_id", "ordered_at", "suggested_off_topic", "suggested_uncivil") WHERE (reviewed_at IS NULL AND (status = 'pending'::comment_status OR status = 'published'::comment_status AND (suggested_off_topic IS NOT NULL OR suggested_uncivil IS NOT NULL OR open_reports > 0)));
