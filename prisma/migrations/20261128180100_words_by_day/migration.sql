-- DropIndex
DROP INDEX "comment_document_time";

-- DropIndex
DROP INDEX "comment_document_document_idx";

-- What the schema language cannot say: words together with the week and the day a comment was written in. Asked for a word in a week, the
-- index goes to that week's stretch of the word's hits and reads no other; all hits of a word are ten times as many on a site ten times as
-- large, where a week holds thousands of them (docs/decisions/0026).
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE INDEX "comment_document_words" ON "comment_document" USING GIN ("document",
  date_bin('7 days', "ordered_at", timestamptz '2000-01-03 00:00:00+00'), date_bin('1 day', "ordered_at", timestamptz '2000-01-03 00:00:00+00'));
