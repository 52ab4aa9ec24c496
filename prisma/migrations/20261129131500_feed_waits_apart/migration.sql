-- What waits for its number in the feed waits in a table of its own, without keys: it is only added and all taken at once. A decision wrote two
-- index entries for it, and its number another version of the row with two more (docs/decisions/0033).
-- CreateTable
CREATE TABLE "feed_waiting" (
    "site_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL
);
INSERT INTO feed_waiting (site_id, decision_id, comment_id) SELECT site_id, decision_id, comment_id FROM feed_entry WHERE position IS NULL ORDER BY seq;
DELETE FROM feed_entry WHERE position IS NULL;

-- DropIndex
DROP INDEX "feed_entry_unnumbered";
DROP INDEX "feed_entry_site_id_position_key";

-- AlterTable
ALTER TABLE "feed_entry" DROP COLUMN "seq", ALTER COLUMN "position" SET NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "feed_entry_site_id_position_key" ON "feed_entry"("site_id", "position");

-- What the schema language cannot say. What waits is checked like what is numbered, unless it comes from the trigger below.
CREATE TRIGGER feed_waiting_checked AFTER INSERT ON "feed_waiting" REFERENCING NEW TABLE AS now_there
  FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION check_feed_entries();

-- As in 20261129065500_less_looked_for, with the entry of the feed noted where it waits.
CREATE OR REPLACE FUNCTION carry_decisions() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  is_lost boolean;
  is_due boolean;
  has_batch boolean;
  has_undo boolean;
  has_later boolean;
  told uuid[];
  reader uuid;
  sites uuid[];
  ids uuid[];
  times timestamptz[];
BEGIN
  -- Every decision on a comment raises its version, which begins at one: only where it is higher there may be an earlier decision.
  SELECT bool_or(n.comment_id IS NOT NULL AND c.id IS NULL),
    bool_or(c.id IS NOT NULL AND n.kind IN ('approve', 'reject', 'mark', 'clear_mark') AND n.actor_kind IN ('user', 'api_key')
      AND (c.first_decided_at IS NULL OR c.first_decided_at > n.decided_at)),
    bool_or(n.batch_id IS NOT NULL), bool_or(n.kind = 'undo'), bool_or(n.comment_id IS NOT NULL AND n.seen_version > 1),
    array_agg(DISTINCT n.site_id)
  INTO is_lost, is_due, has_batch, has_undo, has_later, told
  FROM now_there n
  LEFT JOIN LATERAL (SELECT id, first_decided_at FROM comment WHERE site_id = n.site_id AND id = n.comment_id LIMIT 1) c ON true;
  IF has_batch AND NOT is_lost THEN
    is_lost := EXISTS (
      SELECT FROM (SELECT DISTINCT site_id, batch_id FROM now_there WHERE batch_id IS NOT NULL) n
      LEFT JOIN LATERAL (SELECT id FROM batch WHERE site_id = n.site_id AND id = n.batch_id LIMIT 1) b ON true WHERE b.id IS NULL
    );
  END IF;
  IF is_lost THEN
    RAISE EXCEPTION 'a decision names a comment or a batch that its site does not have' USING ERRCODE = 'foreign_key_violation';
  END IF;

  INSERT INTO feed_waiting (site_id, decision_id, comment_id) SELECT site_id, id, coalesce(comment_id, article_id) FROM now_there;
  FOREACH reader IN ARRAY coalesce(told, '{}') LOOP
    PERFORM pg_notify('parley_feed', reader::text);
  END LOOP;

  -- The first decision of a comment that stands. A decision that finds an earlier one, or itself, on the comment has changed nothing, nor has
  -- an undo that does not find there what it takes back. The orders, here and below, say which index is meant: a plan that was made while
  -- there were next to no decisions is kept.
  IF has_undo AND is_due IS NOT TRUE THEN
    is_due := EXISTS (
      SELECT FROM now_there n
      CROSS JOIN LATERAL (SELECT decided_at FROM decision WHERE site_id = n.site_id AND id BETWEEN n.undoes_id AND n.undoes_id ORDER BY id LIMIT 1) d
      CROSS JOIN LATERAL (SELECT first_decided_at FROM comment WHERE site_id = n.site_id AND id = n.comment_id LIMIT 1) c
      WHERE n.kind = 'undo' AND c.first_decided_at = d.decided_at
    );
  END IF;
  IF is_due THEN
    SELECT array_agg(n.site_id), array_agg(n.comment_id), array_agg(f.at) INTO sites, ids, times
    FROM (SELECT DISTINCT site_id, comment_id FROM now_there WHERE comment_id IS NOT NULL) n
    CROSS JOIN LATERAL (SELECT first_decided_at FROM comment WHERE site_id = n.site_id AND id = n.comment_id LIMIT 1) c
    LEFT JOIN LATERAL (
      SELECT min(decided_at) AS at FROM (
        SELECT d.decided_at FROM decision d
        WHERE d.site_id = n.site_id AND d.comment_id = n.comment_id AND d.kind IN ('approve', 'reject', 'mark', 'clear_mark')
          AND d.actor_kind IN ('user', 'api_key')
          AND (SELECT u.id FROM decision u WHERE u.site_id = d.site_id AND u.undoes_id = d.id LIMIT 1) IS NULL
        ORDER BY d.id DESC OFFSET 0
      ) of_comment
    ) f ON true
    WHERE f.at IS DISTINCT FROM c.first_decided_at;
    UPDATE comment SET first_decided_at = late.first_decided_at FROM unnest(sites, ids, times) AS late (site_id, id, first_decided_at)
    WHERE ids IS NOT NULL AND comment.site_id = late.site_id AND comment.id = late.id;
  END IF;

  INSERT INTO decision_delta (site_id, article_id, day, kind, actor_kind, actor_id, reason, decisions, seen_again, overturned)
  SELECT site_id, article_id, date_bin('1 day', decided_at, '2000-01-01 00:00:00+00'), kind, actor_kind, actor_id, coalesce(reason, ''), count(*), 0, 0
  FROM now_there GROUP BY 1, 2, 3, 4, 5, 6, 7;

  -- Somebody else's decision before it was looked at again; it was overturned when status or marks came out otherwise.
  IF has_later THEN
    INSERT INTO decision_delta (site_id, article_id, day, kind, actor_kind, actor_id, reason, decisions, seen_again, overturned)
    SELECT n.site_id, n.article_id, date_bin('1 day', p.decided_at, '2000-01-01 00:00:00+00'), p.kind, 'user', p.actor_id, '', 0, 1,
      ((p.after -> 'status', p.after -> 'marks') IS DISTINCT FROM (n.after -> 'status', n.after -> 'marks'))::int
    FROM now_there n CROSS JOIN LATERAL (
      SELECT * FROM decision d WHERE d.site_id = n.site_id AND d.comment_id = n.comment_id AND d.id < n.id AND d.actor_kind = 'user'
        AND d.kind IN ('approve', 'reject', 'mark', 'clear_mark')
      ORDER BY d.id DESC LIMIT 1
    ) p
    WHERE n.comment_id IS NOT NULL AND n.seen_version > 1 AND n.actor_kind = 'user'
      AND n.kind IN ('approve', 'reject', 'mark', 'clear_mark', 'undo') AND p.actor_id <> n.actor_id;
  END IF;
  RETURN NULL;
END $$;
