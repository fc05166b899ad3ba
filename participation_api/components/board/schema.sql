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
  shown_at text not null,
  group_id text not null,
  group_before text not null,
  is_pinned integer not null,
  is_answered integer not null,
  primary key (session, activity, number),
  unique (session, activity, participant, digest)
);

create table if not exists note_group (
  session text not null,
  activity text not null,
  id text not null,
  text text not null,
  made_at text not null,
  primary key (session, activity, id)
);

create table if not exists agreement (
  session text not null,
  activity text not null,
  participant text not null,
  number integer not null,
  primary key (session, activity, participant, number)
);

create table if not exists note_report (
  session text not null,
  activity text not null,
  number integer not null,
  participant text not null,
  reason text not null,
  text text not null,
  at text not null,
  handled_at text not null,
  primary key (session, activity, number, participant)
);
