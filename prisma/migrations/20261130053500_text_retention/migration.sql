-- Texts of comments that were deleted or rejected long ago are erased (docs/decisions/0040). Waits for a look at every comment: a few
-- seconds a million.
-- AlterTable
ALTER TABLE "comment" ADD COLUMN "removed_at" TIMESTAMPTZ(6);

-- What was deleted before this counts as deleted now: nobody loses a text that day. Nothing that is counted changes.
ALTER TABLE "comment" DISABLE TRIGGER USER;
UPDATE "comment" SET removed_at = now() WHERE status = 'removed';
ALTER TABLE "comment" ENABLE TRIGGER USER;

-- CreateIndex
CREATE INDEX "comment_removed_text" ON "comment"("site_id", "removed_at") WHERE (removed_at IS NOT NULL AND erased_at IS NULL);

-- CreateIndex
CREATE INDEX "comment_rejected_text" ON "comment"("site_id", "ordered_at") WHERE (status = 'rejected'::comment_status AND erased_at IS NULL);
