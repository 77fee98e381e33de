-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "tier" AS ENUM ('gating', 'canary', 'production');

-- CreateEnum
CREATE TYPE "area" AS ENUM ('install', 'kernel', 'dataplane', 'telemetry', 'policy', 'mesh');

-- CreateEnum
CREATE TYPE "outcome" AS ENUM ('passed', 'failed', 'error', 'inconclusive');

-- CreateEnum
CREATE TYPE "case_status" AS ENUM ('passed', 'failed', 'error', 'skipped');

-- CreateEnum
CREATE TYPE "verdict" AS ENUM ('ready', 'review', 'unproven', 'blocked');

-- CreateEnum
CREATE TYPE "upload_kind" AS ENUM ('gate-run', 'node-report');

-- CreateEnum
CREATE TYPE "upload_state" AS ENUM ('accepted', 'partial', 'refused');

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT NOT NULL DEFAULT 'viewer',
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "email" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "used_by" TEXT,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" TEXT,

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cluster" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "tier" "tier" NOT NULL,
    "labels" JSONB NOT NULL DEFAULT '{}',
    "provider" TEXT,
    "region" TEXT,
    "kubernetes_version" TEXT,
    "installed_release" TEXT,
    "initial_release" TEXT,
    "features" JSONB,
    "mesh" JSONB,
    "delivery" JSONB NOT NULL DEFAULT '{"kind":"record"}',
    "prometheus" JSONB,
    "telemetry_budget" JSONB,
    "observed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "cluster_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gate" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "area" "area" NOT NULL,
    "required_for" "tier"[],
    "min_runs" INTEGER NOT NULL,
    "max_age_hours" DOUBLE PRECISION NOT NULL,
    "pass_rate" DOUBLE PRECISION NOT NULL,
    "proves" TEXT NOT NULL DEFAULT '',
    "tool" TEXT NOT NULL DEFAULT '',
    "mesh" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "gate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gate_run" (
    "id" UUID NOT NULL,
    "cluster_id" INTEGER NOT NULL,
    "release_id" INTEGER NOT NULL,
    "gate_id" TEXT NOT NULL,
    "ran_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "url" TEXT,
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "outcome" "outcome" NOT NULL,
    "passed" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "error" INTEGER NOT NULL,
    "skipped" INTEGER NOT NULL,
    "flaky" INTEGER NOT NULL,
    "duration_seconds" DOUBLE PRECISION,
    "well_formed" BOOLEAN NOT NULL,
    "defects" JSONB NOT NULL DEFAULT '[]',
    "tool" TEXT,
    "artifact_id" UUID NOT NULL,
    "upload_id" UUID NOT NULL,

    CONSTRAINT "gate_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gate_case" (
    "run_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "suite" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL,
    "status" "case_status" NOT NULL,
    "duration_seconds" DOUBLE PRECISION,
    "message" TEXT,
    "superseded" BOOLEAN NOT NULL DEFAULT false,
    "flaky" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "gate_case_pkey" PRIMARY KEY ("run_id","ordinal")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "cluster_id" INTEGER,
    "release_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "not_before" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "payload" JSONB NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "journal_head" (
    "id" INTEGER NOT NULL,
    "audit_seq" BIGINT NOT NULL,
    "audit_hash" TEXT NOT NULL,
    "event_id" BIGINT NOT NULL,

    CONSTRAINT "journal_head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "node_profile" (
    "id" SERIAL NOT NULL,
    "digest" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "kernel_release" TEXT NOT NULL,
    "os_image" TEXT,
    "machine" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "node_profile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "node" (
    "id" SERIAL NOT NULL,
    "cluster_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "profile_id" INTEGER NOT NULL,
    "report_id" UUID NOT NULL,
    "collected_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "node_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "node_report" (
    "id" UUID NOT NULL,
    "node_id" INTEGER NOT NULL,
    "profile_id" INTEGER NOT NULL,
    "collected_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "digest" TEXT NOT NULL,
    "artifact_id" UUID NOT NULL,
    "line" INTEGER,
    "upload_id" UUID NOT NULL,

    CONSTRAINT "node_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "readiness" (
    "cluster_id" INTEGER NOT NULL,
    "release_id" INTEGER NOT NULL,
    "snapshot_id" UUID NOT NULL,
    "verdict" "verdict" NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "readiness_pkey" PRIMARY KEY ("cluster_id","release_id")
);

-- CreateTable
CREATE TABLE "readiness_snapshot" (
    "id" UUID NOT NULL,
    "cluster_id" INTEGER NOT NULL,
    "release_id" INTEGER NOT NULL,
    "baseline" TEXT,
    "policy_version" TEXT NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,
    "verdict" "verdict" NOT NULL,
    "areas" JSONB NOT NULL,
    "reasons" JSONB NOT NULL,
    "nodes" JSONB NOT NULL,
    "evidence" JSONB NOT NULL,
    "inputs" JSONB NOT NULL,

    CONSTRAINT "readiness_snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "readiness_change" (
    "id" BIGSERIAL NOT NULL,
    "cluster_id" INTEGER NOT NULL,
    "release_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "area" "area",
    "from" "verdict",
    "to" "verdict" NOT NULL,
    "summary" TEXT NOT NULL,
    "snapshot_id" UUID NOT NULL,

    CONSTRAINT "readiness_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release" (
    "id" SERIAL NOT NULL,
    "version" TEXT NOT NULL,
    "baseline" TEXT,
    "tracked" BOOLEAN NOT NULL DEFAULT true,
    "notes" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "artifact" (
    "id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "size_bytes" BIGINT NOT NULL,
    "stored_bytes" BIGINT NOT NULL,
    "content_type" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "artifact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "artifact_chunk" (
    "artifact_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "artifact_chunk_pkey" PRIMARY KEY ("artifact_id","seq")
);

-- CreateTable
CREATE TABLE "upload" (
    "id" UUID NOT NULL,
    "kind" "upload_kind" NOT NULL,
    "state" "upload_state" NOT NULL,
    "dedupe_key" TEXT,
    "request_digest" TEXT,
    "cluster_id" INTEGER,
    "release_id" INTEGER,
    "cluster_name" TEXT,
    "release_version" TEXT,
    "gate_id" TEXT,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "content_type" TEXT,
    "size_bytes" BIGINT,
    "artifact_id" UUID,
    "accepted_count" INTEGER NOT NULL DEFAULT 0,
    "duplicate_count" INTEGER NOT NULL DEFAULT 0,
    "rejected_count" INTEGER NOT NULL DEFAULT 0,
    "problem" JSONB,
    "response" JSONB,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "rate_limit_key_key" ON "rate_limit"("key");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_hash_key" ON "api_token"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "cluster_name_key" ON "cluster"("name");

-- CreateIndex
CREATE UNIQUE INDEX "gate_run_upload_id_key" ON "gate_run"("upload_id");

-- CreateIndex
CREATE INDEX "gate_run_cluster_id_release_id_gate_id_ran_at_idx" ON "gate_run"("cluster_id", "release_id", "gate_id", "ran_at" DESC);

-- CreateIndex
CREATE INDEX "gate_run_gate_id_ran_at_id_idx" ON "gate_run"("gate_id", "ran_at" DESC, "id");

-- CreateIndex
CREATE INDEX "gate_run_release_id_ran_at_idx" ON "gate_run"("release_id", "ran_at" DESC);

-- CreateIndex
CREATE INDEX "outbox_kind_not_before_id_idx" ON "outbox"("kind", "not_before", "id");

-- CreateIndex
CREATE INDEX "event_at_idx" ON "event"("at");

-- CreateIndex
CREATE INDEX "audit_entry_subject_kind_subject_id_seq_idx" ON "audit_entry"("subject_kind", "subject_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "node_profile_digest_key" ON "node_profile"("digest");

-- CreateIndex
CREATE INDEX "node_profile_kernel_release_idx" ON "node_profile"("kernel_release");

-- CreateIndex
CREATE INDEX "node_profile_id_idx" ON "node"("profile_id");

-- CreateIndex
CREATE UNIQUE INDEX "node_cluster_id_name_key" ON "node"("cluster_id", "name");

-- CreateIndex
CREATE INDEX "node_report_upload_id_idx" ON "node_report"("upload_id");

-- CreateIndex
CREATE UNIQUE INDEX "node_report_node_id_digest_key" ON "node_report"("node_id", "digest");

-- CreateIndex
CREATE INDEX "readiness_release_id_idx" ON "readiness"("release_id");

-- CreateIndex
CREATE INDEX "readiness_expires_at_idx" ON "readiness"("expires_at");

-- CreateIndex
CREATE INDEX "readiness_snapshot_cluster_id_release_id_computed_at_idx" ON "readiness_snapshot"("cluster_id", "release_id", "computed_at" DESC);

-- CreateIndex
CREATE INDEX "readiness_change_release_id_at_idx" ON "readiness_change"("release_id", "at" DESC);

-- CreateIndex
CREATE INDEX "readiness_change_cluster_id_release_id_at_idx" ON "readiness_change"("cluster_id", "release_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "release_version_key" ON "release"("version");

-- CreateIndex
CREATE UNIQUE INDEX "artifact_sha256_key" ON "artifact"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "upload_dedupe_key_key" ON "upload"("dedupe_key");

-- CreateIndex
CREATE INDEX "upload_received_at_id_idx" ON "upload"("received_at" DESC, "id");

-- CreateIndex
CREATE INDEX "upload_cluster_id_received_at_idx" ON "upload"("cluster_id", "received_at" DESC);

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_run" ADD CONSTRAINT "gate_run_cluster_id_fkey" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_run" ADD CONSTRAINT "gate_run_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_run" ADD CONSTRAINT "gate_run_artifact_id_fkey" FOREIGN KEY ("artifact_id") REFERENCES "artifact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_run" ADD CONSTRAINT "gate_run_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "upload"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_case" ADD CONSTRAINT "gate_case_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "gate_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "node" ADD CONSTRAINT "node_cluster_id_fkey" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "node" ADD CONSTRAINT "node_profile_id_fkey" FOREIGN KEY ("profile_id") REFERENCES "node_profile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "node_report" ADD CONSTRAINT "node_report_node_id_fkey" FOREIGN KEY ("node_id") REFERENCES "node"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "node_report" ADD CONSTRAINT "node_report_profile_id_fkey" FOREIGN KEY ("profile_id") REFERENCES "node_profile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "node_report" ADD CONSTRAINT "node_report_artifact_id_fkey" FOREIGN KEY ("artifact_id") REFERENCES "artifact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "node_report" ADD CONSTRAINT "node_report_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "upload"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readiness" ADD CONSTRAINT "readiness_cluster_id_fkey" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readiness" ADD CONSTRAINT "readiness_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readiness" ADD CONSTRAINT "readiness_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "readiness_snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readiness_snapshot" ADD CONSTRAINT "readiness_snapshot_cluster_id_fkey" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readiness_snapshot" ADD CONSTRAINT "readiness_snapshot_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readiness_change" ADD CONSTRAINT "readiness_change_cluster_id_fkey" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readiness_change" ADD CONSTRAINT "readiness_change_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "artifact_chunk" ADD CONSTRAINT "artifact_chunk_artifact_id_fkey" FOREIGN KEY ("artifact_id") REFERENCES "artifact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_cluster_id_fkey" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_artifact_id_fkey" FOREIGN KEY ("artifact_id") REFERENCES "artifact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The one row that every append to the journals locks.
INSERT INTO "journal_head" ("id", "audit_seq", "audit_hash", "event_id")
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000', 0);

-- The audit log is append-only, whoever is connected.
CREATE FUNCTION "refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only';
END $$;
CREATE TRIGGER "audit_entry_is_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_entry"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();

-- Failed and flaky cases are looked for in long runs; passed ones are only listed.
CREATE INDEX "gate_case_not_passed_idx" ON "gate_case" ("run_id", "ordinal")
WHERE "status" IN ('failed', 'error') OR "flaky";
