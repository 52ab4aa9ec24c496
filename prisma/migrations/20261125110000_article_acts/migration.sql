-- AlterTable
ALTER TABLE "article" ADD COLUMN     "help_at" TIMESTAMPTZ(6),
ADD COLUMN     "help_by" TEXT,
ADD COLUMN     "help_note" TEXT,
ADD COLUMN     "slow_seconds" INTEGER,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "decision" ALTER COLUMN "comment_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "saved_view" ADD COLUMN     "page" TEXT NOT NULL DEFAULT 'queue';

-- AlterTable
ALTER TABLE "site" ADD COLUMN     "alert_lines" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "alert" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "measure" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "line" DOUBLE PRECISION NOT NULL,
    "raised_at" TIMESTAMPTZ(6) NOT NULL,
    "cleared_at" TIMESTAMPTZ(6),

    CONSTRAINT "alert_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "alert_open" ON "alert"("site_id", "article_id", "measure") WHERE (cleared_at IS NULL);

-- CreateIndex
CREATE INDEX "alert_article" ON "alert"("site_id", "article_id", "id" DESC);

-- CreateIndex
CREATE INDEX "article_help" ON "article"("site_id", "help_at") WHERE (help_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "article_section_newest" ON "article"("site_id", "section", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "decision_on_article" ON "decision"("site_id", "article_id", "id" DESC) WHERE (comment_id IS NULL);

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_site_id_article_id_fkey" FOREIGN KEY ("site_id", "article_id") REFERENCES "article"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say. An act on a discussion has no comment; every other decision has one.
ALTER TABLE "article" ADD CONSTRAINT "article_help_whole" CHECK ((help_at IS NULL) = (help_by IS NULL) AND (help_at IS NULL) = (help_note IS NULL));
ALTER TABLE "article" ADD CONSTRAINT "article_slow_positive" CHECK (slow_seconds > 0);
ALTER TABLE "decision" ADD CONSTRAINT "decision_subject" CHECK (
  comment_id IS NOT NULL OR kind IN ('undo', 'hold_article', 'close_article', 'reopen_article', 'slow_article', 'ask_help', 'end_help', 'raise_alert', 'clear_alert')
);
