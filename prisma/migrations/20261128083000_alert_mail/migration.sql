-- Mail about alerts on its way: a row for each address, written with the alert, settled when it has been sent or given up.
CREATE TABLE "alert_mail" (
    "site_id" UUID NOT NULL,
    "alert_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "state" "delivery_state" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(6) NOT NULL,
    "failure" TEXT,
    "settled_at" TIMESTAMPTZ(6),

    CONSTRAINT "alert_mail_pkey" PRIMARY KEY ("site_id","alert_id","address")
);

ALTER TABLE "alert_mail" ADD CONSTRAINT "alert_mail_site_id_alert_id_fkey" FOREIGN KEY ("site_id", "alert_id") REFERENCES "alert"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE INDEX "alert_mail_due" ON "alert_mail"("next_attempt_at") WHERE (state = 'pending'::delivery_state);
