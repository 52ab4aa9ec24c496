CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateEnum
CREATE TYPE "batch_state" AS ENUM ('draft', 'done', 'undone');

-- CreateEnum
CREATE TYPE "batch_outcome" AS ENUM ('waiting', 'changed', 'unchanged', 'conflict', 'removed', 'restored', 'kept');

-- DropIndex
DROP INDEX "comment_queue_held";

-- AlterTable
ALTER TABLE "app_user" ADD COLUMN     "preferences" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "batch" ADD COLUMN     "act" JSONB NOT NULL,
ADD COLUMN     "actor_name" TEXT NOT NULL,
ADD COLUMN     "started_at" TIMESTAMPTZ(6),
ADD COLUMN     "state" "batch_state" NOT NULL DEFAULT 'draft',
ADD COLUMN     "undone_at" TIMESTAMPTZ(6),
ADD COLUMN     "undone_by" TEXT;

-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "report_weight" REAL NOT NULL DEFAULT 0;

-- The same as priorityOf in lib/domain/priority.ts; a test holds the two together. Hours of waiting a comment is worth, less
-- the hour it came in (since 1970): the order stays right while all of them go on waiting.
ALTER TABLE "comment" ADD COLUMN     "priority" DOUBLE PRECISION GENERATED ALWAYS AS (
  CASE WHEN status = 'published'::comment_status THEN 1.5 ELSE 1 END
    * (12 * coalesce(suggested_uncivil, 0)::float8 + 8 * coalesce(suggested_off_topic, 0)::float8
      + CASE WHEN open_reports > 0 THEN 6 * least(report_weight, 4)::float8 ELSE 0 END)
    - extract(epoch FROM (received_at - timestamptz '1970-01-01 00:00:00+00'))::float8 / 3600
) STORED;

-- AlterTable
ALTER TABLE "comment_document" ADD COLUMN "ordered_at" TIMESTAMPTZ(6);
UPDATE "comment_document" d SET ordered_at = c.ordered_at FROM "comment" c WHERE c.site_id = d.site_id AND c.id = d.comment_id;
ALTER TABLE "comment_document" ALTER COLUMN "ordered_at" SET NOT NULL;
DELETE FROM "comment_document" d USING "comment" c WHERE c.site_id = d.site_id AND c.id = d.comment_id AND c.status = 'removed';

-- CreateTable
CREATE TABLE "batch_item" (
    "site_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "seen_version" INTEGER NOT NULL,
    "outcome" "batch_outcome" NOT NULL DEFAULT 'waiting',
    "detail" TEXT,

    CONSTRAINT "batch_item_pkey" PRIMARY KEY ("site_id","batch_id","comment_id")
);

-- CreateTable
CREATE TABLE "queue_total" (
    "site_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "review" INTEGER NOT NULL,
    "uncivil" INTEGER NOT NULL,
    "off_topic" INTEGER NOT NULL,
    "reported" INTEGER NOT NULL,
    "held" INTEGER NOT NULL,
    "newest" INTEGER NOT NULL,

    CONSTRAINT "queue_total_pkey" PRIMARY KEY ("site_id","article_id")
);

