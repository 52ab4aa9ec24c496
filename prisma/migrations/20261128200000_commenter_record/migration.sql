-- What somebody's comments came to is counted within the index: the pane beside each comment says it, and looked at all that its author ever
-- wrote, comment by comment.
-- DropIndex
DROP INDEX "comment_commenter";

-- CreateIndex
CREATE INDEX "comment_commenter" ON "comment"("site_id", "commenter_id", "ordered_at" DESC, "status", "marked_off_topic", "marked_uncivil") WHERE (commenter_id IS NOT NULL);
