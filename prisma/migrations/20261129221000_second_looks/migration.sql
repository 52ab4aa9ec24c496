-- CreateEnum
CREATE TYPE "look_verdict" AS ENUM ('approve', 'off_topic', 'uncivil', 'reject', 'unsure');

-- CreateTable
CREATE TABLE "second_look_setting" (
    "site_id" UUID NOT NULL,
    "share" DOUBLE PRECISION NOT NULL,
    "position" BIGINT NOT NULL,

    CONSTRAINT "second_look_setting_pkey" PRIMARY KEY ("site_id")
);

-- CreateTable
CREATE TABLE "second_look" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "batch_id" UUID,
    "revision" INTEGER NOT NULL,
    "verdict" "look_verdict" NOT NULL,
    "decided_at" TIMESTAMPTZ(6) NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "second" "look_verdict",
    "answer" JSONB,
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(6),
    "settled_by" TEXT,
    "settled_at" TIMESTAMPTZ(6),

    CONSTRAINT "second_look_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "second_look_site_id_decision_id_key" ON "second_look"("site_id", "decision_id");

-- CreateIndex
CREATE INDEX "second_look_waiting" ON "second_look"("site_id", "expires_at") WHERE (answered_at IS NULL);

-- CreateIndex
CREATE INDEX "second_look_answered" ON "second_look"("site_id", "decided_at") WHERE (answered_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "second_look_open" ON "second_look"("site_id", "answered_at" DESC, "id" DESC) WHERE ((second <> verdict) AND (second <> 'unsure'::look_verdict) AND (settled_at IS NULL));

-- CreateIndex
CREATE INDEX "second_look_batch" ON "second_look"("site_id", "batch_id") WHERE (batch_id IS NOT NULL);

-- AddForeignKey
ALTER TABLE "second_look_setting" ADD CONSTRAINT "second_look_setting_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.
ALTER TABLE "second_look_setting" ADD CONSTRAINT "second_look_share_range" CHECK (share BETWEEN 0 AND 1 AND position >= 0);
ALTER TABLE "second_look" ADD CONSTRAINT "second_look_verdict_known" CHECK (verdict <> 'unsure');
ALTER TABLE "second_look" ADD CONSTRAINT "second_look_answer_whole"
  CHECK ((answered_at IS NULL) = (second IS NULL) AND (answered_at IS NULL) = (answer IS NULL) AND (answered_at IS NULL) = (answered_by IS NULL));
ALTER TABLE "second_look" ADD CONSTRAINT "second_look_settled_whole"
  CHECK ((settled_at IS NULL) = (settled_by IS NULL) AND (settled_at IS NULL OR answered_at IS NOT NULL));
