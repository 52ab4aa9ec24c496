-- AlterTable
ALTER TABLE "site" ADD COLUMN "words_version" UUID NOT NULL DEFAULT gen_random_uuid();

-- What the schema language cannot say: a site's list of watched words gets another version with every change, so that whoever has read
-- them asks for the version alone. A new id and not a number counted up: one that was rolled back, or was there before a backup was put
-- back, never comes again. Locks nothing but sites, a moment.
CREATE FUNCTION note_changed_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE site SET words_version = gen_random_uuid() WHERE id IN (SELECT site_id FROM changed);
  RETURN NULL;
END $$;

CREATE TRIGGER watched_word_added AFTER INSERT ON "watched_word" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_changed_words();
CREATE TRIGGER watched_word_changed AFTER UPDATE ON "watched_word" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_changed_words();
CREATE TRIGGER watched_word_deleted AFTER DELETE ON "watched_word" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_changed_words();
