-- CreateIndex
-- Where in the table the texts of a time are, a few kilobytes for a million: the newest hits of a phrase are looked for there and not
-- among all of them. Pages that are not summarised yet count as any time, so it is never wrong.
CREATE INDEX "comment_document_time" ON "comment_document" USING BRIN ("ordered_at") WITH (pages_per_range = 32, autosummarize = on);
