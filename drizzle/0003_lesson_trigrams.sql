-- Typing mistakes are forgiven with the help of pg_trgm. It comes with Postgres' contrib modules and
-- is a trusted extension, so whoever may create in the database may create it; but a server may have
-- no contrib, or its owner no such right. The search then goes on without corrections, so this
-- migration must not fail. Someone who adds the extension later runs the two statements by hand.
do $$
begin
  create extension if not exists pg_trgm;
  create index if not exists lesson_words_trigrams on lesson_words using gin (word gin_trgm_ops);
exception
  -- 0A000 (Postgres 16 and newer) and 58P01 (older): it is not installed. 42501: no right to it.
  -- 42704: it stands in a schema that is not on the search path.
  when feature_not_supported or undefined_file or insufficient_privilege or undefined_object then
    raise notice 'pg_trgm is not there (%): searches will not forgive typing mistakes', sqlerrm;
end
$$;
