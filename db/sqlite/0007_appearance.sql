-- How an authority's documents look.
alter table Authorities add column DocumentColour text null;

create table AuthorityLogos (
    AuthorityId text not null primary key references Authorities (Id),
    Content blob not null,
    ContentType text not null,
    AltText text not null,
    Width integer not null,
    Height integer not null,
    Size integer not null,
    Sha256 text not null
) strict;
