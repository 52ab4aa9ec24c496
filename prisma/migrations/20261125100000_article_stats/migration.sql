-- AlterEnum
ALTER TYPE "decision_kind" ADD VALUE 'feature';
ALTER TYPE "decision_kind" ADD VALUE 'unfeature';
ALTER TYPE "decision_kind" ADD VALUE 'hold_article';
ALTER TYPE "decision_kind" ADD VALUE 'close_article';
ALTER TYPE "decision_kind" ADD VALUE 'reopen_article';
ALTER TYPE "decision_kind" ADD VALUE 'slow_article';
ALTER TYPE "decision_kind" ADD VALUE 'ask_help';
ALTER TYPE "decision_kind" ADD VALUE 'end_help';
ALTER TYPE "decision_kind" ADD VALUE 'raise_alert';
ALTER TYPE "decision_kind" ADD VALUE 'clear_alert';

-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "distance" REAL,
ADD COLUMN     "featured_at" TIMESTAMPTZ(6),
ADD COLUMN     "first_decided_at" TIMESTAMPTZ(6),
ADD COLUMN     "incivility" REAL NOT NULL DEFAULT 0,
ADD COLUMN     "marked_off_topic" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "marked_uncivil" "uncivil_kind",
ADD COLUMN     "report_count" INTEGER NOT NULL DEFAULT 0;

-- From arrival to the first decision of a person that stands; what was decided before it arrived did not wait.
ALTER TABLE "comment" ADD COLUMN     "wait_ms" BIGINT GENERATED ALWAYS AS (
  CASE WHEN first_decided_at IS NOT NULL THEN greatest(0, round(extract(epoch FROM (first_decided_at - received_at)) * 1000))::bigint END
) STORED;

-- CreateTable
CREATE TABLE "article_stat" (
    "site_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "grain" CHAR(1) NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "removed" INTEGER NOT NULL,
    "comments" INTEGER NOT NULL,
    "replies" INTEGER NOT NULL,
    "pending" INTEGER NOT NULL,
    "published" INTEGER NOT NULL,
    "approved" INTEGER NOT NULL,
    "rejected" INTEGER NOT NULL,
    "unknown_authors" INTEGER NOT NULL,
    "unknown_times" INTEGER NOT NULL,
    "edited" INTEGER NOT NULL,
    "waiting" INTEGER NOT NULL,
    "judged" INTEGER NOT NULL,
    "decided" INTEGER NOT NULL,
    "policy_published" INTEGER NOT NULL,
    "policy_held" INTEGER NOT NULL,
    "policy_rejected" INTEGER NOT NULL,
    "off_topic" INTEGER NOT NULL,
    "uncivil" INTEGER NOT NULL,
    "uncivil_insult" INTEGER NOT NULL,
    "uncivil_identity_attack" INTEGER NOT NULL,
    "uncivil_threat" INTEGER NOT NULL,
    "uncivil_profanity" INTEGER NOT NULL,
    "uncivil_condescension" INTEGER NOT NULL,
    "uncivil_mockery" INTEGER NOT NULL,
    "uncivil_sexual" INTEGER NOT NULL,
    "uncivil_other" INTEGER NOT NULL,
    "suggested_off_topic" INTEGER NOT NULL,
    "suggested_uncivil" INTEGER NOT NULL,
    "strayed" INTEGER NOT NULL,
    "heated" INTEGER NOT NULL,
    "shown_uncivil" INTEGER NOT NULL,
    "shown_off_topic" INTEGER NOT NULL,
    "shown_waiting" INTEGER NOT NULL,
    "featured" INTEGER NOT NULL,
    "measured" INTEGER NOT NULL,
    "reports" INTEGER NOT NULL,
    "incivility_sum" BIGINT NOT NULL,
    "distance_sum" BIGINT NOT NULL,
    "incivility_0" INTEGER NOT NULL,
    "incivility_1" INTEGER NOT NULL,
    "incivility_2" INTEGER NOT NULL,
    "incivility_3" INTEGER NOT NULL,
    "incivility_4" INTEGER NOT NULL,
    "incivility_5" INTEGER NOT NULL,
    "incivility_6" INTEGER NOT NULL,
    "incivility_7" INTEGER NOT NULL,
    "incivility_8" INTEGER NOT NULL,
    "incivility_9" INTEGER NOT NULL,
    "distance_0" INTEGER NOT NULL,
    "distance_1" INTEGER NOT NULL,
    "distance_2" INTEGER NOT NULL,
    "distance_3" INTEGER NOT NULL,
    "distance_4" INTEGER NOT NULL,
    "distance_5" INTEGER NOT NULL,
    "distance_6" INTEGER NOT NULL,
    "distance_7" INTEGER NOT NULL,
    "distance_8" INTEGER NOT NULL,
    "distance_9" INTEGER NOT NULL,

    CONSTRAINT "article_stat_pkey" PRIMARY KEY ("site_id","article_id","grain","at")
);

