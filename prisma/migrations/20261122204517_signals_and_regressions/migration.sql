-- CreateEnum
CREATE TYPE "regression_kind" AS ENUM ('gate', 'signal', 'node', 'cardinality');

-- CreateEnum
CREATE TYPE "regression_state" AS ENUM ('open', 'acknowledged', 'resolved', 'dismissed');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "upload_kind" ADD VALUE 'metrics';
ALTER TYPE "upload_kind" ADD VALUE 'metric-windows';

-- CreateTable
CREATE TABLE "cell" (
    "cluster_id" INTEGER NOT NULL,
    "release_id" INTEGER NOT NULL,
    "kind" "regression_kind" NOT NULL,
    "subject" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "previous_state" TEXT,
    "facts" JSONB NOT NULL,
    "card" JSONB NOT NULL,
    "verdict" JSONB NOT NULL,
    "p" DOUBLE PRECISION,
    "q" DOUBLE PRECISION,
    "judged_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),

    CONSTRAINT "cell_pkey" PRIMARY KEY ("cluster_id","release_id","kind","subject")
);

-- CreateTable
CREATE TABLE "board" (
    "release_id" INTEGER NOT NULL,
    "baseline" TEXT,
    "judged_at" TIMESTAMPTZ(3) NOT NULL,
    "rule_version" TEXT NOT NULL,
    "summary" JSONB NOT NULL,

    CONSTRAINT "board_pkey" PRIMARY KEY ("release_id")
);

-- CreateTable
CREATE TABLE "regression" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "cluster_id" INTEGER NOT NULL,
    "release_id" INTEGER NOT NULL,
    "baseline" TEXT NOT NULL,
    "kind" "regression_kind" NOT NULL,
    "subject" TEXT NOT NULL,
    "area" "area" NOT NULL,
    "state" "regression_state" NOT NULL,
    "cell_state" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "baseline_value" DOUBLE PRECISION,
    "candidate_value" DOUBLE PRECISION,
    "effect" DOUBLE PRECISION,
    "p_value" DOUBLE PRECISION,
    "q_value" DOUBLE PRECISION,
    "sentence" TEXT NOT NULL,
    "card" JSONB NOT NULL,
    "explains" JSONB NOT NULL DEFAULT '[]',
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "cause" TEXT,
    "issue_url" TEXT,
    "reason" TEXT,
    "expires_at" TIMESTAMPTZ(3),
    "level" JSONB,
    "dismissed_at_level" JSONB,
    "fix_claimed_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "close_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "regression_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "regression_run" (
    "regression_id" UUID NOT NULL,
    "gate_run_id" UUID NOT NULL,

    CONSTRAINT "regression_run_pkey" PRIMARY KEY ("regression_id","gate_run_id")
);

