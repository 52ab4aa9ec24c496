-- CreateEnum
CREATE TYPE "role" AS ENUM ('moderator', 'editor', 'admin');

-- CreateEnum
CREATE TYPE "article_state" AS ENUM ('open', 'held', 'closed');

-- CreateEnum
CREATE TYPE "comment_status" AS ENUM ('pending', 'published', 'approved', 'rejected', 'removed');

-- CreateEnum
CREATE TYPE "mark_name" AS ENUM ('off_topic', 'uncivil');

-- CreateEnum
CREATE TYPE "uncivil_kind" AS ENUM ('insult', 'identity_attack', 'threat', 'profanity', 'condescension', 'mockery', 'sexual', 'other');

-- CreateEnum
CREATE TYPE "decision_kind" AS ENUM ('approve', 'reject', 'mark', 'clear_mark', 'undo');

-- CreateEnum
CREATE TYPE "actor_kind" AS ENUM ('user', 'api_key', 'policy', 'system');

-- CreateTable
CREATE TABLE "site" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "policy" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateTable
CREATE TABLE "watched_word" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "term" TEXT NOT NULL,
    "kind" "uncivil_kind",
    "is_held" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "watched_word_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "password_hash" TEXT,
    "disabled_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("provider","provider_account_id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "sign_in_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "article" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "url" TEXT,
    "title" TEXT NOT NULL,
    "standfirst" TEXT,
    "body" TEXT NOT NULL DEFAULT '',
    "author" TEXT,
    "author_bio" TEXT,
    "image_credit" TEXT,
    "section" TEXT,
    "language" TEXT,
    "state" "article_state" NOT NULL DEFAULT 'open',
    "published_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "article_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateTable
CREATE TABLE "commenter" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "commenter_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateTable
CREATE TABLE "comment" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "commenter_id" UUID,
    "parent_id" UUID,
    "parent_external_id" TEXT,
    "depth" INTEGER NOT NULL DEFAULT 0,
    "external_id" TEXT NOT NULL,
    "source_revision" BIGINT NOT NULL DEFAULT 0,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "body" TEXT NOT NULL,
    "language" TEXT,
    "status" "comment_status" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "posted_at" TIMESTAMPTZ(6),
    "received_at" TIMESTAMPTZ(6) NOT NULL,
    "ordered_at" TIMESTAMPTZ(6) NOT NULL,
    "reviewed_at" TIMESTAMPTZ(6),
    "suggested_off_topic" REAL,
    "suggested_uncivil" REAL,
    "suggested_uncivil_kind" "uncivil_kind",
    "findings" JSONB NOT NULL DEFAULT '[]',
    "open_reports" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateTable
CREATE TABLE "comment_revision" (
    "site_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "source_revision" BIGINT NOT NULL,
    "replaced_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "comment_revision_pkey" PRIMARY KEY ("site_id","comment_id","number")
);

-- CreateTable
CREATE TABLE "mark" (
    "site_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "mark" "mark_name" NOT NULL,
    "kind" "uncivil_kind",
    "set_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "mark_pkey" PRIMARY KEY ("site_id","comment_id","mark")
);

-- CreateTable
CREATE TABLE "score" (
    "site_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "scorer" TEXT NOT NULL,
    "attribute" TEXT NOT NULL,
    "value" REAL NOT NULL,
    "scorer_version" TEXT NOT NULL,
    "reason" JSONB,
    "scored_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "score_pkey" PRIMARY KEY ("site_id","comment_id","scorer","attribute")
);

-- CreateTable
CREATE TABLE "report" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "reporter" TEXT,
    "reason" TEXT NOT NULL,
    "note" TEXT,
    "reported_at" TIMESTAMPTZ(6) NOT NULL,
    "resolved_at" TIMESTAMPTZ(6),

    CONSTRAINT "report_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateTable
CREATE TABLE "batch" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID,
    "title" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "batch_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateTable
CREATE TABLE "decision" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "batch_id" UUID,
    "kind" "decision_kind" NOT NULL,
    "actor_kind" "actor_kind" NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "reason" TEXT,
    "note" TEXT,
    "mark" "mark_name",
    "mark_kind" "uncivil_kind",
    "seen_version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "undoes_id" UUID,
    "decided_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "site_slug_key" ON "site"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_hash_key" ON "api_key"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "watched_word_site_id_term_key" ON "watched_word"("site_id", "term");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "session_site_id_idx" ON "session"("site_id");

