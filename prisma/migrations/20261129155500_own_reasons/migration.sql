-- CreateTable
CREATE TABLE "own_reason" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "retired_at" TIMESTAMPTZ(6),

    CONSTRAINT "own_reason_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "own_reason_site_id_label_key" ON "own_reason"("site_id", "label");

-- AddForeignKey
ALTER TABLE "own_reason" ADD CONSTRAINT "own_reason_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.
ALTER TABLE "own_reason" ADD CONSTRAINT "own_reason_length" CHECK (length(label) BETWEEN 1 AND 60 AND length(message) <= 1000);
