-- Run by the Postgres image at its first start, as its superuser: two roles and one database.
--
-- sedikit_owner owns the tables and migrates them; the bot itself is sedikit_app, which reads and
-- writes, and can neither change a table nor alter the audit trail. Both passwords come from .env.
-- On a server of your own: OWNER_PASSWORD=… APP_PASSWORD=… psql -d postgres -f 10-roles.sql
\set ON_ERROR_STOP on
\getenv owner_password OWNER_PASSWORD
\getenv app_password APP_PASSWORD

create role sedikit_owner login password :'owner_password';
create role sedikit_app login password :'app_password';
-- The owner may do what the app may: end its sessions, and drop the queue library's schema.
grant sedikit_app to sedikit_owner;
create database sedikit owner sedikit_owner;
revoke all on database sedikit from public;
-- Nothing that makes or changes a table: the owner makes the queue library's as well.
grant connect, temporary on database sedikit to sedikit_app;

\connect sedikit
-- A superuser owns what is made here, and the app would have no right to it.
alter schema public owner to sedikit_owner;