-- CreateTable
CREATE TABLE "queue_delta" (
    "id" BIGSERIAL NOT NULL,
    "site_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "review" INTEGER NOT NULL,
    "uncivil" INTEGER NOT NULL,
    "off_topic" INTEGER NOT NULL,
    "reported" INTEGER NOT NULL,
    "held" INTEGER NOT NULL,
    "newest" INTEGER NOT NULL,

    CONSTRAINT "queue_delta_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "site_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "user_name" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("site_id","comment_id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "site_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "user_id" UUID,
    "by_id" UUID,
    "by_name" TEXT NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("site_id","comment_id")
);

-- CreateTable
CREATE TABLE "note" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "comment_id" UUID,
    "commenter_id" UUID,
    "by_id" UUID,
    "by_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "note_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "user_name" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "is_shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateIndex
CREATE INDEX "claim_site_id_expires_at_idx" ON "claim"("site_id", "expires_at");

-- CreateIndex
CREATE INDEX "assignment_site_id_user_id_idx" ON "assignment"("site_id", "user_id");

-- CreateIndex
CREATE INDEX "note_site_id_comment_id_idx" ON "note"("site_id", "comment_id") WHERE (comment_id IS NOT NULL);

-- CreateIndex
CREATE INDEX "note_site_id_commenter_id_idx" ON "note"("site_id", "commenter_id") WHERE (commenter_id IS NOT NULL);

-- CreateIndex
CREATE INDEX "article_site_id_section_idx" ON "article"("site_id", "section");

-- CreateIndex
CREATE INDEX "article_title_idx" ON "article" USING GIN ("title" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "comment_queue_held" ON "comment"("site_id", "ordered_at" DESC, "id" DESC) WHERE (reviewed_at IS NULL AND status = 'pending'::comment_status);

-- CreateIndex
CREATE INDEX "comment_queue_priority" ON "comment"("site_id", "priority" DESC, "id" DESC) WHERE (reviewed_at IS NULL AND (status = 'pending'::comment_status OR status = 'published'::comment_status AND (suggested_off_topic IS NOT NULL OR suggested_uncivil IS NOT NULL OR open_reports > 0)));

-- CreateIndex
CREATE INDEX "comment_queue_reports" ON "comment"("site_id", "open_reports" DESC, "id" DESC) WHERE (reviewed_at IS NULL AND (status = 'pending'::comment_status OR status = 'published'::comment_status AND (suggested_off_topic IS NOT NULL OR suggested_uncivil IS NOT NULL OR open_reports > 0)));

-- CreateIndex
CREATE INDEX "comment_queue_uncivil_score" ON "comment"("site_id", "suggested_uncivil" DESC, "id" DESC) WHERE (reviewed_at IS NULL AND suggested_uncivil IS NOT NULL AND parent_external_id IS NOT NULL AND (status = 'pending'::comment_status OR status = 'published'::comment_status));

-- CreateIndex
CREATE INDEX "comment_queue_off_topic_score" ON "comment"("site_id", "suggested_off_topic" DESC, "id" DESC) WHERE (reviewed_at IS NULL AND suggested_off_topic IS NOT NULL AND (status = 'pending'::comment_status OR status = 'published'::comment_status));

-- CreateIndex
CREATE INDEX "commenter_name_idx" ON "commenter" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "report_reporter" ON "report"("site_id", "reporter", "reported_at" DESC) WHERE (reporter IS NOT NULL);

-- AddForeignKey
ALTER TABLE "batch_item" ADD CONSTRAINT "batch_item_site_id_batch_id_fkey" FOREIGN KEY ("site_id", "batch_id") REFERENCES "batch"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_item" ADD CONSTRAINT "batch_item_site_id_comment_id_fkey" FOREIGN KEY ("site_id", "comment_id") REFERENCES "comment"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_site_id_comment_id_fkey" FOREIGN KEY ("site_id", "comment_id") REFERENCES "comment"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_site_id_comment_id_fkey" FOREIGN KEY ("site_id", "comment_id") REFERENCES "comment"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.

ALTER TABLE "note" ADD CONSTRAINT "note_subject" CHECK ((comment_id IS NULL) <> (commenter_id IS NULL));
ALTER TABLE "queue_total" SET (fillfactor = 50);
ALTER TABLE "claim" SET (fillfactor = 50);
CREATE TRIGGER note_append_only BEFORE UPDATE OR DELETE ON "note" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The queues as lib/domain/queues.ts defines them, counted for every statement that adds or changes comments.
CREATE FUNCTION queue_flags(c comment, OUT review int, OUT uncivil int, OUT off_topic int, OUT reported int, OUT held int) LANGUAGE sql IMMUTABLE AS $$
  SELECT
    (open AND (c.status = 'pending' OR c.suggested_off_topic IS NOT NULL OR c.suggested_uncivil IS NOT NULL OR c.open_reports > 0))::int,
    (open AND c.suggested_uncivil IS NOT NULL AND c.parent_external_id IS NOT NULL)::int,
    (open AND c.suggested_off_topic IS NOT NULL)::int,
    (open AND c.open_reports > 0)::int,
    (open AND c.status = 'pending')::int
  FROM (SELECT c.reviewed_at IS NULL AND (c.status = 'pending' OR c.status = 'published')) AS o (open)
$$;

CREATE FUNCTION count_queues() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO queue_delta (site_id, article_id, review, uncivil, off_topic, reported, held, newest)
    SELECT n.site_id, n.article_id, sum(f.review), sum(f.uncivil), sum(f.off_topic), sum(f.reported), sum(f.held), count(*)
    FROM now_there n, queue_flags(n::comment) f GROUP BY n.site_id, n.article_id;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO queue_delta (site_id, article_id, review, uncivil, off_topic, reported, held, newest)
    SELECT o.site_id, o.article_id, -sum(f.review), -sum(f.uncivil), -sum(f.off_topic), -sum(f.reported), -sum(f.held), -count(*)
    FROM was_there o, queue_flags(o::comment) f GROUP BY o.site_id, o.article_id;
  ELSE
    INSERT INTO queue_delta (site_id, article_id, review, uncivil, off_topic, reported, held, newest)
    SELECT site_id, article_id, sum(review), sum(uncivil), sum(off_topic), sum(reported), sum(held), 0
    FROM (
      SELECT n.site_id, n.article_id, f.review, f.uncivil, f.off_topic, f.reported, f.held FROM now_there n, queue_flags(n::comment) f
      UNION ALL
      SELECT o.site_id, o.article_id, -f.review, -f.uncivil, -f.off_topic, -f.reported, -f.held FROM was_there o, queue_flags(o::comment) f
    ) moved
    GROUP BY site_id, article_id
    HAVING sum(review) <> 0 OR sum(uncivil) <> 0 OR sum(off_topic) <> 0 OR sum(reported) <> 0 OR sum(held) <> 0;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER comment_added AFTER INSERT ON "comment" REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION count_queues();
CREATE TRIGGER comment_changed AFTER UPDATE ON "comment" REFERENCING OLD TABLE AS was_there NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION count_queues();
CREATE TRIGGER comment_deleted AFTER DELETE ON "comment" REFERENCING OLD TABLE AS was_there FOR EACH STATEMENT EXECUTE FUNCTION count_queues();

-- What is there already.
INSERT INTO queue_total (site_id, article_id, review, uncivil, off_topic, reported, held, newest)
SELECT c.site_id, coalesce(c.article_id, '00000000-0000-0000-0000-000000000000'), sum(f.review), sum(f.uncivil), sum(f.off_topic), sum(f.reported),
  sum(f.held), count(*)
FROM comment c, queue_flags(c) f GROUP BY GROUPING SETS ((c.site_id, c.article_id), (c.site_id));