-- CreateTable
CREATE TABLE "regression_event" (
    "id" BIGSERIAL NOT NULL,
    "regression_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "regression_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "waiver" (
    "id" UUID NOT NULL,
    "release_id" INTEGER NOT NULL,
    "kind" "regression_kind" NOT NULL,
    "subject" TEXT NOT NULL,
    "scope" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "url" TEXT,
    "level" JSONB NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "author_kind" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "author_name" TEXT NOT NULL,
    "approvals" JSONB NOT NULL DEFAULT '[]',
    "approvals_needed" INTEGER NOT NULL DEFAULT 1,
    "approved_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" TEXT,
    "revoke_reason" TEXT,

    CONSTRAINT "waiver_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signal_segment" (
    "id" SERIAL NOT NULL,
    "label" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "signal_segment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signal_block" (
    "cluster_id" INTEGER NOT NULL,
    "release_id" INTEGER NOT NULL,
    "signal" TEXT NOT NULL,
    "segment_id" INTEGER NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "x" DOUBLE PRECISION,
    "exposure" DOUBLE PRECISION,
    "coverage" REAL NOT NULL,
    "lost" REAL,
    "way" TEXT NOT NULL,
    "form" TEXT,
    "upload_id" UUID,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "signal_block_pkey" PRIMARY KEY ("cluster_id","release_id","signal","segment_id","hour")
) PARTITION BY RANGE ("hour");

-- CreateTable
CREATE TABLE "scrape_target" (
    "cluster_id" INTEGER NOT NULL,
    "instance" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "release_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "series" JSONB NOT NULL,
    "shape" JSONB NOT NULL,

    CONSTRAINT "scrape_target_pkey" PRIMARY KEY ("cluster_id","instance","endpoint")
);

-- CreateTable
CREATE TABLE "scrape_hour" (
    "cluster_id" INTEGER NOT NULL,
    "release_id" INTEGER NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "endpoint" TEXT NOT NULL,
    "instance" TEXT NOT NULL,
    "covered_seconds" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "scrape_hour_pkey" PRIMARY KEY ("cluster_id","release_id","hour","endpoint","instance")
);

-- CreateTable
CREATE TABLE "metric_source" (
    "cluster_id" INTEGER NOT NULL,
    "next_hour" TIMESTAMPTZ(3),
    "backend" TEXT,
    "version" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "open_until" TIMESTAMPTZ(3),
    "last_tried_at" TIMESTAMPTZ(3),
    "last_ok_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "warnings" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "metric_source_pkey" PRIMARY KEY ("cluster_id")
);

-- CreateTable
CREATE TABLE "signal_replay" (
    "cluster_id" INTEGER NOT NULL,
    "baseline" TEXT NOT NULL,
    "rule_version" TEXT NOT NULL,
    "replayed_at" TIMESTAMPTZ(3) NOT NULL,
    "weeks" INTEGER NOT NULL,
    "tests" INTEGER NOT NULL,
    "false_alarms" INTEGER NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "signal_replay_pkey" PRIMARY KEY ("cluster_id")
);

-- CreateIndex
CREATE INDEX "cell_release_id_kind_subject_idx" ON "cell"("release_id", "kind", "subject");

-- CreateIndex
CREATE INDEX "cell_due_at_idx" ON "cell"("due_at");

-- CreateIndex
CREATE UNIQUE INDEX "regression_number_key" ON "regression"("number");

-- CreateIndex
CREATE INDEX "regression_cluster_id_release_id_kind_subject_idx" ON "regression"("cluster_id", "release_id", "kind", "subject");

-- CreateIndex
CREATE INDEX "regression_release_id_state_idx" ON "regression"("release_id", "state");

-- CreateIndex
CREATE INDEX "regression_first_seen_at_idx" ON "regression"("first_seen_at" DESC);

-- CreateIndex
CREATE INDEX "regression_run_gate_run_id_idx" ON "regression_run"("gate_run_id");

-- CreateIndex
CREATE INDEX "regression_event_regression_id_id_idx" ON "regression_event"("regression_id", "id");

-- CreateIndex
CREATE INDEX "waiver_release_id_kind_subject_idx" ON "waiver"("release_id", "kind", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "signal_segment_label_value_key" ON "signal_segment"("label", "value");

-- AddForeignKey
ALTER TABLE "regression_run" ADD CONSTRAINT "regression_run_regression_id_fkey" FOREIGN KEY ("regression_id") REFERENCES "regression"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regression_event" ADD CONSTRAINT "regression_event_regression_id_fkey" FOREIGN KEY ("regression_id") REFERENCES "regression"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The whole cluster: what is not looked at closer.
INSERT INTO "signal_segment" ("id", "label", "value") VALUES (0, '', '');

-- Blocks live in partitions of a week, from Monday, UTC. A partition is made beside the table and attached, which does
-- not lock out readers and writers of the others; two that make the same one wait for each other.
CREATE FUNCTION "ensure_signal_block_partition"("instant" TIMESTAMPTZ) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  week TIMESTAMPTZ := date_trunc('week', "instant" AT TIME ZONE 'UTC') AT TIME ZONE 'UTC';
  name TEXT := 'signal_block_' || to_char(week AT TIME ZONE 'UTC', 'IYYY"w"IW');
BEGIN
  IF to_regclass(quote_ident(name)) IS NOT NULL THEN RETURN; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('signal_block partition'));
  BEGIN
    EXECUTE format('CREATE TABLE %I (LIKE "signal_block" INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', name);
    EXECUTE format('ALTER TABLE "signal_block" ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
      name, week, week + interval '7 days');
  EXCEPTION WHEN duplicate_table THEN
    -- Who held the lock made it. Looking again would not tell: this session still remembers that it was not there.
    NULL;
  END;
END $$;

-- One regression of a subject on a cluster with a release lives at a time.
CREATE UNIQUE INDEX "regression_alive_idx" ON "regression" ("cluster_id", "release_id", "kind", "subject")
WHERE "state" IN ('open', 'acknowledged');

-- Cells that are tested again over the whole board.
CREATE INDEX "cell_tested_idx" ON "cell" ("release_id", "kind") WHERE "p" IS NOT NULL;
