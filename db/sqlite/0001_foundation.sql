create table Authorities (
    Id text not null primary key,
    Name text not null,
    NameKey text not null,
    OrganisationNumber text null,
    MunicipalityCode text null,
    PostalAddress text null,
    Website text null,
    Version integer not null
) strict;
create unique index UX_Authorities_NameKey on Authorities (NameKey);

create table Units (
    Id text not null primary key,
    AuthorityId text not null references Authorities (Id),
    Name text not null,
    NameKey text not null,
    IsClosed integer not null,
    Version integer not null
) strict;
create unique index UX_Units_Authority_NameKey on Units (AuthorityId, NameKey);

create table Users (
    Id text not null primary key,
    Name text not null,
    NameKey text not null,
    Email text not null,
    EmailKey text not null,
    Phone text null,
    IsInstallationAdministrator integer not null,
    IsClosed integer not null,
    PasswordHash text null,
    SecurityStamp text not null,
    FailedSignIns integer not null,
    LockedUntil text null,
    LastSignInAt text null,
    CreatedAt text not null,
    Version integer not null
) strict;
create unique index UX_Users_EmailKey on Users (EmailKey);

create table Memberships (
    UserId text not null references Users (Id),
    AuthorityId text not null references Authorities (Id),
    Role text not null,
    primary key (UserId, AuthorityId)
) strict;
create index IX_Memberships_Authority on Memberships (AuthorityId);

create table AccessTokens (
    Id text not null primary key,
    UserId text not null references Users (Id),
    Name text not null,
    Role text not null,
    Hash text not null,
    Hint text not null,
    CreatedAt text not null,
    ExpiresAt text not null,
    LastUsedAt text null,
    RevokedAt text null
) strict;
create unique index UX_AccessTokens_Hash on AccessTokens (Hash);
create index IX_AccessTokens_User on AccessTokens (UserId);

create table AuditEntries (
    Id text not null primary key,
    At text not null,
    ActorId text null,
    ActorName text not null,
    Via text not null,
    Subject text not null,
    SubjectId text not null,
    SubjectVersion integer not null,
    Action text not null,
    Changes text not null
) strict;
create index IX_AuditEntries_Subject on AuditEntries (Subject, SubjectId, SubjectVersion);

create table OutboxMessages (
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
    check (Status in ('Waiting', 'Handled', 'Parked'))
) strict;
create index IX_OutboxMessages_Due on OutboxMessages (Status, DueAt);

create table DataProtectionKeys (
    FriendlyName text not null primary key,
    Xml text not null,
    CreatedAt text not null
) strict;
