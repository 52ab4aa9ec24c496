-- The log of decisions can be narrowed down to one reason, however long it has become and however rare the reason is.
CREATE INDEX "decision_by_reason" ON "decision"("site_id", "reason", "id") WHERE "reason" IS NOT NULL;
