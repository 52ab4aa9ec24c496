-- least() passes over what is unknown: a comment without a distance was counted in the last step, and belongs in none.
DO $do$
DECLARE counter regprocedure;
BEGIN
  FOREACH counter IN ARRAY ARRAY['count_added_comments()', 'count_deleted_comments()', 'count_changed_comments()', 'count_comments_anew(uuid, uuid)']::regprocedure[] LOOP
    EXECUTE replace(
      pg_get_functiondef(counter),
      'least(9, round(s.distance::float8 * 1000)::int / 100) AS distance_step',
      'CASE WHEN s.distance IS NOT NULL THEN least(9, round(s.distance::float8 * 1000)::int / 100) END AS distance_step'
    );
  END LOOP;
END $do$;

UPDATE article_stat SET distance_9 = distance_9 - (comments - measured) WHERE comments <> measured;
UPDATE article_stat_delta SET distance_9 = distance_9 - (comments - measured) WHERE comments <> measured;
