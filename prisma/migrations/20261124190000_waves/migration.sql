-- CreateTable
CREATE TABLE "comment_similarity" (
    "site_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "hash" BIGINT NOT NULL,
    "band_0" INTEGER NOT NULL,
    "band_1" INTEGER NOT NULL,
    "band_2" INTEGER NOT NULL,
    "band_3" INTEGER NOT NULL,
    "wave_id" UUID,

    CONSTRAINT "comment_similarity_pkey" PRIMARY KEY ("site_id","comment_id")
);

-- CreateIndex
CREATE INDEX "comment_similarity_site_id_band_0_comment_id_hash_idx" ON "comment_similarity"("site_id", "band_0", "comment_id", "hash");

-- CreateIndex
CREATE INDEX "comment_similarity_site_id_band_1_comment_id_hash_idx" ON "comment_similarity"("site_id", "band_1", "comment_id", "hash");

-- CreateIndex
CREATE INDEX "comment_similarity_site_id_band_2_comment_id_hash_idx" ON "comment_similarity"("site_id", "band_2", "comment_id", "hash");

-- CreateIndex
CREATE INDEX "comment_similarity_site_id_band_3_comment_id_hash_idx" ON "comment_similarity"("site_id", "band_3", "comment_id", "hash");

-- CreateIndex
CREATE INDEX "comment_similarity_site_id_wave_id_idx" ON "comment_similarity"("site_id", "wave_id") WHERE (wave_id IS NOT NULL);

-- AddForeignKey
ALTER TABLE "comment_similarity" ADD CONSTRAINT "comment_similarity_site_id_comment_id_fkey" FOREIGN KEY ("site_id", "comment_id") REFERENCES "comment"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is there already is indexed once more, with what it is like; older comments start no wave (lib/services/wave/group-texts.ts).
INSERT INTO "document_backlog" ("site_id", "comment_ids")
SELECT site_id, array_agg(id ORDER BY id)
FROM (
  SELECT site_id, id, row_number() OVER (PARTITION BY site_id ORDER BY id) / 50 AS lot
  FROM "comment" WHERE ordered_at > now() - interval '14 days' AND status <> 'removed'
) recent
GROUP BY site_id, lot ORDER BY site_id, lot;
