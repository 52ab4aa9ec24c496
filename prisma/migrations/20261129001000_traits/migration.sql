-- What the schema language cannot say: what a filter can ask of a comment's row, as one number (lib/db/queue/traits.ts says which bits are
-- which), in an index that knows which numbers there are and whose comments they are. What next to nothing matches is looked up there
-- (docs/decisions/0028). Most comments share few numbers, so an entry takes a few bytes.
CREATE FUNCTION comment_traits(
  status comment_status, reviewed_at timestamptz, revision int, parent_external_id text, open_reports int, suggested_off_topic real,
  suggested_uncivil real, suggested_uncivil_kind uncivil_kind, marked_off_topic boolean, marked_uncivil uncivil_kind, incivility real, distance real
) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE status WHEN 'published' THEN 1 WHEN 'approved' THEN 2 WHEN 'rejected' THEN 3 WHEN 'removed' THEN 4 ELSE 0 END
    + CASE WHEN reviewed_at IS NULL THEN 0 ELSE 8 END
    + CASE WHEN revision > 1 THEN 16 ELSE 0 END
    + CASE WHEN parent_external_id IS NULL THEN 0 ELSE 32 END
    + CASE WHEN open_reports <= 0 THEN 0 WHEN open_reports >= 3 THEN 192 ELSE open_reports * 64 END
    + CASE WHEN suggested_off_topic IS NULL THEN 0 ELSE 256 END
    + CASE WHEN suggested_uncivil IS NULL THEN 0 ELSE 512 END
    + CASE WHEN suggested_uncivil_kind IS NULL THEN 0 ELSE 1024 *
        CASE suggested_uncivil_kind WHEN 'insult' THEN 1 WHEN 'identity_attack' THEN 2 WHEN 'threat' THEN 3 WHEN 'profanity' THEN 4
          WHEN 'condescension' THEN 5 WHEN 'mockery' THEN 6 WHEN 'sexual' THEN 7 ELSE 8 END END
    + CASE WHEN marked_off_topic THEN 16384 ELSE 0 END
    + CASE WHEN marked_uncivil IS NULL THEN 0 ELSE 32768 *
        CASE marked_uncivil WHEN 'insult' THEN 1 WHEN 'identity_attack' THEN 2 WHEN 'threat' THEN 3 WHEN 'profanity' THEN 4
          WHEN 'condescension' THEN 5 WHEN 'mockery' THEN 6 WHEN 'sexual' THEN 7 ELSE 8 END END
    + CASE WHEN incivility < '0.5'::real THEN 0 WHEN incivility < '0.7'::real THEN 524288 WHEN incivility < '0.9'::real THEN 1048576 ELSE 1572864 END
    + CASE WHEN distance >= '0.9'::real THEN 6291456 WHEN distance >= '0.7'::real THEN 4194304 WHEN distance >= '0.5'::real THEN 2097152 ELSE 0 END
$$;

CREATE INDEX "comment_traits" ON "comment" ("site_id", comment_traits("status", "reviewed_at", "revision", "parent_external_id", "open_reports",
  "suggested_off_topic", "suggested_uncivil", "suggested_uncivil_kind", "marked_off_topic", "marked_uncivil", "incivility", "distance"),
  coalesce("language", ''));
