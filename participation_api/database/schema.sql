create table if not exists setting (
  name text not null primary key,
  value text not null
);

create table if not exists activity_state (
  session text not null,
  activity text not null,
  at text not null,
  state text not null,
  ends_at text,
  by text not null,
  primary key (session, activity, at)
);

create table if not exists wording (
  session text not null,
  activity text not null,
  choice text not null,
  since text not null,
  text text not null,
  primary key (session, activity, choice, since)
);

create table if not exists organiser_link (
  session text not null,
  token_digest text not null,
  role text not null,
  name text not null,
  made_at text not null,
  expires_at text not null,
  revoked_at text,
  primary key (token_digest)
);

create table if not exists moderation_log (
  session text not null,
  activity text not null,
  at text not null,
  who text not null,
  what text not null,
  entry text not null,
  why text not null,
  primary key (session, activity, at, what, entry)
);

create table if not exists problem (
  session text not null,
  id text not null,
  kind text not null,
  text text not null,
  activity text not null,
  at text not null,
  seen_at text,
  seen_by text not null,
  primary key (session, id)
);

create table if not exists vote_code (
  session text not null,
  activity text not null,
  code_hmac text not null,
  made_at text not null,
  primary key (session, activity, code_hmac)
);

create table if not exists cancelled_code (
  session text not null,
  activity text not null,
  code_hmac text not null,
  made_at text not null,
  cancelled_at text not null,
  primary key (session, activity, code_hmac)
);
