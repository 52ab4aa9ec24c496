-- What is thrown away once it is old is found by its age. Waits for a look at every delivery: about a second a million.
CREATE INDEX "webhook_delivery_settled" ON "webhook_delivery"("settled_at") WHERE (settled_at IS NOT NULL);
CREATE INDEX "batch_draft" ON "batch"("created_at") WHERE (state = 'draft'::batch_state);
