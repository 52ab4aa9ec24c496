-- A text that cannot be indexed held up all texts after it.
-- AlterTable
ALTER TABLE "document_backlog" ADD COLUMN "failures" SMALLINT NOT NULL DEFAULT 0;
