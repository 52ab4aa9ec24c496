-- AlterTable
ALTER TABLE "import_run" ADD COLUMN     "is_stopping" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "records_done" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "coral_phase" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "last_used_at" TIMESTAMPTZ(6),

    CONSTRAINT "coral_phase_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "coral_phase_id_key" ON "coral_phase"("id");

-- AddForeignKey
ALTER TABLE "coral_phase" ADD CONSTRAINT "coral_phase_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;
