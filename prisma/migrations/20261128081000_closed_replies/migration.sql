-- AlterEnum
ALTER TYPE "decision_kind" ADD VALUE 'close_replies';
ALTER TYPE "decision_kind" ADD VALUE 'open_replies';

-- AlterTable
ALTER TABLE "comment" ADD COLUMN "replies_closed_at" TIMESTAMPTZ(6);

-- CreateIndex
CREATE INDEX "comment_replies_closed" ON "comment"("site_id", "article_id") WHERE (replies_closed_at IS NOT NULL);