-- CreateTable
CREATE TABLE "article_stat_delta" (
    "id" BIGSERIAL NOT NULL,
    "site_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "hour" TIMESTAMPTZ(6) NOT NULL,
    "removed" INTEGER NOT NULL,
    "comments" INTEGER NOT NULL,
    "replies" INTEGER NOT NULL,
    "pending" INTEGER NOT NULL,
    "published" INTEGER NOT NULL,
    "approved" INTEGER NOT NULL,
    "rejected" INTEGER NOT NULL,
    "unknown_authors" INTEGER NOT NULL,
    "unknown_times" INTEGER NOT NULL,
    "edited" INTEGER NOT NULL,
    "waiting" INTEGER NOT NULL,
    "judged" INTEGER NOT NULL,
    "decided" INTEGER NOT NULL,
    "policy_published" INTEGER NOT NULL,
    "policy_held" INTEGER NOT NULL,
    "policy_rejected" INTEGER NOT NULL,
    "off_topic" INTEGER NOT NULL,
    "uncivil" INTEGER NOT NULL,
    "uncivil_insult" INTEGER NOT NULL,
    "uncivil_identity_attack" INTEGER NOT NULL,
    "uncivil_threat" INTEGER NOT NULL,
    "uncivil_profanity" INTEGER NOT NULL,
    "uncivil_condescension" INTEGER NOT NULL,
    "uncivil_mockery" INTEGER NOT NULL,
    "uncivil_sexual" INTEGER NOT NULL,
    "uncivil_other" INTEGER NOT NULL,
    "suggested_off_topic" INTEGER NOT NULL,
    "suggested_uncivil" INTEGER NOT NULL,
    "strayed" INTEGER NOT NULL,
    "heated" INTEGER NOT NULL,
    "shown_uncivil" INTEGER NOT NULL,
    "shown_off_topic" INTEGER NOT NULL,
    "shown_waiting" INTEGER NOT NULL,
    "featured" INTEGER NOT NULL,
    "measured" INTEGER NOT NULL,
    "reports" INTEGER NOT NULL,
    "incivility_sum" BIGINT NOT NULL,
    "distance_sum" BIGINT NOT NULL,
    "incivility_0" INTEGER NOT NULL,
    "incivility_1" INTEGER NOT NULL,
    "incivility_2" INTEGER NOT NULL,
    "incivility_3" INTEGER NOT NULL,
    "incivility_4" INTEGER NOT NULL,
    "incivility_5" INTEGER NOT NULL,
    "incivility_6" INTEGER NOT NULL,
    "incivility_7" INTEGER NOT NULL,
    "incivility_8" INTEGER NOT NULL,
    "incivility_9" INTEGER NOT NULL,
    "distance_0" INTEGER NOT NULL,
    "distance_1" INTEGER NOT NULL,
    "distance_2" INTEGER NOT NULL,
    "distance_3" INTEGER NOT NULL,
    "distance_4" INTEGER NOT NULL,
    "distance_5" INTEGER NOT NULL,
    "distance_6" INTEGER NOT NULL,
    "distance_7" INTEGER NOT NULL,
    "distance_8" INTEGER NOT NULL,
    "distance_9" INTEGER NOT NULL,

    CONSTRAINT "article_stat_delta_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_voice" (
    "site_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "commenter_id" UUID NOT NULL,
    "comments" INTEGER NOT NULL,
    "off_topic" INTEGER NOT NULL,
    "uncivil" INTEGER NOT NULL,
    "rejected" INTEGER NOT NULL,

    CONSTRAINT "article_voice_pkey" PRIMARY KEY ("site_id","article_id","commenter_id")
);

-- CreateTable
CREATE TABLE "article_voice_delta" (
    "id" BIGSERIAL NOT NULL,
    "site_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "commenter_id" UUID NOT NULL,
    "comments" INTEGER NOT NULL,
    "off_topic" INTEGER NOT NULL,
    "uncivil" INTEGER NOT NULL,
    "rejected" INTEGER NOT NULL,

    CONSTRAINT "article_voice_delta_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_voice_size" (
    "site_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "comments" INTEGER NOT NULL,
    "voices" INTEGER NOT NULL,

    CONSTRAINT "article_voice_size_pkey" PRIMARY KEY ("site_id","article_id","comments")
);

-- CreateTable
CREATE TABLE "article_wait" (
    "site_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "day" TIMESTAMPTZ(6) NOT NULL,
    "bucket" INTEGER NOT NULL,
    "comments" INTEGER NOT NULL,

    CONSTRAINT "article_wait_pkey" PRIMARY KEY ("site_id","article_id","day","bucket")
);

-- CreateTable
CREATE TABLE "article_wait_delta" (
    "id" BIGSERIAL NOT NULL,
    "site_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "day" TIMESTAMPTZ(6) NOT NULL,
    "bucket" INTEGER NOT NULL,
    "comments" INTEGER NOT NULL,

    CONSTRAINT "article_wait_delta_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_standing" (
    "site_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "comments" INTEGER NOT NULL DEFAULT 0,
    "voices" INTEGER NOT NULL DEFAULT 0,
    "waiting" INTEGER NOT NULL DEFAULT 0,
    "off_topic" DOUBLE PRECISION NOT NULL DEFAULT -1,
    "uncivil" DOUBLE PRECISION NOT NULL DEFAULT -1,
    "civility" DOUBLE PRECISION NOT NULL DEFAULT -1,
    "median_wait" DOUBLE PRECISION NOT NULL DEFAULT -1,
    "p90_wait" DOUBLE PRECISION NOT NULL DEFAULT -1,
    "last_at" TIMESTAMPTZ(6) NOT NULL DEFAULT '1970-01-01 00:00:00 +00:00',
    "seq" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "article_standing_pkey" PRIMARY KEY ("site_id","article_id")
);

-- CreateTable
CREATE TABLE "article_check" (
    "site_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "checked_at" TIMESTAMPTZ(6) NOT NULL,
    "is_right" BOOLEAN NOT NULL,
    "differences" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "article_check_pkey" PRIMARY KEY ("site_id","article_id")
);

-- CreateTable
CREATE TABLE "article_decided" (
    "site_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "kind" "decision_kind" NOT NULL,
    "actor_kind" "actor_kind" NOT NULL,
    "reason" TEXT NOT NULL,
    "decisions" INTEGER NOT NULL,

    CONSTRAINT "article_decided_pkey" PRIMARY KEY ("site_id","article_id","kind","actor_kind","reason")
);

-- CreateTable
CREATE TABLE "person_day" (
    "site_id" UUID NOT NULL,
    "day" TIMESTAMPTZ(6) NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" "decision_kind" NOT NULL,
    "decisions" INTEGER NOT NULL,
    "seen_again" INTEGER NOT NULL,
    "overturned" INTEGER NOT NULL,

    CONSTRAINT "person_day_pkey" PRIMARY KEY ("site_id","day","user_id","kind")
);

-- CreateTable
CREATE TABLE "decision_delta" (
    "id" BIGSERIAL NOT NULL,
    "site_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "day" TIMESTAMPTZ(6) NOT NULL,
    "kind" "decision_kind" NOT NULL,
    "actor_kind" "actor_kind" NOT NULL,
    "actor_id" UUID,
    "reason" TEXT NOT NULL,
    "decisions" INTEGER NOT NULL,
    "seen_again" INTEGER NOT NULL,
    "overturned" INTEGER NOT NULL,

    CONSTRAINT "decision_delta_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "article_stat_days" ON "article_stat"("site_id", "grain", "at");

-- CreateIndex
CREATE INDEX "article_voice_top" ON "article_voice"("site_id", "article_id", "comments" DESC);

-- CreateIndex
CREATE INDEX "article_wait_days" ON "article_wait"("site_id", "day");

-- CreateIndex
CREATE INDEX "article_standing_by_comments" ON "article_standing"("site_id", "comments" DESC, "article_id" DESC);

-- CreateIndex
CREATE INDEX "article_standing_by_voices" ON "article_standing"("site_id", "voices" DESC, "article_id" DESC);

-- CreateIndex
CREATE INDEX "article_standing_by_waiting" ON "article_standing"("site_id", "waiting" DESC, "article_id" DESC);

-- CreateIndex
CREATE INDEX "article_standing_by_off_topic" ON "article_standing"("site_id", "off_topic" DESC, "article_id" DESC);

-- CreateIndex
CREATE INDEX "article_standing_by_uncivil" ON "article_standing"("site_id", "uncivil" DESC, "article_id" DESC);

-- CreateIndex
CREATE INDEX "article_standing_by_civility" ON "article_standing"("site_id", "civility" DESC, "article_id" DESC);

-- CreateIndex
CREATE INDEX "article_standing_by_median_wait" ON "article_standing"("site_id", "median_wait" DESC, "article_id" DESC);

-- CreateIndex
CREATE INDEX "article_standing_by_p90_wait" ON "article_standing"("site_id", "p90_wait" DESC, "article_id" DESC);

-- CreateIndex
CREATE INDEX "article_standing_by_last_at" ON "article_standing"("site_id", "last_at" DESC, "article_id" DESC);

-- CreateIndex
CREATE INDEX "article_standing_changed" ON "article_standing"("site_id", "seq");

-- CreateIndex
CREATE INDEX "comment_article_waiting" ON "comment"("site_id", "article_id", "received_at") WHERE (reviewed_at IS NULL AND (status = 'pending'::comment_status OR status = 'published'::comment_status AND (suggested_off_topic IS NOT NULL OR suggested_uncivil IS NOT NULL OR open_reports > 0)));

-- CreateIndex
CREATE INDEX "comment_article_wait" ON "comment"("site_id", "article_id", "wait_ms") WHERE (wait_ms IS NOT NULL AND status <> 'removed'::comment_status);

-- CreateIndex
CREATE INDEX "comment_article_featured" ON "comment"("site_id", "article_id", "featured_at" DESC) WHERE (featured_at IS NOT NULL);

-- AddForeignKey
ALTER TABLE "article_standing" ADD CONSTRAINT "article_standing_site_id_article_id_fkey" FOREIGN KEY ("site_id", "article_id") REFERENCES "article"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.

ALTER TABLE "article_stat" SET (fillfactor = 70);
ALTER TABLE "article_standing" SET (fillfactor = 70);
CREATE SEQUENCE "article_standing_seq";

-- Steps of a wait, each 2^(1/8) longer than the one before, the first ending at a second: WAIT_STEPS_MS of lib/domain/waits.ts,
-- a test holds the two together.
CREATE FUNCTION wait_bucket(ms bigint) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT width_bucket(ms, '{1000,1091,1189,1297,1414,1542,1682,1834,2000,2181,2378,2594,2828,3084,3364,3668,4000,4362,4757,5187,5657,6169,6727,7336,8000,8724,9514,10375,11314,12338,13454,14672,16000,17448,19027,20749,22627,24675,26909,29344,32000,34896,38055,41499,45255,49351,53817,58688,64000,69792,76109,82998,90510,98701,107635,117377,128000,139585,152219,165995,181019,197403,215269,234753,256000,279170,304437,331991,362039,394806,430539,469506,512000,558340,608874,663982,724077,789612,861078,939012,1024000,1116680,1217748,1327964,1448155,1579224,1722156,1878024,2048000,2233360,2435496,2655927,2896309,3158448,3444312,3756049,4096000,4466720,4870992,5311855,5792619,6316896,6888623,7512097,8192000,8933439,9741985,10623710,11585238,12633791,13777247,15024194,16384000,17866879,19483969,21247419,23170475,25267582,27554494,30048388,32768000,35733757,38967939,42494839,46340950,50535164,55108987,60096777,65536000,71467515,77935877,84989677,92681900,101070329,110217975,120193554,131072000,142935030,155871755,169979354,185363800,202140657,220435950,240387108,262144000,285870059,311743510,339958708,370727600,404281315,440871900,480774216,524288000,571740118,623487020,679917416,741455200,808562629,881743800,961548432,1048576000,1143480236,1246974040,1359834833,1482910400,1617125258,1763487599,1923096863,2097152000,2286960473,2493948080,2719669666,2965820801,3234250517,3526975198,3846193726}'::bigint[])
$$;

-- Facts that other tables hold are carried on the comment, so that one trigger on one table can count. Those who write them in
-- passing (ingest, decisions) leave nothing to do here; whoever does not is made up for. Look-ups are LATERAL … LIMIT 1, by
-- key: a trigger's plan is made once, and must not read the table for a statement that touches many.
CREATE FUNCTION carry_added_scores() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE late record;
BEGIN
  -- Scores that are added can only raise the highest.
  FOR late IN
    SELECT c.site_id, c.id, greatest(c.incivility, s.incivility) AS incivility, greatest(c.distance, s.distance) AS distance FROM (
      SELECT site_id, comment_id, max(value) FILTER (WHERE attribute LIKE 'uncivil.%') AS incivility,
        max(value) FILTER (WHERE attribute = 'off_topic.article') AS distance
      FROM now_there GROUP BY site_id, comment_id
    ) s CROSS JOIN LATERAL (SELECT * FROM comment WHERE site_id = s.site_id AND id = s.comment_id LIMIT 1) c
    WHERE s.incivility > c.incivility OR s.distance > coalesce(c.distance, -1)
  LOOP
    UPDATE comment SET incivility = late.incivility, distance = late.distance WHERE site_id = late.site_id AND id = late.id;
  END LOOP;
  RETURN NULL;
END $$;

CREATE FUNCTION carry_changed_scores() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE late record;
BEGIN
  FOR late IN
    SELECT c.site_id, c.id, coalesce(h.incivility, 0) AS incivility, h.distance
    FROM (SELECT DISTINCT site_id, comment_id FROM was_there) s
    CROSS JOIN LATERAL (SELECT * FROM comment WHERE site_id = s.site_id AND id = s.comment_id LIMIT 1) c
    CROSS JOIN LATERAL (
      SELECT max(value) FILTER (WHERE attribute LIKE 'uncivil.%') AS incivility, max(value) FILTER (WHERE attribute = 'off_topic.article') AS distance
      FROM score WHERE site_id = s.site_id AND comment_id = s.comment_id
    ) h
    WHERE (coalesce(h.incivility, 0), h.distance) IS DISTINCT FROM (c.incivility, c.distance)
  LOOP
    UPDATE comment SET incivility = late.incivility, distance = late.distance WHERE site_id = late.site_id AND id = late.id;
  END LOOP;
  RETURN NULL;
END $$;

DO $do$
DECLARE
  source text;
  body text := $fn$
DECLARE late record;
BEGIN
  FOR late IN
    SELECT c.site_id, c.id, m.off_topic, m.uncivil
    FROM (SELECT DISTINCT site_id, comment_id FROM (@source) t) s
    CROSS JOIN LATERAL (SELECT * FROM comment WHERE site_id = s.site_id AND id = s.comment_id LIMIT 1) c
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE mark = 'off_topic') > 0 AS off_topic, max(kind) FILTER (WHERE mark = 'uncivil') AS uncivil
      FROM mark WHERE site_id = s.site_id AND comment_id = s.comment_id
    ) m
    WHERE (m.off_topic, m.uncivil) IS DISTINCT FROM (c.marked_off_topic, c.marked_uncivil)
  LOOP
    UPDATE comment SET marked_off_topic = late.off_topic, marked_uncivil = late.uncivil WHERE site_id = late.site_id AND id = late.id;
  END LOOP;
  RETURN NULL;
END $fn$;
BEGIN
  FOREACH source IN ARRAY ARRAY['now_there', 'was_there'] LOOP
    EXECUTE format('CREATE FUNCTION carry_marks_%s() RETURNS trigger LANGUAGE plpgsql AS %L', source, replace(body, '@source', 'SELECT * FROM ' || source));
  END LOOP;
END $do$;

CREATE FUNCTION carry_reports() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE comment c SET report_count = report_count + r.count
  FROM (SELECT site_id, comment_id, count(*) AS count FROM now_there GROUP BY site_id, comment_id) r
  WHERE c.site_id = r.site_id AND c.id = r.comment_id;
  RETURN NULL;
END $$;

-- The first decision of a person that stands ends the wait: not that of a policy, nor one that was taken back.
CREATE FUNCTION carry_decisions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE late record;
BEGIN
  FOR late IN
    SELECT c.site_id, c.id, f.first_decided_at
    FROM (SELECT DISTINCT site_id, comment_id FROM now_there WHERE comment_id IS NOT NULL) s
    CROSS JOIN LATERAL (SELECT * FROM comment WHERE site_id = s.site_id AND id = s.comment_id LIMIT 1) c
    CROSS JOIN LATERAL (
      SELECT min(d.decided_at) AS first_decided_at FROM decision d
      WHERE d.site_id = s.site_id AND d.comment_id = s.comment_id AND d.kind IN ('approve', 'reject', 'mark', 'clear_mark')
        AND d.actor_kind IN ('user', 'api_key')
        AND NOT EXISTS (SELECT FROM decision u WHERE u.site_id = d.site_id AND u.undoes_id = d.id)
    ) f
    WHERE f.first_decided_at IS DISTINCT FROM c.first_decided_at
  LOOP
    UPDATE comment SET first_decided_at = late.first_decided_at WHERE site_id = late.site_id AND id = late.id;
  END LOOP;

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

CREATE TRIGGER score_added AFTER INSERT ON "score" REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION carry_added_scores();
CREATE TRIGGER score_changed AFTER UPDATE ON "score" REFERENCING OLD TABLE AS was_there FOR EACH STATEMENT EXECUTE FUNCTION carry_changed_scores();
CREATE TRIGGER score_deleted AFTER DELETE ON "score" REFERENCING OLD TABLE AS was_there FOR EACH STATEMENT EXECUTE FUNCTION carry_changed_scores();
CREATE TRIGGER mark_added AFTER INSERT ON "mark" REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION carry_marks_now_there();
CREATE TRIGGER mark_changed AFTER UPDATE ON "mark" REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION carry_marks_now_there();
CREATE TRIGGER mark_deleted AFTER DELETE ON "mark" REFERENCING OLD TABLE AS was_there FOR EACH STATEMENT EXECUTE FUNCTION carry_marks_was_there();
CREATE TRIGGER report_added AFTER INSERT ON "report" REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION carry_reports();
CREATE TRIGGER decision_added AFTER INSERT ON "decision" REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION carry_decisions();

-- What a statement changes in the figures of each discussion and hour, as rows that are only added: nobody waits for anybody.
-- The same text for comments that come (+1), go (-1) and change (both), and for counting a site anew.
DO $do$
DECLARE
  source record;
  counts text := $fn$
  INSERT INTO article_stat_delta (site_id, article_id, hour, removed, comments, replies, pending, published, approved, rejected, unknown_authors, unknown_times, edited, waiting, judged, decided, policy_published, policy_held, policy_rejected, off_topic, uncivil, uncivil_insult, uncivil_identity_attack, uncivil_threat, uncivil_profanity, uncivil_condescension, uncivil_mockery, uncivil_sexual, uncivil_other, suggested_off_topic, suggested_uncivil, strayed, heated, shown_uncivil, shown_off_topic, shown_waiting, featured, measured, reports, incivility_sum, distance_sum, incivility_0, incivility_1, incivility_2, incivility_3, incivility_4, incivility_5, incivility_6, incivility_7, incivility_8, incivility_9, distance_0, distance_1, distance_2, distance_3, distance_4, distance_5, distance_6, distance_7, distance_8, distance_9)
  SELECT * FROM (
    SELECT r.site_id, r.article_id, r.hour,
    coalesce(sum(r.sign) FILTER (WHERE r.status = 'removed'), 0) AS removed,
    coalesce(sum(r.n), 0) AS comments,
    coalesce(sum(r.n) FILTER (WHERE r.parent_external_id IS NOT NULL), 0) AS replies,
    coalesce(sum(r.n) FILTER (WHERE r.status = 'pending'), 0) AS pending,
    coalesce(sum(r.n) FILTER (WHERE r.status = 'published'), 0) AS published,
    coalesce(sum(r.n) FILTER (WHERE r.status = 'approved'), 0) AS approved,
    coalesce(sum(r.n) FILTER (WHERE r.status = 'rejected'), 0) AS rejected,
    coalesce(sum(r.n) FILTER (WHERE r.commenter_id IS NULL), 0) AS unknown_authors,
    coalesce(sum(r.n) FILTER (WHERE r.posted_at IS NULL), 0) AS unknown_times,
    coalesce(sum(r.n) FILTER (WHERE r.revision > 1), 0) AS edited,
    coalesce(sum(r.n) FILTER (WHERE r.is_waiting), 0) AS waiting,
    coalesce(sum(r.n) FILTER (WHERE r.reviewed_at IS NOT NULL OR r.marked_off_topic OR r.marked_uncivil IS NOT NULL), 0) AS judged,
    coalesce(sum(r.n) FILTER (WHERE r.first_decided_at IS NOT NULL), 0) AS decided,
    coalesce(sum(r.n) FILTER (WHERE r.first_decided_at IS NULL AND r.status IN ('published', 'approved')), 0) AS policy_published,
    coalesce(sum(r.n) FILTER (WHERE r.first_decided_at IS NULL AND r.status = 'pending'), 0) AS policy_held,
    coalesce(sum(r.n) FILTER (WHERE r.first_decided_at IS NULL AND r.status = 'rejected'), 0) AS policy_rejected,
    coalesce(sum(r.n) FILTER (WHERE r.marked_off_topic), 0) AS off_topic,
    coalesce(sum(r.n) FILTER (WHERE r.marked_uncivil IS NOT NULL), 0) AS uncivil,
    coalesce(sum(r.n) FILTER (WHERE r.marked_uncivil = 'insult'), 0) AS uncivil_insult,
    coalesce(sum(r.n) FILTER (WHERE r.marked_uncivil = 'identity_attack'), 0) AS uncivil_identity_attack,
    coalesce(sum(r.n) FILTER (WHERE r.marked_uncivil = 'threat'), 0) AS uncivil_threat,
    coalesce(sum(r.n) FILTER (WHERE r.marked_uncivil = 'profanity'), 0) AS uncivil_profanity,
    coalesce(sum(r.n) FILTER (WHERE r.marked_uncivil = 'condescension'), 0) AS uncivil_condescension,
    coalesce(sum(r.n) FILTER (WHERE r.marked_uncivil = 'mockery'), 0) AS uncivil_mockery,
    coalesce(sum(r.n) FILTER (WHERE r.marked_uncivil = 'sexual'), 0) AS uncivil_sexual,
    coalesce(sum(r.n) FILTER (WHERE r.marked_uncivil = 'other'), 0) AS uncivil_other,
    coalesce(sum(r.n) FILTER (WHERE r.suggested_off_topic IS NOT NULL), 0) AS suggested_off_topic,
    coalesce(sum(r.n) FILTER (WHERE r.suggested_uncivil IS NOT NULL), 0) AS suggested_uncivil,
    coalesce(sum(r.n) FILTER (WHERE r.marked_off_topic OR r.suggested_off_topic IS NOT NULL), 0) AS strayed,
    coalesce(sum(r.n) FILTER (WHERE r.marked_uncivil IS NOT NULL OR r.suggested_uncivil IS NOT NULL), 0) AS heated,
    coalesce(sum(r.n) FILTER (WHERE r.status <> 'rejected' AND r.marked_uncivil IS NOT NULL), 0) AS shown_uncivil,
    coalesce(sum(r.n) FILTER (WHERE r.status <> 'rejected' AND r.marked_uncivil IS NULL AND r.marked_off_topic), 0) AS shown_off_topic,
    coalesce(sum(r.n) FILTER (WHERE r.marked_uncivil IS NULL AND NOT r.marked_off_topic AND r.is_waiting), 0) AS shown_waiting,
    coalesce(sum(r.n) FILTER (WHERE r.featured_at IS NOT NULL AND r.status IN ('published', 'approved')), 0) AS featured,
    coalesce(sum(r.n) FILTER (WHERE r.distance IS NOT NULL), 0) AS measured,
    coalesce(sum(r.n * r.report_count), 0) AS reports,
    coalesce(sum(r.n * r.incivility_thousandths), 0) AS incivility_sum,
    coalesce(sum(r.n * r.distance_thousandths), 0) AS distance_sum,
    coalesce(sum(r.n) FILTER (WHERE r.incivility_step = 0), 0) AS incivility_0,
    coalesce(sum(r.n) FILTER (WHERE r.incivility_step = 1), 0) AS incivility_1,
    coalesce(sum(r.n) FILTER (WHERE r.incivility_step = 2), 0) AS incivility_2,
    coalesce(sum(r.n) FILTER (WHERE r.incivility_step = 3), 0) AS incivility_3,
    coalesce(sum(r.n) FILTER (WHERE r.incivility_step = 4), 0) AS incivility_4,
    coalesce(sum(r.n) FILTER (WHERE r.incivility_step = 5), 0) AS incivility_5,
    coalesce(sum(r.n) FILTER (WHERE r.incivility_step = 6), 0) AS incivility_6,
    coalesce(sum(r.n) FILTER (WHERE r.incivility_step = 7), 0) AS incivility_7,
    coalesce(sum(r.n) FILTER (WHERE r.incivility_step = 8), 0) AS incivility_8,
    coalesce(sum(r.n) FILTER (WHERE r.incivility_step = 9), 0) AS incivility_9,
    coalesce(sum(r.n) FILTER (WHERE r.distance_step = 0), 0) AS distance_0,
    coalesce(sum(r.n) FILTER (WHERE r.distance_step = 1), 0) AS distance_1,
    coalesce(sum(r.n) FILTER (WHERE r.distance_step = 2), 0) AS distance_2,
    coalesce(sum(r.n) FILTER (WHERE r.distance_step = 3), 0) AS distance_3,
    coalesce(sum(r.n) FILTER (WHERE r.distance_step = 4), 0) AS distance_4,
    coalesce(sum(r.n) FILTER (WHERE r.distance_step = 5), 0) AS distance_5,
    coalesce(sum(r.n) FILTER (WHERE r.distance_step = 6), 0) AS distance_6,
    coalesce(sum(r.n) FILTER (WHERE r.distance_step = 7), 0) AS distance_7,
    coalesce(sum(r.n) FILTER (WHERE r.distance_step = 8), 0) AS distance_8,
    coalesce(sum(r.n) FILTER (WHERE r.distance_step = 9), 0) AS distance_9
    FROM (
      SELECT s.*, CASE WHEN s.status <> 'removed' THEN s.sign ELSE 0 END AS n, date_bin('1 hour', s.ordered_at, '2000-01-01 00:00:00+00') AS hour,
        s.reviewed_at IS NULL AND (s.status = 'pending' OR s.status = 'published' AND (s.suggested_off_topic IS NOT NULL
          OR s.suggested_uncivil IS NOT NULL OR s.open_reports > 0)) AS is_waiting,
        round(s.incivility::float8 * 1000)::int AS incivility_thousandths, coalesce(round(s.distance::float8 * 1000)::int, 0) AS distance_thousandths,
        least(9, round(s.incivility::float8 * 1000)::int / 100) AS incivility_step, least(9, round(s.distance::float8 * 1000)::int / 100) AS distance_step
      FROM (@source) s
    ) r
    GROUP BY r.site_id, r.article_id, r.hour
  ) a
  WHERE a.removed <> 0 OR a.comments <> 0 OR a.replies <> 0 OR a.pending <> 0 OR a.published <> 0 OR a.approved <> 0 OR a.rejected <> 0 OR a.unknown_authors <> 0 OR a.unknown_times <> 0 OR a.edited <> 0 OR a.waiting <> 0 OR a.judged <> 0 OR a.decided <> 0 OR a.policy_published <> 0 OR a.policy_held <> 0 OR a.policy_rejected <> 0 OR a.off_topic <> 0 OR a.uncivil <> 0 OR a.uncivil_insult <> 0 OR a.uncivil_identity_attack <> 0 OR a.uncivil_threat <> 0 OR a.uncivil_profanity <> 0 OR a.uncivil_condescension <> 0 OR a.uncivil_mockery <> 0 OR a.uncivil_sexual <> 0 OR a.uncivil_other <> 0 OR a.suggested_off_topic <> 0 OR a.suggested_uncivil <> 0 OR a.strayed <> 0 OR a.heated <> 0 OR a.shown_uncivil <> 0 OR a.shown_off_topic <> 0 OR a.shown_waiting <> 0 OR a.featured <> 0 OR a.measured <> 0 OR a.reports <> 0 OR a.incivility_sum <> 0 OR a.distance_sum <> 0 OR a.incivility_0 <> 0 OR a.incivility_1 <> 0 OR a.incivility_2 <> 0 OR a.incivility_3 <> 0 OR a.incivility_4 <> 0 OR a.incivility_5 <> 0 OR a.incivility_6 <> 0 OR a.incivility_7 <> 0 OR a.incivility_8 <> 0 OR a.incivility_9 <> 0 OR a.distance_0 <> 0 OR a.distance_1 <> 0 OR a.distance_2 <> 0 OR a.distance_3 <> 0 OR a.distance_4 <> 0 OR a.distance_5 <> 0 OR a.distance_6 <> 0 OR a.distance_7 <> 0 OR a.distance_8 <> 0 OR a.distance_9 <> 0;

  INSERT INTO article_voice_delta (site_id, article_id, commenter_id, comments, off_topic, uncivil, rejected)
  SELECT * FROM (
    SELECT site_id, article_id, commenter_id, sum(sign) AS comments, coalesce(sum(sign) FILTER (WHERE marked_off_topic), 0) AS off_topic,
      coalesce(sum(sign) FILTER (WHERE marked_uncivil IS NOT NULL), 0) AS uncivil, coalesce(sum(sign) FILTER (WHERE status = 'rejected'), 0) AS rejected
    FROM (@source) s WHERE commenter_id IS NOT NULL AND status <> 'removed' GROUP BY site_id, article_id, commenter_id
  ) a
  WHERE a.comments <> 0 OR a.off_topic <> 0 OR a.uncivil <> 0 OR a.rejected <> 0;

  INSERT INTO article_wait_delta (site_id, article_id, day, bucket, comments)
  SELECT site_id, article_id, date_bin('1 day', ordered_at, '2000-01-01 00:00:00+00'), wait_bucket(wait_ms), sum(sign)
  FROM (@source) s WHERE wait_ms IS NOT NULL AND status <> 'removed' GROUP BY 1, 2, 3, 4 HAVING sum(sign) <> 0;
$fn$;
BEGIN
  FOR source IN SELECT * FROM (VALUES
    ('added', 'SELECT 1 AS sign, c.* FROM now_there c'),
    ('deleted', 'SELECT -1 AS sign, c.* FROM was_there c'),
    ('changed', 'SELECT 1 AS sign, c.* FROM now_there c UNION ALL SELECT -1, c.* FROM was_there c')
  ) AS v (name, rows) LOOP
    EXECUTE format('CREATE FUNCTION count_%s_comments() RETURNS trigger LANGUAGE plpgsql AS %L', source.name,
      'BEGIN' || replace(counts, '@source', source.rows) || 'RETURN NULL; END');
  END LOOP;
  -- Notes all comments of a site, or of one of its articles, as if they came now. The roll-ups have to be empty of them.
  EXECUTE format('CREATE FUNCTION count_comments_anew(of_site uuid, of_article uuid) RETURNS void LANGUAGE plpgsql AS %L',
    'BEGIN' || replace(counts, '@source', 'SELECT 1 AS sign, c.* FROM comment c WHERE c.site_id = of_site AND (of_article IS NULL OR c.article_id = of_article)') || 'END');
END $do$;

-- What is there already, before anything counts it.
ALTER TABLE "comment" DISABLE TRIGGER USER;
UPDATE comment c SET marked_off_topic = m.off_topic, marked_uncivil = m.uncivil
FROM (
  SELECT site_id, comment_id, count(*) FILTER (WHERE mark = 'off_topic') > 0 AS off_topic, max(kind) FILTER (WHERE mark = 'uncivil') AS uncivil
  FROM mark GROUP BY site_id, comment_id
) m WHERE c.site_id = m.site_id AND c.id = m.comment_id;
UPDATE comment c SET incivility = coalesce(s.incivility, 0), distance = s.distance
FROM (
  SELECT site_id, comment_id, max(value) FILTER (WHERE attribute LIKE 'uncivil.%') AS incivility,
    max(value) FILTER (WHERE attribute = 'off_topic.article') AS distance
  FROM score GROUP BY site_id, comment_id
) s WHERE c.site_id = s.site_id AND c.id = s.comment_id;
UPDATE comment c SET first_decided_at = d.first_decided_at
FROM (
  SELECT d.site_id, d.comment_id, min(d.decided_at) AS first_decided_at FROM decision d
  WHERE d.kind <> 'undo' AND d.actor_kind IN ('user', 'api_key') AND NOT EXISTS (SELECT FROM decision u WHERE u.site_id = d.site_id AND u.undoes_id = d.id)
  GROUP BY d.site_id, d.comment_id
) d WHERE c.site_id = d.site_id AND c.id = d.comment_id;
UPDATE comment c SET report_count = r.count
FROM (SELECT site_id, comment_id, count(*) AS count FROM report GROUP BY site_id, comment_id) r WHERE c.site_id = r.site_id AND c.id = r.comment_id;
ALTER TABLE "comment" ENABLE TRIGGER USER;
SELECT count_comments_anew(id, NULL) FROM site;
INSERT INTO decision_delta (site_id, article_id, day, kind, actor_kind, actor_id, reason, decisions, seen_again, overturned)
SELECT site_id, article_id, date_bin('1 day', decided_at, '2000-01-01 00:00:00+00'), kind, actor_kind, actor_id, coalesce(reason, ''), count(*), 0, 0
FROM decision GROUP BY 1, 2, 3, 4, 5, 6, 7;
INSERT INTO article_standing (site_id, article_id) SELECT site_id, id FROM article;

CREATE TRIGGER comment_added_counted AFTER INSERT ON "comment" REFERENCING NEW TABLE AS now_there
  FOR EACH STATEMENT EXECUTE FUNCTION count_added_comments();
CREATE TRIGGER comment_changed_counted AFTER UPDATE ON "comment" REFERENCING OLD TABLE AS was_there NEW TABLE AS now_there
  FOR EACH STATEMENT EXECUTE FUNCTION count_changed_comments();
CREATE TRIGGER comment_deleted_counted AFTER DELETE ON "comment" REFERENCING OLD TABLE AS was_there
  FOR EACH STATEMENT EXECUTE FUNCTION count_deleted_comments();

-- An article stands in the list before its first comment.
CREATE FUNCTION list_article() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO article_standing (site_id, article_id, seq) SELECT site_id, id, nextval('article_standing_seq') FROM now_there;
  RETURN NULL;
END $$;
CREATE TRIGGER article_added AFTER INSERT ON "article" REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION list_article();
