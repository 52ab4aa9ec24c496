-- A page of a thread costs what it shows, not what the discussion holds: the next comment in reading order is found from the one
-- before it by a few looks into two indexes.
DROP INDEX "comment_replies";
CREATE INDEX "comment_replies" ON "comment"("site_id", "parent_id", "ordered_at", "id") WHERE (parent_id IS NOT NULL);
CREATE INDEX "comment_article_top" ON "comment"("site_id", "article_id", "ordered_at", "id") WHERE (parent_id IS NULL);

-- The `most` comments of an article that come after `after` (null: from the top) in reading order: a comment, then its replies by
-- time, each with its own.
CREATE FUNCTION walk_thread(of_site uuid, of_article uuid, after uuid, most int) RETURNS TABLE (id uuid, depth int)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  here record;
  next record;
BEGIN
  SELECT c.id, c.parent_id, c.ordered_at, c.depth INTO here FROM comment c WHERE c.site_id = of_site AND c.id = after AND c.article_id = of_article;
  FOR n IN 1..most LOOP
    SELECT c.id, c.parent_id, c.ordered_at, c.depth INTO next FROM comment c
    WHERE c.site_id = of_site AND c.parent_id = here.id ORDER BY c.ordered_at, c.id LIMIT 1;
    WHILE next.id IS NULL LOOP
      IF here.id IS NULL THEN
        SELECT c.id, c.parent_id, c.ordered_at, c.depth INTO next FROM comment c
        WHERE c.site_id = of_site AND c.article_id = of_article AND c.parent_id IS NULL ORDER BY c.ordered_at, c.id LIMIT 1;
        IF NOT FOUND THEN RETURN; END IF;
      ELSIF here.parent_id IS NULL THEN
        SELECT c.id, c.parent_id, c.ordered_at, c.depth INTO next FROM comment c
        WHERE c.site_id = of_site AND c.article_id = of_article AND c.parent_id IS NULL AND (c.ordered_at, c.id) > (here.ordered_at, here.id)
        ORDER BY c.ordered_at, c.id LIMIT 1;
        IF NOT FOUND THEN RETURN; END IF;
      ELSE
        SELECT c.id, c.parent_id, c.ordered_at, c.depth INTO next FROM comment c
        WHERE c.site_id = of_site AND c.parent_id = here.parent_id AND (c.ordered_at, c.id) > (here.ordered_at, here.id)
        ORDER BY c.ordered_at, c.id LIMIT 1;
        IF NOT FOUND THEN
          SELECT c.id, c.parent_id, c.ordered_at, c.depth INTO here FROM comment c WHERE c.site_id = of_site AND c.id = here.parent_id;
        END IF;
      END IF;
    END LOOP;
    here := next;
    id := here.id;
    depth := here.depth;
    RETURN NEXT;
  END LOOP;
END $$;
ALTER FUNCTION walk_thread(uuid, uuid, uuid, int) SET enable_seqscan = off;
ALTER FUNCTION walk_thread(uuid, uuid, uuid, int) SET enable_sort = off;
