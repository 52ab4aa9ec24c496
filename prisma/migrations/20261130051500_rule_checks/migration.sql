-- AlterTable
ALTER TABLE "rule_watch" ADD COLUMN     "check_share" DOUBLE PRECISION NOT NULL DEFAULT 0.05,
ADD COLUMN     "checked_to" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "second_look" ADD COLUMN     "rule_id" UUID,
ADD COLUMN     "run" INTEGER,
ALTER COLUMN "decision_id" DROP NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "second_look_rule" ON "second_look"("site_id", "rule_id", "run", "comment_id", "revision") WHERE (rule_id IS NOT NULL);

-- What the schema language cannot say.
ALTER TABLE "rule_watch" ADD CONSTRAINT "rule_watch_share" CHECK (check_share BETWEEN 0 AND 1);
ALTER TABLE "second_look" ADD CONSTRAINT "second_look_of_one" CHECK ((decision_id IS NULL) <> (rule_id IS NULL) AND (rule_id IS NULL) = (run IS NULL));
