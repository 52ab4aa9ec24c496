-- CreateEnum
CREATE TYPE "rule_outcome" AS ENUM ('publish', 'hold', 'reject');

-- CreateTable
CREATE TABLE "rule" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "condition" TEXT NOT NULL,
    "outcome" "rule_outcome" NOT NULL,
    "reason" TEXT,
    "place" INTEGER NOT NULL,
    "is_on" BOOLEAN NOT NULL DEFAULT false,
    "tried_condition" TEXT,
    "tried_at" TIMESTAMPTZ(6),

    CONSTRAINT "rule_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "rule_site_id_name_key" ON "rule"("site_id", "name");

-- AddForeignKey
ALTER TABLE "rule" ADD CONSTRAINT "rule_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say: nothing decides in a person's place that was not tried as it is.
ALTER TABLE "rule" ADD CONSTRAINT "rule_length" CHECK (length(name) BETWEEN 1 AND 60 AND length(condition) BETWEEN 1 AND 400);
ALTER TABLE "rule" ADD CONSTRAINT "rule_reason" CHECK ((outcome = 'reject') = (reason IS NOT NULL));
ALTER TABLE "rule" ADD CONSTRAINT "rule_tried" CHECK (NOT is_on OR outcome = 'hold' OR tried_condition IS NOT DISTINCT FROM condition);
