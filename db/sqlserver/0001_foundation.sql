create table Authorities (
    Id uniqueidentifier not null,
    Name nvarchar(200) not null,
    NameKey nvarchar(200) collate Latin1_General_BIN2 not null,
    OrganisationNumber nvarchar(10) null,
    MunicipalityCode nvarchar(4) null,
    PostalAddress nvarchar(400) null,
    Website nvarchar(400) null,
    Version int not null,
    constraint PK_Authorities primary key (Id)
);
create unique index UX_Authorities_NameKey on Authorities (NameKey);

create table Units (
    Id uniqueidentifier not null,
    AuthorityId uniqueidentifier not null,
    Name nvarchar(200) not null,
    NameKey nvarchar(200) collate Latin1_General_BIN2 not null,
    IsClosed bit not null,
    Version int not null,
    constraint PK_Units primary key (Id),
    constraint FK_Units_Authorities foreign key (AuthorityId) references Authorities (Id)
);
create unique index UX_Units_Authority_NameKey on Units (AuthorityId, NameKey);

create table Users (
    Id uniqueidentifier not null,
    Name nvarchar(200) not null,
    NameKey nvarchar(200) collate Latin1_General_BIN2 not null,
    Email nvarchar(254) not null,
    EmailKey nvarchar(254) collate Latin1_General_BIN2 not null,
    Phone nvarchar(40) null,
    IsInstallationAdministrator bit not null,
    IsClosed bit not null,
    PasswordHash nvarchar(400) null,
    SecurityStamp nvarchar(64) not null,
    FailedSignIns int not null,
    LockedUntil datetimeoffset(6) null,
    LastSignInAt datetimeoffset(6) null,
    CreatedAt datetimeoffset(6) not null,
    Version int not null,
    constraint PK_Users primary key (Id)
);
create unique index UX_Users_EmailKey on Users (EmailKey);

create table Memberships (
    UserId uniqueidentifier not null,
    AuthorityId uniqueidentifier not null,
    Role nvarchar(40) not null,
    constraint PK_Memberships primary key (UserId, AuthorityId),
    constraint FK_Memberships_Users foreign key (UserId) references Users (Id),
    constraint FK_Memberships_Authorities foreign key (AuthorityId) references Authorities (Id)
);
create index IX_Memberships_Authority on Memberships (AuthorityId);

create table AccessTokens (
    Id uniqueidentifier not null,
    UserId uniqueidentifier not null,
    Name nvarchar(200) not null,
    Role nvarchar(40) not null,
    Hash nvarchar(64) collate Latin1_General_BIN2 not null,
    Hint nvarchar(20) not null,
    CreatedAt datetimeoffset(6) not null,
    ExpiresAt datetimeoffset(6) not null,
    LastUsedAt datetimeoffset(6) null,
    RevokedAt datetimeoffset(6) null,
    constraint PK_AccessTokens primary key (Id),
    constraint FK_AccessTokens_Users foreign key (UserId) references Users (Id)
);
create unique index UX_AccessTokens_Hash on AccessTokens (Hash);
create index IX_AccessTokens_User on AccessTokens (UserId);

create table AuditEntries (
    Id uniqueidentifier not null,
    At datetimeoffset(6) not null,
    ActorId uniqueidentifier null,
    ActorName nvarchar(200) not null,
    Via nvarchar(20) not null,
    Subject nvarchar(40) not null,
    SubjectId uniqueidentifier not null,
    SubjectVersion int not null,
    Action nvarchar(60) not null,
    Changes nvarchar(max) not null,
    constraint PK_AuditEntries primary key (Id)
);
create index IX_AuditEntries_Subject on AuditEntries (Subject, SubjectId, SubjectVersion);

create table OutboxMessages (
    Id uniqueidentifier not null,
    Kind nvarchar(100) not null,
    Payload nvarchar(max) not null,
    Status nvarchar(20) not null,
    CreatedAt datetimeoffset(6) not null,
    DueAt datetimeoffset(6) not null,
    Attempts int not null,
    LeaseToken uniqueidentifier null,
    LeaseUntil datetimeoffset(6) null,
    HandledAt datetimeoffset(6) null,
    LastError nvarchar(2000) null,
    constraint PK_OutboxMessages primary key (Id),
    constraint CK_OutboxMessages_Status check (Status in ('Waiting', 'Handled', 'Parked'))
);
create index IX_OutboxMessages_Due on OutboxMessages (Status, DueAt);

create table DataProtectionKeys (
    FriendlyName nvarchar(200) not null,
    Xml nvarchar(max) not null,
    CreatedAt datetimeoffset(6) not null,
    constraint PK_DataProtectionKeys primary key (FriendlyName)
);
