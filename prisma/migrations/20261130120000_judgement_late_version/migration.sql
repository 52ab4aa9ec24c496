-- A judgement says which later readings it has learnt on, so that it is learnt again when the models of these change.
ALTER TABLE judgement ADD COLUMN late_version text;
