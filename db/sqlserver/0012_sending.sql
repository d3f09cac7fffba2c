-- What is stopped before it has gone stays in the outbox as such, so that it can be sent after all.
-- SendingId is what a message is sent for, such as a meeting, and Destination the mail domain it goes to.
alter table OutboxMessages drop constraint CK_OutboxMessages_Status;
alter table OutboxMessages add constraint CK_OutboxMessages_Status check (Status in ('Waiting', 'Handled', 'Parked', 'Stopped'));
alter table OutboxMessages add SendingId uniqueidentifier null;
alter table OutboxMessages add Destination nvarchar(254) null;

-- As long as a sending has a row here, none of its messages is handed out.
create table OutboxHolds (
    SendingId uniqueidentifier not null,
    HeldAt datetimeoffset(6) not null,
    HeldByName nvarchar(200) not null,
    constraint PK_OutboxHolds primary key (SendingId)
);

-- How many messages have been handed out in the window that is open: one row for all mail, and one for each domain with a limit.
-- FreeAt is set when the window is full.
create table OutboxPaces (
    Name nvarchar(254) not null,
    WindowStart datetimeoffset(6) not null,
    Taken int not null,
    FreeAt datetimeoffset(6) null,
    constraint PK_OutboxPaces primary key (Name)
);
