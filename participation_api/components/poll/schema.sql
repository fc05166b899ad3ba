create table if not exists ballot (
  session text not null,
  activity text not null,
  participant text not null,
  choices text not null,
  other text not null,
  at text not null,
  late integer not null,
  primary key (session, activity, participant)
);

create table if not exists closing_tally (
  session text not null,
  activity text not null,
  closed_at text not null,
  choices text not null,
  count integer not null,
  primary key (session, activity, closed_at, choices)
);

create table if not exists phrase (
  session text not null,
  activity text not null,
  number integer not null,
  digest text not null,
  status text not null check (status in ('shown', 'hidden')),
  hidden_reason text not null,
  primary key (session, activity, number),
  unique (session, activity, digest)
);
