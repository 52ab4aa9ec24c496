-- CreateTable
CREATE TABLE "comment_scores" (
    "site_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "scores" JSONB NOT NULL,
    "scored_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "comment_scores_pkey" PRIMARY KEY ("site_id","comment_id")
);

-- What was kept a row for each number is kept a row for each comment.
INSERT INTO "comment_scores" (site_id, comment_id, scores, scored_at)
SELECT site_id, comment_id,
  jsonb_object_agg(scorer || ' ' || attribute, CASE WHEN reason IS NULL THEN jsonb_build_array(value, scorer_version) ELSE jsonb_build_array(value, scorer_version, reason) END),
  max(scored_at)
FROM "score" GROUP BY site_id, comment_id;

-- DropTable
DROP TABLE "score";

-- AddForeignKey
ALTER TABLE "comment_scores" ADD CONSTRAINT "comment_scores_site_id_comment_id_fkey" FOREIGN KEY ("site_id", "comment_id") REFERENCES "comment"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.

ALTER TABLE "comment_scores" ADD CONSTRAINT "comment_scores_object" CHECK (jsonb_typeof(scores) = 'object');

-- The numbers one by one, for whoever reads them.
CREATE VIEW "score" AS
  SELECT c.site_id, c.comment_id, split_part(s.name, ' ', 1) AS scorer, split_part(s.name, ' ', 2) AS attribute, (s.score ->> 0)::real AS value,
    s.score ->> 1 AS scorer_version, s.score -> 2 AS reason, c.scored_at
  FROM "comment_scores" c CROSS JOIN LATERAL jsonb_each(c.scores) AS s (name, score);

-- The highest scores that the comment carries go on hearing of every score (the triggers on the old table went with it).
CREATE OR REPLACE FUNCTION carry_added_scores() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE late record;
BEGIN
  -- Scores that are added can only raise the highest.
  FOR late IN
    SELECT c.site_id, c.id, greatest(c.incivility, s.incivility) AS incivility, greatest(c.distance, s.distance) AS distance FROM (
      SELECT n.site_id, n.comment_id, max((e.score ->> 0)::real) FILTER (WHERE e.name LIKE '% uncivil.%') AS incivility,
        max((e.score ->> 0)::real) FILTER (WHERE e.name LIKE '% off\_topic.article') AS distance
      FROM now_there n CROSS JOIN LATERAL jsonb_each(n.scores) AS e (name, score) GROUP BY n.site_id, n.comment_id
    ) s CROSS JOIN LATERAL (SELECT * FROM comment WHERE site_id = s.site_id AND id = s.comment_id LIMIT 1) c
    WHERE s.incivility > c.incivility OR s.distance > coalesce(c.distance, -1)
  LOOP
    UPDATE comment SET incivility = late.incivility, distance = late.distance WHERE site_id = late.site_id AND id = late.id;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER scores_added AFTER INSERT ON "comment_scores" REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION carry_added_scores();
CREATE TRIGGER scores_changed AFTER UPDATE ON "comment_scores" REFERENCING OLD TABLE AS was_there FOR EACH STATEMENT EXECUTE FUNCTION carry_changed_scores();
CREATE TRIGGER scores_deleted AFTER DELETE ON "comment_scores" REFERENCING OLD TABLE AS was_there FOR EACH STATEMENT EXECUTE FUNCTION carry_changed_scores();
