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
