-- CreateEnum
CREATE TYPE "judgement_state" AS ENUM ('live', 'retired', 'not_kept');

-- CreateTable
CREATE TABLE "judgement" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "base_version" TEXT NOT NULL,
    "state" "judgement_state" NOT NULL,
    "decisions" INTEGER NOT NULL,
    "last_decision_id" UUID NOT NULL,
    "measures" JSONB NOT NULL,
    "weights" BYTEA,
    "learnt_at" TIMESTAMPTZ(6) NOT NULL,
    "live_at" TIMESTAMPTZ(6),

    CONSTRAINT "judgement_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateTable
CREATE TABLE "fairness_reading" (
    "site_id" UUID NOT NULL,
    "week" DATE NOT NULL,
    "version" TEXT NOT NULL,
    "figures" JSONB NOT NULL,
    "read_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "fairness_reading_pkey" PRIMARY KEY ("site_id","week","version")
);

-- CreateIndex
CREATE UNIQUE INDEX "judgement_live" ON "judgement"("site_id") WHERE (state = 'live'::judgement_state);

-- CreateIndex
CREATE UNIQUE INDEX "judgement_site_id_number_key" ON "judgement"("site_id", "number");

-- AddForeignKey
ALTER TABLE "judgement" ADD CONSTRAINT "judgement_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fairness_reading" ADD CONSTRAINT "fairness_reading_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;
