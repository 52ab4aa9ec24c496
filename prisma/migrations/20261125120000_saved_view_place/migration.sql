-- Views are of the queue or of the list of articles.
ALTER TABLE "saved_view" ADD COLUMN "place" TEXT NOT NULL DEFAULT 'queue';
