-- DropIndex
DROP INDEX "comment_document_words";

-- What the schema language cannot say: as in 20261128180100_words_by_week, with the day too. On a large site a week holds thousands of a word.
CREATE INDEX "comment_document_words" ON "comment_document" USING GIN ("document",
  date_bin('7 days', "ordered_at", timestamptz '2000-01-03 00:00:00+00'), date_bin('1 day', "ordered_at", timestamptz '2000-01-03 00:00:00+00'));
