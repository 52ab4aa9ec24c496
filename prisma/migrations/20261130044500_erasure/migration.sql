-- What is kept of people can be erased (docs/decisions/0040).
-- AlterEnum
ALTER TYPE "decision_kind" ADD VALUE 'erase';

-- AlterTable
ALTER TABLE "comment" ADD COLUMN "erased_at" TIMESTAMPTZ(6);

-- CreateTable
CREATE TABLE "erasure" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "author_hash" BYTEA NOT NULL,
    "commenter_id" UUID,
    "actor_kind" "actor_kind" NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "erased_at" TIMESTAMPTZ(6) NOT NULL,
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "finished_at" TIMESTAMPTZ(6),

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateIndex
CREATE INDEX "erasure_author" ON "erasure"("site_id", "author_hash", "erased_at" DESC);

-- CreateIndex
CREATE INDEX "erasure_open" ON "erasure"("id") WHERE (finished_at IS NULL);

-- AddForeignKey
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say: logs only grow, but a row may lose the words that are named, and nothing be put in their place.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_NARGS = 1 AND coalesce(to_jsonb(NEW) ->> TG_ARGV[0], '') = ''
    AND to_jsonb(NEW) - TG_ARGV[0] = to_jsonb(OLD) - TG_ARGV[0] THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% only grows: rows are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER decision_append_only ON "decision";
CREATE TRIGGER decision_append_only BEFORE UPDATE OR DELETE ON "decision" FOR EACH ROW EXECUTE FUNCTION refuse_change('note');
DROP TRIGGER note_append_only ON "note";
CREATE TRIGGER note_append_only BEFORE UPDATE OR DELETE ON "note" FOR EACH ROW EXECUTE FUNCTION refuse_change('text');
DROP TRIGGER audit_entry_append_only ON "audit_entry";
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION refuse_change('subject_name');
