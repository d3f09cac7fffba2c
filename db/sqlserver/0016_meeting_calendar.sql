-- An authority's own kinds of meeting, beside those that everyone has. A meeting of such a kind has Kind 'Other' and OwnKindId.
create table MeetingKinds (
    Id uniqueidentifier not null,
    AuthorityId uniqueidentifier not null,
    Name nvarchar(100) not null,
    NameKey nvarchar(200) collate Latin1_General_BIN2 not null,
    IsClosed bit not null,
    Version int not null,
    constraint PK_MeetingKinds primary key (Id),
    constraint FK_MeetingKinds_Authorities foreign key (AuthorityId) references Authorities (Id)
);
create unique index UX_MeetingKinds_Authority_Name on MeetingKinds (AuthorityId, NameKey);

alter table Meetings add OwnKindId uniqueidentifier null;
alter table Meetings add constraint FK_Meetings_MeetingKinds foreign key (OwnKindId) references MeetingKinds (Id);

-- What a meeting is about beside its main procurement (Meetings.ProcurementId), which never stands here too.
create table MeetingProcurements (
    MeetingId uniqueidentifier not null,
    ProcurementId uniqueidentifier not null,
    constraint PK_MeetingProcurements primary key (MeetingId, ProcurementId),
    constraint FK_MeetingProcurements_Meetings foreign key (MeetingId) references Meetings (Id),
    constraint FK_MeetingProcurements_Procurements foreign key (ProcurementId) references Procurements (Id)
);
create index IX_MeetingProcurements_Procurement on MeetingProcurements (ProcurementId);

create table MeetingLots (
    MeetingId uniqueidentifier not null,
    LotId uniqueidentifier not null,
    constraint PK_MeetingLots primary key (MeetingId, LotId),
    constraint FK_MeetingLots_Meetings foreign key (MeetingId) references Meetings (Id),
    constraint FK_MeetingLots_Lots foreign key (LotId) references Lots (Id) on delete cascade
);
create index IX_MeetingLots_Lot on MeetingLots (LotId);

create table MeetingCpvCodes (
    MeetingId uniqueidentifier not null,
    Code nvarchar(8) not null,
    constraint PK_MeetingCpvCodes primary key (MeetingId, Code),
    constraint FK_MeetingCpvCodes_Meetings foreign key (MeetingId) references Meetings (Id)
);

-- Addresses that calendars subscribe to. The secret part is kept only as a hash.
create table CalendarFeeds (
    Id uniqueidentifier not null,
    AuthorityId uniqueidentifier not null,
    UnitId uniqueidentifier null,
    Hash nvarchar(64) collate Latin1_General_BIN2 not null,
    CreatedAt datetimeoffset(6) not null,
    CreatedByName nvarchar(200) not null,
    RevokedAt datetimeoffset(6) null,
    constraint PK_CalendarFeeds primary key (Id),
    constraint FK_CalendarFeeds_Authorities foreign key (AuthorityId) references Authorities (Id),
    constraint FK_CalendarFeeds_Units foreign key (UnitId) references Units (Id)
);
create unique index UX_CalendarFeeds_Hash on CalendarFeeds (Hash);
create index IX_CalendarFeeds_Authority on CalendarFeeds (AuthorityId);

create table PartyGroups (
    Id uniqueidentifier not null,
    AuthorityId uniqueidentifier not null,
    Name nvarchar(100) not null,
    NameKey nvarchar(200) collate Latin1_General_BIN2 not null,
    Version int not null,
    constraint PK_PartyGroups primary key (Id),
    constraint FK_PartyGroups_Authorities foreign key (AuthorityId) references Authorities (Id)
);
create unique index UX_PartyGroups_Authority_Name on PartyGroups (AuthorityId, NameKey);

create table PartyGroupMembers (
    PartyGroupId uniqueidentifier not null,
    Position int not null,
    PartyName nvarchar(200) not null,
    RecipientName nvarchar(200) null,
    Email nvarchar(254) not null,
    constraint PK_PartyGroupMembers primary key (PartyGroupId, Position),
    constraint FK_PartyGroupMembers_PartyGroups foreign key (PartyGroupId) references PartyGroups (Id) on delete cascade
);
