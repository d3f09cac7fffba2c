-- A written document is never changed: the program has no statement that updates or deletes here.
create table GeneratedDocuments (
    Id text not null primary key,
    ProcurementId text not null references Procurements (Id),
    PackId text not null,
    Position integer not null,
    TemplateKey text not null,
    TemplateVersion text not null,
    TemplateSha256 text not null,
    ProcurementVersion integer not null,
    FileName text not null,
    Content blob not null,
    Size integer not null,
    Sha256 text not null,
    CreatedAt text not null,
    CreatedByName text not null
) strict;
create unique index UX_GeneratedDocuments_Pack_Position on GeneratedDocuments (PackId, Position);
create index IX_GeneratedDocuments_Procurement on GeneratedDocuments (ProcurementId, CreatedAt);
