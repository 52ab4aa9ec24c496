-- CreateEnum
CREATE TYPE "rule_did" AS ENUM ('publish', 'hold', 'reject', 'passed_over');

-- CreateEnum
CREATE TYPE "rule_made" AS ENUM ('kept', 'marked', 'rejected', 'undone');

-- AlterTable
ALTER TABLE "rule" ADD COLUMN     "run" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "tried_otherwise" INTEGER,
ADD COLUMN     "tried_same" INTEGER;

-- CreateTable
CREATE TABLE "rule_deed" (
    "site_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "rule_id" UUID NOT NULL,
    "run" INTEGER NOT NULL,
    "outcome" "rule_did" NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "made" "rule_made",
    "made_at" TIMESTAMPTZ(6),

    CONSTRAINT "rule_deed_pkey" PRIMARY KEY ("site_id","comment_id","revision","rule_id")
);

-- CreateTable
CREATE TABLE "rule_watch" (
    "site_id" UUID NOT NULL,
    "position" BIGINT NOT NULL,

    CONSTRAINT "rule_watch_pkey" PRIMARY KEY ("site_id")
);

-- CreateIndex
CREATE INDEX "rule_deed_newest" ON "rule_deed"("site_id", "at", "rule_id", "outcome", "made");

-- CreateIndex
CREATE INDEX "rule_deed_run" ON "rule_deed"("site_id", "rule_id", "run") WHERE (outcome <> 'passed_over'::rule_did);

-- CreateIndex
CREATE INDEX "rule_deed_made" ON "rule_deed"("site_id", "rule_id", "at" DESC, "comment_id" DESC) WHERE ((made IS NOT NULL) AND (outcome <> 'passed_over'::rule_did));

-- AddForeignKey
ALTER TABLE "rule_watch" ADD CONSTRAINT "rule_watch_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Sites that have rules already are followed from now on.
INSERT INTO "rule_watch" (site_id, position)
SELECT r.site_id, coalesce(max(h.position), 0) FROM rule r LEFT JOIN feed_head h ON h.site_id = r.site_id GROUP BY r.site_id;

-- What the schema language cannot say.
ALTER TABLE "rule_deed" ADD CONSTRAINT "rule_deed_made_whole" CHECK ((made IS NULL) = (made_at IS NULL));
