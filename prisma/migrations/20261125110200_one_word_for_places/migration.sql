-- The page of a saved view is named by its place alone.
ALTER TABLE "saved_view" DROP COLUMN "page";
