-- How many comments a voice had before it was last folded: with it, the fold knows which size a voice has left without looking it
-- up. A look-up whose plan was made while the table was all but empty went through every voice of a discussion for each voice.
ALTER TABLE "article_voice" ADD COLUMN "had" INTEGER NOT NULL DEFAULT 0;
