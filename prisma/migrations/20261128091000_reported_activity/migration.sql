-- CreateIndex
CREATE INDEX "comment_queue_reported_activity" ON "comment"("site_id", "active_at" DESC, "id" DESC) WHERE (reviewed_at IS NULL AND open_reports > 0 AND (status = 'pending'::comment_status OR status = 'published'::comment_status));
