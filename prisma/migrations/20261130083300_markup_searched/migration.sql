-- Words within and behind what looks like markup are searched (lib/domain/search/words.ts): PostgreSQL leaves out tags, all that follows
-- `<script>` and named characters (`&word;`). Texts that have any are indexed anew, little by little.
INSERT INTO "document_rewrite" ("site_id", "after") SELECT id, '00000000-0000-0000-0000-000000000000' FROM "site"
ON CONFLICT ("site_id") DO UPDATE SET "after" = excluded."after";
