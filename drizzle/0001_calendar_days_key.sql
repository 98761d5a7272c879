-- A day can be off for one calendar alone, and for two reasons: it is no key any more. What takes
-- its place is generated, in the migration that follows; the generator cannot drop a key by itself.
ALTER TABLE "calendar_days" DROP CONSTRAINT "calendar_days_pkey";
