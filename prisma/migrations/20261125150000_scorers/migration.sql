-- CreateEnum
CREATE TYPE "scorer_kind" AS ENUM ('openai', 'http');

-- CreateEnum
CREATE TYPE "rescore_state" AS ENUM ('waiting', 'running', 'done', 'failed', 'stopped');

-- CreateTable
CREATE TABLE "remote_scorer" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "scorer_kind" NOT NULL,
    "url" TEXT NOT NULL,
    "model" TEXT,
    "api_key" TEXT,
    "signing_secret" TEXT,
    "timeout_ms" INTEGER NOT NULL,
    "paused_at" TIMESTAMPTZ(6),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "trips" INTEGER NOT NULL DEFAULT 0,
    "open_until" TIMESTAMPTZ(6),
    "last_failure" TEXT,
    "last_failed_at" TIMESTAMPTZ(6),
    "last_scored_at" TIMESTAMPTZ(6),
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "remote_scorer_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateTable
CREATE TABLE "scorer_task" (
    "site_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "scorer_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(6) NOT NULL,
    "noted_at" TIMESTAMPTZ(6) NOT NULL,
    "is_dead" BOOLEAN NOT NULL DEFAULT false,
    "failure" TEXT,

    CONSTRAINT "scorer_task_pkey" PRIMARY KEY ("site_id","comment_id","scorer_id")
);

-- CreateTable
CREATE TABLE "late_score_task" (
    "site_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "noted_at" TIMESTAMPTZ(6) NOT NULL,
    "held_until" TIMESTAMPTZ(6),

    CONSTRAINT "late_score_task_pkey" PRIMARY KEY ("site_id","comment_id")
);

-- CreateTable
CREATE TABLE "rescore_run" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "actor_name" TEXT NOT NULL,
    "state" "rescore_state" NOT NULL DEFAULT 'waiting',
    "is_stopping" BOOLEAN NOT NULL DEFAULT false,
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "at_time" TIMESTAMPTZ(6),
    "at_id" UUID,
    "refusal" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "heartbeat_at" TIMESTAMPTZ(6),
    "finished_at" TIMESTAMPTZ(6),

    CONSTRAINT "rescore_run_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "remote_scorer_site_id_name_key" ON "remote_scorer"("site_id", "name");

-- CreateIndex
CREATE INDEX "scorer_task_due" ON "scorer_task"("site_id", "scorer_id", "next_attempt_at") WHERE (NOT is_dead);

-- CreateIndex
CREATE INDEX "late_score_task_noted_at_idx" ON "late_score_task"("noted_at" DESC);

-- CreateIndex
CREATE INDEX "rescore_run_open" ON "rescore_run"("heartbeat_at") WHERE (state = 'waiting'::rescore_state OR state = 'running'::rescore_state);

-- AddForeignKey
ALTER TABLE "remote_scorer" ADD CONSTRAINT "remote_scorer_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scorer_task" ADD CONSTRAINT "scorer_task_site_id_comment_id_fkey" FOREIGN KEY ("site_id", "comment_id") REFERENCES "comment"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scorer_task" ADD CONSTRAINT "scorer_task_site_id_scorer_id_fkey" FOREIGN KEY ("site_id", "scorer_id") REFERENCES "remote_scorer"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "late_score_task" ADD CONSTRAINT "late_score_task_site_id_comment_id_fkey" FOREIGN KEY ("site_id", "comment_id") REFERENCES "comment"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rescore_run" ADD CONSTRAINT "rescore_run_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Texts are compared by other hashes now (lib/scoring/similarity-hash.ts), so those of the last 14 days are hashed again. What is
-- older is of no wave any more.
DELETE FROM "comment_similarity";
INSERT INTO "document_backlog" ("site_id", "comment_ids")
SELECT site_id, array_agg(id ORDER BY id)
FROM (
  SELECT site_id, id, row_number() OVER (PARTITION BY site_id ORDER BY id) / 50 AS lot
  FROM "comment" WHERE ordered_at > now() - interval '14 days' AND status <> 'removed'
) recent
GROUP BY site_id, lot ORDER BY site_id, lot;
