-- AlterEnum
ALTER TYPE "decision_kind" ADD VALUE 'uphold';

-- CreateEnum
CREATE TYPE "appeal_subject" AS ENUM ('rejection', 'off_topic', 'uncivil');

-- CreateEnum
CREATE TYPE "appeal_outcome" AS ENUM ('granted', 'upheld', 'lapsed');

-- AlterTable
ALTER TABLE "comment" ADD COLUMN "appealed_at" TIMESTAMPTZ(6);

-- CreateTable
CREATE TABLE "appeal" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "subject" "appeal_subject" NOT NULL,
    "statement" TEXT NOT NULL,
    "appealed_at" TIMESTAMPTZ(6) NOT NULL,
    "received_at" TIMESTAMPTZ(6) NOT NULL,
    "outcome" "appeal_outcome",
    "answer_id" UUID,
    "answered_at" TIMESTAMPTZ(6),

    CONSTRAINT "appeal_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateTable
CREATE TABLE "appeal_answer" (
    "site_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "appeal_id" UUID NOT NULL,
    "outcome" "appeal_outcome",

    CONSTRAINT "appeal_answer_pkey" PRIMARY KEY ("site_id","decision_id")
);

-- CreateIndex
CREATE INDEX "comment_appealed" ON "comment"("site_id", "ordered_at" DESC, "id" DESC) WHERE (appealed_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "appeal_open" ON "appeal"("site_id", "received_at", "id") WHERE (outcome IS NULL);

-- CreateIndex
CREATE INDEX "appeal_answered" ON "appeal"("site_id", "answered_at" DESC, "id" DESC) WHERE (outcome IS NOT NULL);

-- CreateIndex
CREATE INDEX "appeal_received" ON "appeal"("site_id", "received_at");

-- CreateIndex
CREATE INDEX "appeal_on_comment" ON "appeal"("site_id", "comment_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "appeal_open_comment" ON "appeal"("site_id", "comment_id") WHERE (outcome IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "appeal_decision" ON "appeal"("site_id", "decision_id", "subject") WHERE (outcome IS DISTINCT FROM 'lapsed'::appeal_outcome);

-- CreateIndex
CREATE UNIQUE INDEX "appeal_answer_id" ON "appeal"("site_id", "answer_id") WHERE (answer_id IS NOT NULL);

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_site_id_comment_id_fkey" FOREIGN KEY ("site_id", "comment_id") REFERENCES "comment"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_site_id_decision_id_fkey" FOREIGN KEY ("site_id", "decision_id") REFERENCES "decision"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal_answer" ADD CONSTRAINT "appeal_answer_site_id_appeal_id_fkey" FOREIGN KEY ("site_id", "appeal_id") REFERENCES "appeal"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say (docs/decisions/0035).
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_answered_whole" CHECK (
  (outcome IS NULL) = (answered_at IS NULL) AND (answer_id IS NULL) = (outcome IS NULL OR outcome = 'lapsed'));

-- Since when an appeal is open stands on the comment: whoever decides learns there, at no cost, whether one is to be answered.
CREATE FUNCTION carry_appeal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE comment SET appealed_at = CASE WHEN NEW.outcome IS NULL THEN NEW.received_at END
  WHERE site_id = NEW.site_id AND id = NEW.comment_id;
  RETURN NULL;
END $$;
CREATE TRIGGER appeal_carried AFTER INSERT OR UPDATE OF outcome ON "appeal" FOR EACH ROW EXECUTE FUNCTION carry_appeal();

-- What the source does may leave nothing to appeal against: it deletes the comment, or replaces a rejected text, which waits for a person
-- as a new one does.
CREATE FUNCTION lapse_appeal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE appeal SET outcome = 'lapsed', answered_at = clock_timestamp()
  WHERE site_id = NEW.site_id AND comment_id = NEW.id AND outcome IS NULL AND (NEW.status = 'removed' OR subject = 'rejection');
  RETURN NULL;
END $$;
CREATE TRIGGER comment_appeal_lapsed AFTER UPDATE OF status ON "comment" FOR EACH ROW
  WHEN (OLD.appealed_at IS NOT NULL AND (NEW.status = 'removed' AND OLD.status <> 'removed'
    OR OLD.status = 'rejected' AND NEW.status <> 'rejected' AND NEW.revision > OLD.revision))
  EXECUTE FUNCTION lapse_appeal();

-- As in 20261129131500_feed_waits_apart, with appeals answered by the decisions that answer them.
CREATE OR REPLACE FUNCTION carry_decisions() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  is_lost boolean;
  is_due boolean;
  has_batch boolean;
  has_undo boolean;
  has_later boolean;
  has_appeal boolean;
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
    bool_or(c.appealed_at IS NOT NULL), array_agg(DISTINCT n.site_id)
  INTO is_lost, is_due, has_batch, has_undo, has_later, has_appeal, told
  FROM now_there n
  LEFT JOIN LATERAL (SELECT id, first_decided_at, appealed_at FROM comment WHERE site_id = n.site_id AND id = n.comment_id LIMIT 1) c ON true;
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

  -- An open appeal is answered by what upholds the decision, and by whatever takes back what was decided against the comment. What takes
  -- that answer back opens the appeal again, unless another is open by then.
  IF has_appeal THEN
    WITH answered AS (
      UPDATE appeal a SET outcome = CASE WHEN n.kind = 'uphold' THEN 'upheld' ELSE 'granted' END::appeal_outcome, answer_id = n.id, answered_at = n.decided_at
      FROM now_there n
      WHERE a.site_id = n.site_id AND a.comment_id = n.comment_id AND a.outcome IS NULL AND (n.kind = 'uphold' OR CASE a.subject
        WHEN 'rejection' THEN n.after ->> 'status' <> 'rejected'
        WHEN 'off_topic' THEN n.after -> 'marks' ->> 'offTopic' = 'false'
        ELSE n.after -> 'marks' ->> 'uncivil' IS NULL END)
      RETURNING a.site_id, a.answer_id, a.id, a.outcome
    ) INSERT INTO appeal_answer (site_id, decision_id, appeal_id, outcome) SELECT site_id, answer_id, id, outcome FROM answered;
  END IF;
  IF has_undo THEN
    WITH opened AS (
      UPDATE appeal a SET outcome = NULL, answer_id = NULL, answered_at = NULL FROM now_there n
      WHERE n.kind = 'undo' AND a.site_id = n.site_id AND a.answer_id = n.undoes_id
        AND NOT EXISTS (SELECT FROM appeal o WHERE o.site_id = a.site_id AND o.comment_id = a.comment_id AND o.outcome IS NULL)
      RETURNING a.site_id, n.id AS decision_id, a.id
    ) INSERT INTO appeal_answer (site_id, decision_id, appeal_id) SELECT site_id, decision_id, id FROM opened;
  END IF;
  RETURN NULL;
END $$;
