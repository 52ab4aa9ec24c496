-- AlterTable
ALTER TABLE "comment" ADD COLUMN "replied_at" TIMESTAMPTZ(6),
  ADD COLUMN "active_at" TIMESTAMPTZ(6) GENERATED ALWAYS AS (greatest(ordered_at, replied_at)) STORED;

-- What waits already: the latest of all replies beneath it.
UPDATE "comment" w SET replied_at = beneath.latest FROM (
  SELECT c.site_id, c.id, (
    WITH RECURSIVE below AS (
      SELECT r.site_id, r.id, r.ordered_at FROM "comment" r WHERE r.site_id = c.site_id AND r.parent_id = c.id
      UNION ALL
      SELECT r.site_id, r.id, r.ordered_at FROM below b JOIN "comment" r ON r.site_id = b.site_id AND r.parent_id = b.id
    ) SELECT max(ordered_at) FROM below
  ) AS latest
  FROM "comment" c
  WHERE c.reviewed_at IS NULL AND (c.status = 'pending' OR c.status = 'published'
    AND (c.suggested_off_topic IS NOT NULL OR c.suggested_uncivil IS NOT NULL OR c.open_reports > 0))
) beneath
WHERE w.site_id = beneath.site_id AND w.id = beneath.id AND beneath.latest IS NOT NULL;

-- CreateIndex
CREATE INDEX "comment_queue_activity" ON "comment"("site_id", "active_at" DESC, "id" DESC) WHERE (reviewed_at IS NULL AND (status = 'pending'::comment_status OR status = 'published'::comment_status AND (suggested_off_topic IS NOT NULL OR suggested_uncivil IS NOT NULL OR open_reports > 0)));
