create table if not exists room_choice (
  session text not null,
  activity text not null,
  participant text not null,
  room text not null,
  at text not null,
  primary key (session, activity, participant)
);
