-- DropIndex
DROP INDEX "rule_deed_run";

-- AlterTable
ALTER TABLE "alert" ADD COLUMN     "rule_id" UUID,
ALTER COLUMN "article_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "rule" ADD COLUMN     "most_otherwise" DOUBLE PRECISION NOT NULL DEFAULT 0.1,
ADD COLUMN     "stopped" JSONB;

-- CreateIndex
CREATE INDEX "alert_rule" ON "alert"("site_id", "rule_id") WHERE (rule_id IS NOT NULL);

-- CreateIndex
CREATE INDEX "rule_deed_run" ON "rule_deed"("site_id", "rule_id", "run", "made") WHERE (outcome = ANY (ARRAY['publish'::rule_did, 'reject'::rule_did]));

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_site_id_rule_id_fkey" FOREIGN KEY ("site_id", "rule_id") REFERENCES "rule"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say. A rule that was stopped holds what it fits, as it was tried or not.
ALTER TABLE "alert" ADD CONSTRAINT "alert_of_one" CHECK ((article_id IS NULL) <> (rule_id IS NULL));
ALTER TABLE "rule" ADD CONSTRAINT "rule_limit" CHECK (most_otherwise BETWEEN 0 AND 1);
ALTER TABLE "rule" ADD CONSTRAINT "rule_stopped" CHECK (stopped IS NULL OR is_on AND outcome <> 'hold');
ALTER TABLE "rule" DROP CONSTRAINT "rule_tried";
ALTER TABLE "rule" ADD CONSTRAINT "rule_tried"
  CHECK (NOT is_on OR outcome = 'hold' OR stopped IS NOT NULL OR tried_condition IS NOT DISTINCT FROM condition);
