-- AlterTable
ALTER TABLE "commenter" ADD COLUMN "held_at" TIMESTAMPTZ(6),
  ADD COLUMN "held_by_name" TEXT,
  ADD COLUMN "held_note" TEXT;

-- What the schema language cannot say.
ALTER TABLE "commenter" ADD CONSTRAINT "commenter_held_whole"
  CHECK ((held_at IS NULL) = (held_by_name IS NULL) AND (held_at IS NULL) = (held_note IS NULL));
ALTER TABLE "commenter" ADD CONSTRAINT "commenter_held_note_length" CHECK (length(held_note) <= 500);
