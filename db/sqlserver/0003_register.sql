create table SocialEnterprises (
    Id uniqueidentifier not null,
    Name nvarchar(200) not null,
    NameKey nvarchar(400) collate Latin1_General_BIN2 not null,
    OrganisationNumber nvarchar(10) null,
    OrganisationNumberKey nvarchar(36) collate Latin1_General_BIN2 not null,
    MunicipalityCode nvarchar(4) null,
    MunicipalityKey nvarchar(100) collate Latin1_General_BIN2 null,
    Website nvarchar(400) null,
    Description nvarchar(4000) null,
    SearchKey nvarchar(max) collate Latin1_General_BIN2 not null,
    UpdatedAt datetimeoffset(6) not null,
    Version int not null,
    constraint PK_SocialEnterprises primary key (Id)
);
create unique index UX_SocialEnterprises_OrganisationNumberKey on SocialEnterprises (OrganisationNumberKey);
create index IX_SocialEnterprises_NameKey on SocialEnterprises (NameKey);
create index IX_SocialEnterprises_MunicipalityCode on SocialEnterprises (MunicipalityCode);

create table SocialEnterpriseContacts (
    Id uniqueidentifier not null,
    SocialEnterpriseId uniqueidentifier not null,
    Position int not null,
    Name nvarchar(200) null,
    Role nvarchar(200) null,
    Email nvarchar(254) null,
    Phone nvarchar(40) null,
    constraint PK_SocialEnterpriseContacts primary key (Id),
    constraint FK_SocialEnterpriseContacts_SocialEnterprises foreign key (SocialEnterpriseId) references SocialEnterprises (Id)
);
create index IX_SocialEnterpriseContacts_SocialEnterprise on SocialEnterpriseContacts (SocialEnterpriseId);

create table ServiceAreas (
    Id uniqueidentifier not null,
    SocialEnterpriseId uniqueidentifier not null,
    Position int not null,
    Kind nvarchar(40) not null,
    Description nvarchar(400) null,
    constraint PK_ServiceAreas primary key (Id),
    constraint FK_ServiceAreas_SocialEnterprises foreign key (SocialEnterpriseId) references SocialEnterprises (Id)
);
create index IX_ServiceAreas_SocialEnterprise on ServiceAreas (SocialEnterpriseId);

create table ServiceAreaCpvCodes (
    ServiceAreaId uniqueidentifier not null,
    Code nvarchar(8) not null,
    CheckDigit nvarchar(1) null,
    constraint PK_ServiceAreaCpvCodes primary key (ServiceAreaId, Code),
    constraint FK_ServiceAreaCpvCodes_ServiceAreas foreign key (ServiceAreaId) references ServiceAreas (Id)
);
create index IX_ServiceAreaCpvCodes_Code on ServiceAreaCpvCodes (Code);