-- CreateIndex
CREATE INDEX "article_site_id_created_at_id_idx" ON "article"("site_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "article_site_id_external_id_key" ON "article"("site_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "commenter_site_id_external_id_key" ON "commenter"("site_id", "external_id");

-- CreateIndex
CREATE INDEX "comment_queue_newest" ON "comment"("site_id", "ordered_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "comment_queue_review" ON "comment"("site_id", "ordered_at" DESC, "id" DESC) WHERE (reviewed_at IS NULL AND (status = 'pending'::comment_status OR status = 'published'::comment_status AND (suggested_off_topic IS NOT NULL OR suggested_uncivil IS NOT NULL OR open_reports > 0)));

-- CreateIndex
CREATE INDEX "comment_queue_uncivil_replies" ON "comment"("site_id", "ordered_at" DESC, "id" DESC) WHERE (reviewed_at IS NULL AND suggested_uncivil IS NOT NULL AND parent_external_id IS NOT NULL AND (status = 'pending'::comment_status OR status = 'published'::comment_status));

-- CreateIndex
CREATE INDEX "comment_queue_off_topic" ON "comment"("site_id", "ordered_at" DESC, "id" DESC) WHERE (reviewed_at IS NULL AND suggested_off_topic IS NOT NULL AND (status = 'pending'::comment_status OR status = 'published'::comment_status));

-- CreateIndex
CREATE INDEX "comment_queue_reported" ON "comment"("site_id", "ordered_at" DESC, "id" DESC) WHERE (reviewed_at IS NULL AND open_reports > 0 AND (status = 'pending'::comment_status OR status = 'published'::comment_status));

-- CreateIndex
CREATE INDEX "comment_queue_held" ON "comment"("site_id", "ordered_at" DESC, "id" DESC) WHERE (status = 'pending'::comment_status);

-- CreateIndex
CREATE INDEX "comment_article" ON "comment"("site_id", "article_id", "ordered_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "comment_replies" ON "comment"("site_id", "parent_id") WHERE (parent_id IS NOT NULL);

-- CreateIndex
CREATE INDEX "comment_waiting_for_parent" ON "comment"("site_id", "parent_external_id") WHERE (parent_id IS NULL AND parent_external_id IS NOT NULL);

-- CreateIndex
CREATE INDEX "comment_commenter" ON "comment"("site_id", "commenter_id", "ordered_at" DESC) WHERE (commenter_id IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "comment_site_id_external_id_key" ON "comment"("site_id", "external_id");

-- CreateIndex
CREATE INDEX "report_site_id_comment_id_idx" ON "report"("site_id", "comment_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_site_id_external_id_key" ON "report"("site_id", "external_id");

-- CreateIndex
CREATE INDEX "decision_site_id_comment_id_id_idx" ON "decision"("site_id", "comment_id", "id" DESC);

-- CreateIndex
CREATE INDEX "decision_site_id_article_id_decided_at_idx" ON "decision"("site_id", "article_id", "decided_at");

-- CreateIndex
CREATE INDEX "decision_site_id_batch_id_idx" ON "decision"("site_id", "batch_id") WHERE (batch_id IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "decision_site_id_undoes_id_key" ON "decision"("site_id", "undoes_id");

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watched_word" ADD CONSTRAINT "watched_word_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commenter" ADD CONSTRAINT "commenter_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_site_id_article_id_fkey" FOREIGN KEY ("site_id", "article_id") REFERENCES "article"("site_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_site_id_commenter_id_fkey" FOREIGN KEY ("site_id", "commenter_id") REFERENCES "commenter"("site_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_site_id_parent_id_fkey" FOREIGN KEY ("site_id", "parent_id") REFERENCES "comment"("site_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_revision" ADD CONSTRAINT "comment_revision_site_id_comment_id_fkey" FOREIGN KEY ("site_id", "comment_id") REFERENCES "comment"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mark" ADD CONSTRAINT "mark_site_id_comment_id_fkey" FOREIGN KEY ("site_id", "comment_id") REFERENCES "comment"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score" ADD CONSTRAINT "score_site_id_comment_id_fkey" FOREIGN KEY ("site_id", "comment_id") REFERENCES "comment"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_site_id_comment_id_fkey" FOREIGN KEY ("site_id", "comment_id") REFERENCES "comment"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_site_id_comment_id_fkey" FOREIGN KEY ("site_id", "comment_id") REFERENCES "comment"("site_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_site_id_batch_id_fkey" FOREIGN KEY ("site_id", "batch_id") REFERENCES "batch"("site_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say: checks, and a log that only grows.

ALTER TABLE "app_user" ADD CONSTRAINT "app_user_email_lower_case" CHECK (email = lower(email));
ALTER TABLE "site" ADD CONSTRAINT "site_slug_form" CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$');
ALTER TABLE "article" ADD CONSTRAINT "article_title_given" CHECK (title <> '');
ALTER TABLE "comment" ADD CONSTRAINT "comment_depth_range" CHECK (depth BETWEEN 0 AND 1000);
ALTER TABLE "comment" ADD CONSTRAINT "comment_not_its_own_parent" CHECK (parent_id <> id);
ALTER TABLE "comment" ADD CONSTRAINT "comment_counts_positive" CHECK (revision >= 1 AND version >= 1 AND open_reports >= 0 AND source_revision >= 0);
ALTER TABLE "comment" ADD CONSTRAINT "comment_suggestion_range" CHECK (suggested_off_topic BETWEEN 0 AND 1 AND suggested_uncivil BETWEEN 0 AND 1);
ALTER TABLE "comment" ADD CONSTRAINT "comment_suggestion_has_kind" CHECK ((suggested_uncivil IS NULL) = (suggested_uncivil_kind IS NULL));
ALTER TABLE "comment" ADD CONSTRAINT "comment_ordered_at" CHECK (ordered_at = coalesce(posted_at, received_at));
ALTER TABLE "comment_revision" ADD CONSTRAINT "comment_revision_number" CHECK (number >= 1);
ALTER TABLE "mark" ADD CONSTRAINT "mark_kind_for_uncivil" CHECK ((mark = 'uncivil') = (kind IS NOT NULL));
ALTER TABLE "score" ADD CONSTRAINT "score_range" CHECK (value BETWEEN 0 AND 1);
ALTER TABLE "decision" ADD CONSTRAINT "decision_undo_names_one" CHECK ((kind = 'undo') = (undoes_id IS NOT NULL));
ALTER TABLE "decision" ADD CONSTRAINT "decision_mark_named" CHECK (kind NOT IN ('mark', 'clear_mark') OR mark IS NOT NULL);
ALTER TABLE "decision" ADD CONSTRAINT "decision_mark_kind" CHECK (mark_kind IS NULL OR mark = 'uncivil');

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% only grows: rows are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER decision_append_only BEFORE UPDATE OR DELETE ON "decision"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
