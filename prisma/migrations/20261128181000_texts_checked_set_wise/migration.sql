-- DropForeignKey
ALTER TABLE "comment_document" DROP CONSTRAINT "comment_document_site_id_comment_id_fkey";

-- DropForeignKey
ALTER TABLE "comment_scores" DROP CONSTRAINT "comment_scores_site_id_comment_id_fkey";

-- DropForeignKey
ALTER TABLE "comment_similarity" DROP CONSTRAINT "comment_similarity_site_id_comment_id_fkey";

-- DropForeignKey
ALTER TABLE "late_score_task" DROP CONSTRAINT "late_score_task_site_id_comment_id_fkey";

-- What the schema language cannot say: what is kept of every comment beside it is checked once a statement for all its rows, as in
-- 20261125131000_set_wise_checks. Row by row it was four look-ups for each comment that came in, and four locks that wrote to its row.
CREATE FUNCTION check_kept_of_comments() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  IF EXISTS (
    SELECT FROM now_there n
    LEFT JOIN LATERAL (SELECT id FROM comment WHERE site_id = n.site_id AND id = n.comment_id LIMIT 1) c ON true WHERE c.id IS NULL
  ) THEN
    RAISE EXCEPTION '% names a comment that its site does not have', TG_TABLE_NAME USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER comment_document_checked AFTER INSERT ON "comment_document" REFERENCING NEW TABLE AS now_there
  FOR EACH STATEMENT EXECUTE FUNCTION check_kept_of_comments();
CREATE TRIGGER comment_scores_checked AFTER INSERT ON "comment_scores" REFERENCING NEW TABLE AS now_there
  FOR EACH STATEMENT EXECUTE FUNCTION check_kept_of_comments();
CREATE TRIGGER comment_similarity_checked AFTER INSERT ON "comment_similarity" REFERENCING NEW TABLE AS now_there
  FOR EACH STATEMENT EXECUTE FUNCTION check_kept_of_comments();
CREATE TRIGGER late_score_task_checked AFTER INSERT ON "late_score_task" REFERENCING NEW TABLE AS now_there
  FOR EACH STATEMENT EXECUTE FUNCTION check_kept_of_comments();

-- It goes with its comment, which leaves by hand only.
CREATE FUNCTION drop_kept_of_comments() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  DELETE FROM comment_document k USING was_there w WHERE k.site_id = w.site_id AND k.comment_id = w.id;
  DELETE FROM comment_scores k USING was_there w WHERE k.site_id = w.site_id AND k.comment_id = w.id;
  DELETE FROM comment_similarity k USING was_there w WHERE k.site_id = w.site_id AND k.comment_id = w.id;
  DELETE FROM late_score_task k USING was_there w WHERE k.site_id = w.site_id AND k.comment_id = w.id;
  RETURN NULL;
END $$;
CREATE TRIGGER comment_deleted_dropped AFTER DELETE ON "comment" REFERENCING OLD TABLE AS was_there
  FOR EACH STATEMENT EXECUTE FUNCTION drop_kept_of_comments();
