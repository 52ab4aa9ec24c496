-- What the schema language cannot say: while a site grows its tables are analysed again and again (lib/db/statistics.ts), half of which
-- went into what no plan asks about: findings, the numbers of scorers, and the rank of what may be featured, which is read from each text.
ALTER TABLE "comment" ALTER COLUMN "findings" SET STATISTICS 0;
ALTER TABLE "comment_scores" ALTER COLUMN "scores" SET STATISTICS 0;
ALTER INDEX "comment_article_featurable" ALTER COLUMN 3 SET STATISTICS 0;

-- As in 20261128080000_featurable, and quicker where there is neither a digit nor a link: no figure and no address is looked for then.
CREATE OR REPLACE FUNCTION featuring_rank(status comment_status, distance real, body text) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN distance IS NULL THEN 0 ELSE 28 END + CASE WHEN length(body) > 1400 THEN 0 ELSE 26 END
    + CASE WHEN body ~ '\d|://' AND body ~* 'https?://|\y(?:1[89]|20)\d\d\y|\d\s?(?:%|percent|km|euro|€|\$)' THEN 10 ELSE 0 END
    + CASE WHEN status = 'approved' THEN 10 ELSE 0 END
$$;
