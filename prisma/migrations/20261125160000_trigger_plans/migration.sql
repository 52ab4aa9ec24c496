-- The plan of a statement in a trigger is kept by its connection. One made while a table was all but empty may go through every
-- row of a site for each row of a statement, also when there are many by now: adding 10,000 comments took 17 s. What names
-- nothing is not looked up, and nothing is read from end to end.
CREATE OR REPLACE FUNCTION check_comment_references() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE lost record;
BEGIN
  SELECT n.external_id, a.id IS NULL AS article, n.commenter_id IS NOT NULL AND w.id IS NULL AS commenter INTO lost
  FROM now_there n
  LEFT JOIN LATERAL (SELECT id FROM article WHERE site_id = n.site_id AND id = n.article_id LIMIT 1) a ON true
  LEFT JOIN LATERAL (SELECT id FROM commenter WHERE n.commenter_id IS NOT NULL AND site_id = n.site_id AND id = n.commenter_id LIMIT 1) w ON true
  LEFT JOIN LATERAL (SELECT id FROM comment WHERE n.parent_id IS NOT NULL AND site_id = n.site_id AND id = n.parent_id LIMIT 1) p ON true
  WHERE a.id IS NULL OR n.commenter_id IS NOT NULL AND w.id IS NULL OR n.parent_id IS NOT NULL AND p.id IS NULL
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'comment % names % that its site does not have', lost.external_id,
      CASE WHEN lost.article THEN 'an article' WHEN lost.commenter THEN 'a commenter' ELSE 'a parent' END
      USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
ALTER FUNCTION check_comment_references() SET enable_seqscan = off;
ALTER FUNCTION carry_added_scores() SET enable_seqscan = off;
ALTER FUNCTION carry_changed_scores() SET enable_seqscan = off;
ALTER FUNCTION carry_marks_now_there() SET enable_seqscan = off;
ALTER FUNCTION carry_marks_was_there() SET enable_seqscan = off;
ALTER FUNCTION carry_reports() SET enable_seqscan = off;
ALTER FUNCTION carry_decisions() SET enable_seqscan = off;
