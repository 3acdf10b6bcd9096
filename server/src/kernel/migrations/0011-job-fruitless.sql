-- How often a job was begun since it last came any further: only one that never does is given up.
alter table kernel.job add column fruitless integer not null default 0;
