-- CreateEnum
CREATE TYPE "delivery_state" AS ENUM ('pending', 'delivered', 'failed');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('waiting', 'running', 'done', 'failed', 'stopped');

-- AlterTable
ALTER TABLE "api_key" ADD COLUMN     "expires_at" TIMESTAMPTZ(6),
ADD COLUMN     "rate_limit" INTEGER,
ADD COLUMN     "rotates_id" UUID;

-- CreateTable
CREATE TABLE "tombstone" (
    "site_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "source_revision" BIGINT,
    "removed_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "tombstone_pkey" PRIMARY KEY ("site_id","external_id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "site_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "status" INTEGER,
    "content_type" TEXT,
    "answer" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("site_id","actor_id","key")
);

-- CreateTable
CREATE TABLE "feed_entry" (
    "site_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "position" BIGINT,

    CONSTRAINT "feed_entry_pkey" PRIMARY KEY ("site_id","decision_id")
);

-- CreateTable
CREATE TABLE "feed_head" (
    "site_id" UUID NOT NULL,
    "position" BIGINT NOT NULL,

    CONSTRAINT "feed_head_pkey" PRIMARY KEY ("site_id")
);

-- CreateTable
CREATE TABLE "webhook_endpoint" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "secret" TEXT NOT NULL,
    "old_secret" TEXT,
    "old_secret_until" TIMESTAMPTZ(6),
    "position" BIGINT NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "disabled_at" TIMESTAMPTZ(6),
    "disabled_reason" TEXT,

    CONSTRAINT "webhook_endpoint_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "position" BIGINT NOT NULL,
    "state" "delivery_state" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(6) NOT NULL,
    "settled_at" TIMESTAMPTZ(6),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateTable
CREATE TABLE "webhook_attempt" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "delivery_id" UUID NOT NULL,
    "attempted_at" TIMESTAMPTZ(6) NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "status" INTEGER,
    "failure" TEXT,

    CONSTRAINT "webhook_attempt_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateTable
CREATE TABLE "import_run" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID,
    "actor_name" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_size" BIGINT NOT NULL,
    "format" TEXT,
    "is_dry_run" BOOLEAN NOT NULL,
    "options" JSONB NOT NULL DEFAULT '{}',
    "state" "import_state" NOT NULL DEFAULT 'waiting',
    "bytes_done" BIGINT NOT NULL DEFAULT 0,
    "report" JSONB,
    "refusal" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "heartbeat_at" TIMESTAMPTZ(6),
    "finished_at" TIMESTAMPTZ(6),

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "actor_kind" "actor_kind" NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "subject_name" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateTable
CREATE TABLE "comment_document" (
    "site_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "document" tsvector NOT NULL,

    CONSTRAINT "comment_document_pkey" PRIMARY KEY ("site_id","comment_id")
);

-- CreateTable
CREATE TABLE "document_backlog" (
    "id" BIGSERIAL NOT NULL,
    "site_id" UUID NOT NULL,
    "comment_ids" UUID[],

    CONSTRAINT "document_backlog_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE INDEX "feed_entry_unnumbered" ON "feed_entry"("site_id", "seq") WHERE (position IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "feed_entry_site_id_position_key" ON "feed_entry"("site_id", "position");

-- CreateIndex
CREATE INDEX "webhook_delivery_log" ON "webhook_delivery"("site_id", "endpoint_id", "position" DESC);

-- CreateIndex
CREATE INDEX "webhook_delivery_order" ON "webhook_delivery"("site_id", "endpoint_id", "comment_id", "position") WHERE (state = 'pending'::delivery_state);

-- CreateIndex
CREATE INDEX "webhook_delivery_due" ON "webhook_delivery"("next_attempt_at") WHERE (state = 'pending'::delivery_state);

-- CreateIndex
CREATE UNIQUE INDEX "webhook_delivery_site_id_endpoint_id_decision_id_key" ON "webhook_delivery"("site_id", "endpoint_id", "decision_id");

-- CreateIndex
CREATE INDEX "webhook_attempt_site_id_delivery_id_idx" ON "webhook_attempt"("site_id", "delivery_id");

-- CreateIndex
CREATE INDEX "import_run_open" ON "import_run"("heartbeat_at") WHERE (state = 'waiting'::import_state OR state = 'running'::import_state);

-- CreateIndex
CREATE INDEX "audit_entry_site_id_subject_id_idx" ON "audit_entry"("site_id", "subject_id");

-- CreateIndex
CREATE INDEX "comment_document_document_idx" ON "comment_document" USING GIN ("document");

-- AddForeignKey
ALTER TABLE "feed_entry" ADD CONSTRAINT "feed_entry_site_id_decision_id_fkey" FOREIGN KEY ("site_id", "decision_id") REFERENCES "decision"("site_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed_head" ADD CONSTRAINT "feed_head_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_endpoint" ADD CONSTRAINT "webhook_endpoint_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_site_id_endpoint_id_fkey" FOREIGN KEY ("site_id", "endpoint_id") REFERENCES "webhook_endpoint"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_site_id_decision_id_fkey" FOREIGN KEY ("site_id", "decision_id") REFERENCES "feed_entry"("site_id", "decision_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_attempt" ADD CONSTRAINT "webhook_attempt_site_id_delivery_id_fkey" FOREIGN KEY ("site_id", "delivery_id") REFERENCES "webhook_delivery"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_document" ADD CONSTRAINT "comment_document_site_id_comment_id_fkey" FOREIGN KEY ("site_id", "comment_id") REFERENCES "comment"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Decisions from before there was a feed, in the order in which they were taken.
INSERT INTO feed_entry (site_id, decision_id, comment_id) SELECT site_id, id, comment_id FROM decision ORDER BY id;

-- What the schema language cannot say: checks, and a log that only grows.

ALTER TABLE "api_key" ADD CONSTRAINT "api_key_rate_limit_positive" CHECK (rate_limit > 0);
ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_length" CHECK (length(key) BETWEEN 1 AND 255);
ALTER TABLE "webhook_endpoint" ADD CONSTRAINT "webhook_endpoint_rotation" CHECK ((old_secret IS NULL) = (old_secret_until IS NULL));
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_bytes" CHECK (bytes_done BETWEEN 0 AND file_size);
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE ON "audit_entry"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
