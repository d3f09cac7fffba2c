create table SocialEnterprises (
    Id text not null primary key,
    Name text not null,
    NameKey text not null,
    OrganisationNumber text null,
    OrganisationNumberKey text not null,
    MunicipalityCode text null,
    MunicipalityKey text null,
    Website text null,
    Description text null,
    SearchKey text not null,
    UpdatedAt text not null,
    Version integer not null
) strict;
create unique index UX_SocialEnterprises_OrganisationNumberKey on SocialEnterprises (OrganisationNumberKey);
create index IX_SocialEnterprises_NameKey on SocialEnterprises (NameKey);
create index IX_SocialEnterprises_MunicipalityCode on SocialEnterprises (MunicipalityCode);

create table SocialEnterpriseContacts (
    Id text not null primary key,
    SocialEnterpriseId text not null references SocialEnterprises (Id),
    Position integer not null,
    Name text null,
    Role text null,
    Email text null,
    Phone text null
) strict;
create index IX_SocialEnterpriseContacts_SocialEnterprise on SocialEnterpriseContacts (SocialEnterpriseId);

create table ServiceAreas (
    Id text not null primary key,
    SocialEnterpriseId text not null references SocialEnterprises (Id),
    Position integer not null,
    Kind text not null,
    Description text null
) strict;
create index IX_ServiceAreas_SocialEnterprise on ServiceAreas (SocialEnterpriseId);

create table ServiceAreaCpvCodes (
    ServiceAreaId text not null references ServiceAreas (Id),
    Code text not null,
    CheckDigit text null,
    primary key (ServiceAreaId, Code)
) strict;
create index IX_ServiceAreaCpvCodes_Code on ServiceAreaCpvCodes (Code);
