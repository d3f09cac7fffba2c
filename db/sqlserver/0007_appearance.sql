-- How an authority's documents look.
alter table Authorities add DocumentColour nvarchar(7) null;

create table AuthorityLogos (
    AuthorityId uniqueidentifier not null,
    Content varbinary(max) not null,
    ContentType nvarchar(40) not null,
    AltText nvarchar(200) not null,
    Width int not null,
    Height int not null,
    Size int not null,
    Sha256 nvarchar(64) not null,
    constraint PK_AuthorityLogos primary key (AuthorityId),
    constraint FK_AuthorityLogos_Authorities foreign key (AuthorityId) references Authorities (Id)
);
