-- Which version of a template an authority uses. Without a row it is the shipped one, as with ActiveNumber 0.
create table AuthorityTemplates (
    Id uniqueidentifier not null,
    AuthorityId uniqueidentifier not null,
    TemplateKey nvarchar(100) not null,
    ActiveNumber int not null,
    ActiveSince datetimeoffset(6) null,
    ActiveByName nvarchar(200) null,
    LastNumber int not null,
    Version int not null,
    constraint PK_AuthorityTemplates primary key (Id),
    constraint FK_AuthorityTemplates_Authorities foreign key (AuthorityId) references Authorities (Id)
);
create unique index UX_AuthorityTemplates_Authority_Key on AuthorityTemplates (AuthorityId, TemplateKey);

-- An authority's own versions of a template. BasedOn is the version that was shipped when the file came in.
create table TemplateVersions (
    Id uniqueidentifier not null,
    AuthorityTemplateId uniqueidentifier not null,
    Number int not null,
    BasedOn nvarchar(20) not null,
    FileName nvarchar(200) not null,
    Note nvarchar(1000) null,
    Content varbinary(max) not null,
    Size int not null,
    Sha256 nvarchar(64) not null,
    CreatedAt datetimeoffset(6) not null,
    CreatedByName nvarchar(200) not null,
    constraint PK_TemplateVersions primary key (Id),
    constraint FK_TemplateVersions_AuthorityTemplates foreign key (AuthorityTemplateId) references AuthorityTemplates (Id)
);
create unique index UX_TemplateVersions_Template_Number on TemplateVersions (AuthorityTemplateId, Number);
