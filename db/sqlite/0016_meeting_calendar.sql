-- An authority's own kinds of meeting, beside those that everyone has. A meeting of such a kind has Kind 'Other' and OwnKindId.
create table MeetingKinds (
    Id text not null primary key,
    AuthorityId text not null references Authorities (Id),
    Name text not null,
    NameKey text not null,
    IsClosed integer not null,
    Version integer not null
) strict;
create unique index UX_MeetingKinds_Authority_Name on MeetingKinds (AuthorityId, NameKey);

alter table Meetings add column OwnKindId text null references MeetingKinds (Id);

-- What a meeting is about beside its main procurement (Meetings.ProcurementId), which never stands here too.
create table MeetingProcurements (
    MeetingId text not null references Meetings (Id),
    ProcurementId text not null references Procurements (Id),
    primary key (MeetingId, ProcurementId)
) strict;
create index IX_MeetingProcurements_Procurement on MeetingProcurements (ProcurementId);

create table MeetingLots (
    MeetingId text not null references Meetings (Id),
    LotId text not null references Lots (Id) on delete cascade,
    primary key (MeetingId, LotId)
) strict;
create index IX_MeetingLots_Lot on MeetingLots (LotId);

create table MeetingCpvCodes (
    MeetingId text not null references Meetings (Id),
    Code text not null,
    primary key (MeetingId, Code)
) strict;

-- Addresses that calendars subscribe to. The secret part is kept only as a hash.
create table CalendarFeeds (
    Id text not null primary key,
    AuthorityId text not null references Authorities (Id),
    UnitId text null references Units (Id),
    Hash text not null,
    CreatedAt text not null,
    CreatedByName text not null,
    RevokedAt text null
) strict;
create unique index UX_CalendarFeeds_Hash on CalendarFeeds (Hash);
create index IX_CalendarFeeds_Authority on CalendarFeeds (AuthorityId);

create table PartyGroups (
    Id text not null primary key,
    AuthorityId text not null references Authorities (Id),
    Name text not null,
    NameKey text not null,
    Version integer not null
) strict;
create unique index UX_PartyGroups_Authority_Name on PartyGroups (AuthorityId, NameKey);

create table PartyGroupMembers (
    PartyGroupId text not null references PartyGroups (Id) on delete cascade,
    Position integer not null,
    PartyName text not null,
    RecipientName text null,
    Email text not null,
    primary key (PartyGroupId, Position)
) strict;
