create table if not exists note (
  session text not null,
  activity text not null,
  number integer not null,
  participant text not null,
  digest text not null,
  column_id text not null,
  text text not null,
  lang text not null,
  may_publish integer not null,
  status text not null check (status in ('waiting', 'shown', 'hidden', 'withdrawn')),
  status_before text not null,
  hidden_reason text not null,
  at text not null,
  changed_at text not null,
  late integer not null,
  primary key (session, activity, number),
  unique (session, activity, participant, digest)
);
