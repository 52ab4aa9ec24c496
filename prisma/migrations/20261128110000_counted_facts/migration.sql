-- What a statement changed in the figures is noted as facts of the comments it touched, one narrow row for each that came (+1) or
-- went (-1), and is counted when it is folded. Counting in the trigger, 58 sums for a single comment, took a third of the time in
-- which that comment was written.
-- No key: rows are added, and all are taken at once.
CREATE TABLE "comment_delta" (
    "site_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "commenter_id" UUID,
    "hour" TIMESTAMPTZ(6) NOT NULL,
    "sign" INTEGER NOT NULL,
    "status" "comment_status" NOT NULL,
    "marked_uncivil" "uncivil_kind",
    "incivility" INTEGER NOT NULL,
    "distance" INTEGER,
    "wait_bucket" INTEGER,
    "report_count" INTEGER NOT NULL,
    "is_reply" BOOLEAN NOT NULL,
    "is_dated" BOOLEAN NOT NULL,
    "is_edited" BOOLEAN NOT NULL,
    "is_waiting" BOOLEAN NOT NULL,
    "is_reviewed" BOOLEAN NOT NULL,
    "is_featured" BOOLEAN NOT NULL,
    "marked_off_topic" BOOLEAN NOT NULL,
    "suggested_off_topic" BOOLEAN NOT NULL,
    "suggested_uncivil" BOOLEAN NOT NULL
);

-- The same text for comments that come, go and change, and for counting a site anew.
DO $do$
DECLARE
  facts text := $fn$site_id, article_id, commenter_id, date_bin('1 hour', ordered_at, '2000-01-01 00:00:00+00') AS hour, @sign AS sign, status,
    marked_uncivil, round(incivility::float8 * 1000)::int AS incivility, round(distance::float8 * 1000)::int AS distance,
    wait_bucket(wait_ms) AS wait_bucket, report_count, parent_external_id IS NOT NULL AS is_reply, posted_at IS NOT NULL AS is_dated,
    revision > 1 AS is_edited, reviewed_at IS NULL AND (status = 'pending' OR status = 'published' AND (suggested_off_topic IS NOT NULL
      OR suggested_uncivil IS NOT NULL OR open_reports > 0)) AS is_waiting,
    reviewed_at IS NOT NULL AS is_reviewed, featured_at IS NOT NULL AS is_featured, marked_off_topic,
    suggested_off_topic IS NOT NULL AS suggested_off_topic, suggested_uncivil IS NOT NULL AS suggested_uncivil$fn$;
  came text := replace(facts, '@sign', '1');
  went text := replace(facts, '@sign', '-1');
  trigger_of text := 'CREATE OR REPLACE FUNCTION %s RETURNS trigger LANGUAGE plpgsql AS %L';
BEGIN
  EXECUTE format(trigger_of, 'count_added_comments()', format('BEGIN INSERT INTO comment_delta SELECT %s FROM now_there; RETURN NULL; END', came));
  EXECUTE format(trigger_of, 'count_deleted_comments()', format('BEGIN INSERT INTO comment_delta SELECT %s FROM was_there; RETURN NULL; END', went));
  -- What a comment was and what it is cancel out where nothing that counts has changed.
  EXECUTE format(trigger_of, 'count_changed_comments()', format($fn$BEGIN
    INSERT INTO comment_delta
    SELECT site_id, article_id, commenter_id, hour, sum(sign), status, marked_uncivil, incivility, distance, wait_bucket, report_count, is_reply,
      is_dated, is_edited, is_waiting, is_reviewed, is_featured, marked_off_topic, suggested_off_topic, suggested_uncivil
    FROM (SELECT %s FROM now_there UNION ALL SELECT %s FROM was_there) both_states
    GROUP BY site_id, article_id, commenter_id, hour, status, marked_uncivil, incivility, distance, wait_bucket, report_count, is_reply,
      is_dated, is_edited, is_waiting, is_reviewed, is_featured, marked_off_topic, suggested_off_topic, suggested_uncivil
    HAVING sum(sign) <> 0;
    RETURN NULL; END$fn$, came, went));
  -- Notes all comments of a site, or of one of its articles, as if they came now. The roll-ups have to be empty of them.
  EXECUTE format('CREATE OR REPLACE FUNCTION count_comments_anew(of_site uuid, of_article uuid) RETURNS void LANGUAGE sql AS %L',
    format('INSERT INTO comment_delta SELECT %s FROM comment WHERE site_id = of_site AND (of_article IS NULL OR article_id = of_article)', came));
END $do$;

-- What was noted the old way and not folded yet: those discussions are counted anew.
CREATE TEMPORARY TABLE unfolded ON COMMIT DROP AS
  SELECT site_id, article_id FROM article_stat_delta UNION SELECT site_id, article_id FROM article_voice_delta
  UNION SELECT site_id, article_id FROM article_wait_delta;
DELETE FROM article_stat s USING unfolded u WHERE s.site_id = u.site_id AND s.article_id = u.article_id;
DELETE FROM article_voice s USING unfolded u WHERE s.site_id = u.site_id AND s.article_id = u.article_id;
DELETE FROM article_voice_size s USING unfolded u WHERE s.site_id = u.site_id AND s.article_id = u.article_id;
DELETE FROM article_wait s USING unfolded u WHERE s.site_id = u.site_id AND s.article_id = u.article_id;
SELECT count_comments_anew(site_id, article_id) FROM unfolded;

DROP TABLE "article_stat_delta";
DROP TABLE "article_voice_delta";
DROP TABLE "article_wait_delta";

-- The waits of an article as a whole, whatever the day: a page reads the steps of a histogram, not those of each day.
INSERT INTO article_wait (site_id, article_id, day, bucket, comments)
SELECT site_id, article_id, '-infinity', bucket, sum(comments) FROM article_wait GROUP BY site_id, article_id, bucket HAVING sum(comments) <> 0;
