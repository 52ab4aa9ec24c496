-- Which comments of a discussion are worth featuring, the best first, whatever their age: an entry for each that the rule of
-- lib/domain/featuring.ts may let through, so that the best are found in as many steps in a discussion of a million as in one
-- of a hundred.

-- The part of the rule's score that the row itself tells, in hundredths: on topic, not too long, with something to look up,
-- approved. What its replies add is looked at for the first of them only.
CREATE FUNCTION featuring_rank(status comment_status, distance real, body text) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN distance IS NULL THEN 0 ELSE 28 END + CASE WHEN length(body) > 1400 THEN 0 ELSE 26 END
    + CASE WHEN body ~* 'https?://|\y(?:1[89]|20)\d\d\y|\d\s?(?:%|percent|km|euro|€|\$)' THEN 10 ELSE 0 END
    + CASE WHEN status = 'approved' THEN 10 ELSE 0 END
$$;

CREATE INDEX "comment_article_featurable" ON "comment" ("site_id", "article_id", featuring_rank("status", "distance", "body") DESC, "ordered_at" DESC, "id" DESC)
  WHERE "featured_at" IS NULL AND "status" IN ('published', 'approved') AND NOT "marked_off_topic" AND "marked_uncivil" IS NULL
    AND "open_reports" = 0 AND "incivility" < 0.3 AND ("distance" IS NULL OR "distance" < 0.5) AND length("body") >= 100;
