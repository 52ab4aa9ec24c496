-- A change took its number before it was committed: a browser that had been told of a later one was never told of it.
-- AlterTable
ALTER TABLE "article_standing" ALTER COLUMN "seq" DROP NOT NULL, ALTER COLUMN "seq" DROP DEFAULT;

-- What the schema language cannot say.
CREATE OR REPLACE FUNCTION list_article() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO article_standing (site_id, article_id) SELECT site_id, id FROM now_there;
  RETURN NULL;
END $$;
