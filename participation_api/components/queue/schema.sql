create table if not exists turn (
  session text not null,
  activity text not null,
  number integer not null,
  participant text not null,
  state text not null check (state in ('waiting', 'called', 'done', 'withdrawn')),
  mode text not null,
  place text not null,
  name text not null,
  text text not null,
  more_time integer not null,
  called integer not null,
  at text not null,
  primary key (session, activity, number)
);

create unique index if not exists turn_one_open on turn (session, activity, participant)
where state in ('waiting', 'called');

create table if not exists turn_call (
  session text not null,
  activity text not null,
  number integer not null,
  calls integer not null,
  moved_back integer not null,
  moved_after integer not null,
  primary key (session, activity, number)
);
