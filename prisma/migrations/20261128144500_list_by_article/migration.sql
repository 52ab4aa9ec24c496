-- The list of articles by when they were published and by title is walked along an index, as its other orders are: before, all
-- articles of the site were read and sorted for each page.
CREATE INDEX "article_by_published" ON "article" ("site_id", (coalesce("published_at", "created_at")) DESC, "id" DESC);
CREATE INDEX "article_by_title" ON "article" ("site_id", (lower("title")) DESC, "id" DESC);
