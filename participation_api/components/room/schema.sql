create table if not exists room_choice (
  session text not null,
  activity text not null,
  participant text not null,
  room text not null,
  at text not null,
  primary key (session, activity, participant)
);

create table if not exists room_failure (
  session text not null,
  activity text not null,
  room text not null,
  what text not null,
  since text not null,
  mended_at text,
  primary key (session, activity, room, what, since)
);

create table if not exists room_end (
  session text not null,
  activity text not null,
  at text not null,
  ends_at text not null,
  primary key (session, activity, at)
);
