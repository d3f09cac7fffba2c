-- Which version of a template an authority uses. Without a row it is the shipped one, as with ActiveNumber 0.
create table AuthorityTemplates (
    Id text not null primary key,
    AuthorityId text not null references Authorities (Id),
    TemplateKey text not null,
    ActiveNumber integer not null,
    ActiveSince text,
    ActiveByName text,
    LastNumber integer not null,
    Version integer not null
) strict;
create unique index UX_AuthorityTemplates_Authority_Key on AuthorityTemplates (AuthorityId, TemplateKey);

-- An authority's own versions of a template. BasedOn is the version that was shipped when the file came in.
create table TemplateVersions (
    Id text not null primary key,
    AuthorityTemplateId text not null references AuthorityTemplates (Id),
    Number integer not null,
    BasedOn text not null,
    FileName text not null,
    Note text,
    Content blob not null,
    Size integer not null,
    Sha256 text not null,
    CreatedAt text not null,
    CreatedByName text not null
) strict;
create unique index UX_TemplateVersions_Template_Number on TemplateVersions (AuthorityTemplateId, Number);
