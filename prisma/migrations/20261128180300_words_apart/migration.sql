-- CreateTable
CREATE TABLE "document_rewrite" (
    "site_id" UUID NOT NULL,
    "after" UUID NOT NULL,

    CONSTRAINT "document_rewrite_pkey" PRIMARY KEY ("site_id")
);

-- Words joined by hyphens, dots and slashes are indexed one by one now (lib/db/comment/comment-document.ts); texts that have any are indexed
-- anew, little by little.
INSERT INTO "document_rewrite" ("site_id", "after") SELECT id, '00000000-0000-0000-0000-000000000000' FROM "site";
