-- DropForeignKey
ALTER TABLE "batch_item" DROP CONSTRAINT "batch_item_site_id_batch_id_fkey";

-- DropForeignKey
ALTER TABLE "batch_item" DROP CONSTRAINT "batch_item_site_id_comment_id_fkey";

-- DropForeignKey
ALTER TABLE "decision" DROP CONSTRAINT "decision_site_id_batch_id_fkey";

-- DropForeignKey
ALTER TABLE "decision" DROP CONSTRAINT "decision_site_id_comment_id_fkey";

-- DropForeignKey
ALTER TABLE "feed_entry" DROP CONSTRAINT "feed_entry_site_id_decision_id_fkey";

-- DropIndex
DROP INDEX "decision_site_id_undoes_id_key";

-- CreateIndex
CREATE UNIQUE INDEX "decision_site_id_undoes_id_key" ON "decision"("site_id", "undoes_id") WHERE (undoes_id IS NOT NULL);

-- What the schema language cannot say: what these tables name is checked once a statement for all its rows, as for comments
-- (docs/decisions/0022). A batch of a hundred asked five hundred times before.
CREATE FUNCTION check_batch_items() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  IF EXISTS (
    SELECT FROM (SELECT DISTINCT site_id, batch_id FROM now_there) n
    LEFT JOIN LATERAL (SELECT id FROM batch WHERE site_id = n.site_id AND id = n.batch_id LIMIT 1) b ON true WHERE b.id IS NULL
  ) OR EXISTS (
    SELECT FROM now_there n
    LEFT JOIN LATERAL (SELECT id FROM comment WHERE site_id = n.site_id AND id = n.comment_id LIMIT 1) c ON true WHERE c.id IS NULL
  ) THEN
    RAISE EXCEPTION 'an item names a batch or a comment that its site does not have' USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER batch_item_checked AFTER INSERT ON "batch_item" REFERENCING NEW TABLE AS now_there
  FOR EACH STATEMENT EXECUTE FUNCTION check_batch_items();

-- A plan is kept from when there were next to no decisions, when every index that begins with the site looks alike: the order that is
-- asked for, here and below, says which one is meant.
CREATE FUNCTION check_feed_entries() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  IF EXISTS (
    SELECT FROM now_there n
    LEFT JOIN LATERAL (
      SELECT id FROM decision WHERE site_id = n.site_id AND id BETWEEN n.decision_id AND n.decision_id ORDER BY id LIMIT 1
    ) d ON true WHERE d.id IS NULL
  ) THEN
    RAISE EXCEPTION 'a feed entry names a decision that its site does not have' USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER feed_entry_checked AFTER INSERT ON "feed_entry" REFERENCING NEW TABLE AS now_there
  FOR EACH STATEMENT EXECUTE FUNCTION check_feed_entries();

-- What is named stays where it is; decisions refuse every change already.
CREATE OR REPLACE FUNCTION keep_referenced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'article' AND EXISTS (SELECT FROM comment WHERE site_id = OLD.site_id AND article_id = OLD.id)
    OR TG_TABLE_NAME = 'commenter' AND EXISTS (SELECT FROM comment WHERE site_id = OLD.site_id AND commenter_id = OLD.id)
    OR TG_TABLE_NAME = 'comment' AND EXISTS (SELECT FROM comment WHERE site_id = OLD.site_id AND parent_id = OLD.id) THEN
    RAISE EXCEPTION 'comments name this %', TG_TABLE_NAME USING ERRCODE = 'foreign_key_violation';
  ELSIF TG_TABLE_NAME = 'comment' AND EXISTS (SELECT FROM decision WHERE site_id = OLD.site_id AND comment_id = OLD.id)
    OR TG_TABLE_NAME = 'batch' AND EXISTS (SELECT FROM decision WHERE site_id = OLD.site_id AND batch_id = OLD.id) THEN
    RAISE EXCEPTION 'decisions name this %', TG_TABLE_NAME USING ERRCODE = 'foreign_key_violation';
  END IF;
  -- Items of a batch go with what they name.
  IF TG_TABLE_NAME = 'comment' THEN
    DELETE FROM batch_item WHERE site_id = OLD.site_id AND comment_id = OLD.id;
  ELSIF TG_TABLE_NAME = 'batch' THEN
    DELETE FROM batch_item WHERE site_id = OLD.site_id AND batch_id = OLD.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER batch_kept AFTER DELETE OR UPDATE OF site_id, id ON "batch" FOR EACH ROW EXECUTE FUNCTION keep_referenced();

