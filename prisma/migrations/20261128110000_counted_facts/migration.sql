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

-- Steps of a wait end at the service levels too (60 s, 5 and 15 min, 1, 4 and 24 h), so that the kept histogram alone tells how many
-- waited less: WAIT_STEPS_MS of lib/domain/waits.ts.
CREATE OR REPLACE FUNCTION wait_bucket(ms bigint) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT width_bucket(ms, '{1000,1091,1189,1297,1414,1542,1682,1834,2000,2181,2378,2594,2828,3084,3364,3668,4000,4362,4757,5187,5657,6169,6727,7336,8000,8724,9514,10375,11314,12338,13454,14672,16000,17448,19027,20749,22627,24675,26909,29344,32000,34896,38055,41499,45255,49351,53817,58688,60000,64000,69792,76109,82998,90510,98701,107635,117377,128000,139585,152219,165995,181019,197403,215269,234753,256000,279170,300000,304437,331991,362039,394806,430539,469506,512000,558340,608874,663982,724077,789612,861078,900000,939012,1024000,1116680,1217748,1327964,1448155,1579224,1722156,1878024,2048000,2233360,2435496,2655927,2896309,3158448,3444312,3600000,3756049,4096000,4466720,4870992,5311855,5792619,6316896,6888623,7512097,8192000,8933439,9741985,10623710,11585238,12633791,13777247,14400000,15024194,16384000,17866879,19483969,21247419,23170475,25267582,27554494,30048388,32768000,35733757,38967939,42494839,46340950,50535164,55108987,60096777,65536000,71467515,77935877,84989677,86400000,92681900,101070329,110217975,120193554,131072000,142935030,155871755,169979354,185363800,202140657,220435950,240387108,262144000,285870059,311743510,339958708,370727600,404281315,440871900,480774216,524288000,571740118,623487020,679917416,741455200,808562629,881743800,961548432,1048576000,1143480236,1246974040,1359834833,1482910400,1617125258,1763487599,1923096863,2097152000,2286960473,2493948080,2719669666,2965820801,3234250517,3526975198,3846193726}'::bigint[])
$$;

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
SELECT count_comments_anew(site_id, article_id) FROM unfolded;

DROP TABLE "article_stat_delta";
DROP TABLE "article_voice_delta";
DROP TABLE "article_wait_delta";

-- Waits by the new steps, by day and, under the day -infinity, of the article as a whole: a page reads the steps of one histogram,
-- not those of each day.
TRUNCATE article_wait;
INSERT INTO article_wait (site_id, article_id, day, bucket, comments)
SELECT site_id, article_id, coalesce(day, '-infinity'), bucket, count(*)
FROM (
  SELECT site_id, article_id, date_bin('1 day', ordered_at, '2000-01-01 00:00:00+00') AS day, wait_bucket(wait_ms) AS bucket
  FROM comment c WHERE wait_ms IS NOT NULL AND status <> 'removed'
    AND NOT EXISTS (SELECT FROM unfolded u WHERE u.site_id = c.site_id AND u.article_id = c.article_id)
) w GROUP BY GROUPING SETS ((site_id, article_id, day, bucket), (site_id, article_id, bucket));
