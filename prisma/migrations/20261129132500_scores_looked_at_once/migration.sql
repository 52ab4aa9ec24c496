-- What the schema language cannot say. As in 20261125130000_speed, but the scores of a comment are looked at where they stand and not gathered
-- from all of the statement by comment, which took four times as long; and the comment is looked up once for this and for whether it is there
-- (20261128181000_texts_checked_set_wise).
CREATE OR REPLACE FUNCTION carry_added_scores() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE late record;
BEGIN
  -- Scores that are added can only raise the highest.
  FOR late IN
    SELECT n.site_id, n.comment_id, c.id IS NULL AS is_lost, greatest(c.incivility, s.incivility) AS incivility,
      greatest(c.distance, s.distance) AS distance
    FROM now_there n
    CROSS JOIN LATERAL (
      SELECT max((e.score ->> 0)::real) FILTER (WHERE e.name LIKE '% uncivil.%') AS incivility,
        max((e.score ->> 0)::real) FILTER (WHERE e.name LIKE '% off\_topic.article') AS distance
      FROM jsonb_each(n.scores) AS e (name, score)
    ) s
    LEFT JOIN LATERAL (SELECT id, incivility, distance FROM comment WHERE site_id = n.site_id AND id = n.comment_id LIMIT 1) c ON true
    WHERE c.id IS NULL OR s.incivility > c.incivility OR s.distance > coalesce(c.distance, -1)
  LOOP
    IF late.is_lost THEN
      RAISE EXCEPTION 'comment_scores names a comment that its site does not have' USING ERRCODE = 'foreign_key_violation';
    END IF;
    UPDATE comment SET incivility = late.incivility, distance = late.distance WHERE site_id = late.site_id AND id = late.comment_id;
  END LOOP;
  RETURN NULL;
END $$;
DROP TRIGGER comment_scores_checked ON "comment_scores";