-- As in 20261128090000_set_wise_undo, with the references of decisions checked in the same look at the comment. The first decision
-- is looked for only where it may have changed: a decision that finds an earlier one, or itself, on the comment has changed nothing.
CREATE OR REPLACE FUNCTION carry_decisions() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  is_lost boolean;
  sites uuid[];
  ids uuid[];
  times timestamptz[];
BEGIN
  SELECT bool_or(n.comment_id IS NOT NULL AND c.id IS NULL OR n.batch_id IS NOT NULL AND b.id IS NULL),
    array_agg(n.site_id) FILTER (WHERE s.is_due AND f.at IS DISTINCT FROM c.first_decided_at),
    array_agg(n.comment_id) FILTER (WHERE s.is_due AND f.at IS DISTINCT FROM c.first_decided_at),
    array_agg(f.at) FILTER (WHERE s.is_due AND f.at IS DISTINCT FROM c.first_decided_at)
  INTO is_lost, sites, ids, times
  FROM now_there n
  LEFT JOIN LATERAL (SELECT id, first_decided_at FROM comment WHERE site_id = n.site_id AND id = n.comment_id LIMIT 1) c ON true
  LEFT JOIN LATERAL (SELECT id FROM batch WHERE n.batch_id IS NOT NULL AND site_id = n.site_id AND id = n.batch_id LIMIT 1) b ON true
  CROSS JOIN LATERAL (SELECT c.id IS NOT NULL AND (n.kind = 'undo' OR n.kind IN ('approve', 'reject', 'mark', 'clear_mark')
    AND n.actor_kind IN ('user', 'api_key') AND (c.first_decided_at IS NULL OR c.first_decided_at > n.decided_at)) AS is_due) s
  LEFT JOIN LATERAL (
    SELECT min(decided_at) AS at FROM (
      SELECT d.decided_at FROM decision d
      WHERE s.is_due AND d.site_id = n.site_id AND d.comment_id = n.comment_id AND d.kind IN ('approve', 'reject', 'mark', 'clear_mark')
        AND d.actor_kind IN ('user', 'api_key')
        AND (SELECT u.id FROM decision u WHERE u.site_id = d.site_id AND u.undoes_id = d.id LIMIT 1) IS NULL
      ORDER BY d.id DESC OFFSET 0
    ) of_comment
  ) f ON true;
  IF is_lost THEN
    RAISE EXCEPTION 'a decision names a comment or a batch that its site does not have' USING ERRCODE = 'foreign_key_violation';
  END IF;
  IF ids IS NOT NULL THEN
    UPDATE comment SET first_decided_at = late.first_decided_at FROM unnest(sites, ids, times) AS late (site_id, id, first_decided_at)
    WHERE comment.site_id = late.site_id AND comment.id = late.id;
  END IF;

  INSERT INTO decision_delta (site_id, article_id, day, kind, actor_kind, actor_id, reason, decisions, seen_again, overturned)
  SELECT site_id, article_id, date_bin('1 day', decided_at, '2000-01-01 00:00:00+00'), kind, actor_kind, actor_id, coalesce(reason, ''), count(*), 0, 0
  FROM now_there GROUP BY 1, 2, 3, 4, 5, 6, 7;

  -- Somebody else's decision before it was looked at again; it was overturned when status or marks came out otherwise.
  INSERT INTO decision_delta (site_id, article_id, day, kind, actor_kind, actor_id, reason, decisions, seen_again, overturned)
  SELECT n.site_id, n.article_id, date_bin('1 day', p.decided_at, '2000-01-01 00:00:00+00'), p.kind, 'user', p.actor_id, '', 0, 1,
    ((p.after -> 'status', p.after -> 'marks') IS DISTINCT FROM (n.after -> 'status', n.after -> 'marks'))::int
  FROM now_there n CROSS JOIN LATERAL (
    SELECT * FROM decision d WHERE d.site_id = n.site_id AND d.comment_id = n.comment_id AND d.id < n.id AND d.actor_kind = 'user'
      AND d.kind IN ('approve', 'reject', 'mark', 'clear_mark')
    ORDER BY d.id DESC LIMIT 1
  ) p
  WHERE n.comment_id IS NOT NULL AND n.actor_kind = 'user' AND n.kind IN ('approve', 'reject', 'mark', 'clear_mark', 'undo')
    AND p.actor_id <> n.actor_id;
  RETURN NULL;
END $$;
