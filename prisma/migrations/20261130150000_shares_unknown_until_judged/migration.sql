-- A share of marks is unknown until somebody has judged a comment: such articles stand last in the list, whichever way it is ordered.
UPDATE "article_standing" t SET "off_topic" = -1, "uncivil" = -1
FROM "article_stat" s
WHERE s."site_id" = t."site_id" AND s."article_id" = t."article_id" AND s."grain" = 't' AND s."judged" = 0
  AND (t."off_topic" >= 0 OR t."uncivil" >= 0);
