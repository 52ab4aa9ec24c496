-- The list of changes can be narrowed down to some days, one person or one kind of act, however long it has become.
CREATE INDEX "audit_entry_by_time" ON "audit_entry"("site_id", "at", "id");
CREATE INDEX "audit_entry_by_person" ON "audit_entry"("site_id", "actor_id", "at", "id");
CREATE INDEX "audit_entry_by_act" ON "audit_entry"("site_id", "act", "at", "id");
