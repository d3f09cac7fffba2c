-- What is stopped before it has gone stays in the outbox as such, so that it can be sent after all. SQLite changes a check only by making the table anew.
-- SendingId is what a message is sent for, such as a meeting, and Destination the mail domain it goes to.
create table NewOutboxMessages (
    Id text not null primary key,
    Kind text not null,
    Payload text not null,
    Status text not null,
    CreatedAt text not null,
    DueAt text not null,
    Attempts integer not null,
    LeaseToken text null,
    LeaseUntil text null,
    HandledAt text null,
    LastError text null,
    SendingId text null,
    Destination text null,
    check (Status in ('Waiting', 'Handled', 'Parked', 'Stopped'))
) strict;
insert into NewOutboxMessages (Id, Kind, Payload, Status, CreatedAt, DueAt, Attempts, LeaseToken, LeaseUntil, HandledAt, LastError)
select Id, Kind, Payload, Status, CreatedAt, DueAt, Attempts, LeaseToken, LeaseUntil, HandledAt, LastError from OutboxMessages;
drop table OutboxMessages;
alter table NewOutboxMessages rename to OutboxMessages;
create index IX_OutboxMessages_Due on OutboxMessages (Status, DueAt);

-- As long as a sending has a row here, none of its messages is handed out.
create table OutboxHolds (
    SendingId text not null primary key,
    HeldAt text not null,
    HeldByName text not null
) strict;

-- How many messages have been handed out in the window that is open: one row for all mail, and one for each domain with a limit.
-- FreeAt is set when the window is full.
create table OutboxPaces (
    Name text not null primary key,
    WindowStart text not null,
    Taken integer not null,
    FreeAt text null
) strict;
