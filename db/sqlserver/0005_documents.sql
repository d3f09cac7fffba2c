-- A written document is never changed: the program has no statement that updates or deletes here.
create table GeneratedDocuments (
    Id uniqueidentifier not null,
    ProcurementId uniqueidentifier not null,
    PackId uniqueidentifier not null,
    Position int not null,
    TemplateKey nvarchar(100) not null,
    TemplateVersion nvarchar(20) not null,
    TemplateSha256 nvarchar(64) not null,
    ProcurementVersion int not null,
    FileName nvarchar(200) not null,
    Content varbinary(max) not null,
    Size int not null,
    Sha256 nvarchar(64) not null,
    CreatedAt datetimeoffset(6) not null,
    CreatedByName nvarchar(200) not null,
    constraint PK_GeneratedDocuments primary key (Id),
    constraint FK_GeneratedDocuments_Procurements foreign key (ProcurementId) references Procurements (Id)
);
create unique index UX_GeneratedDocuments_Pack_Position on GeneratedDocuments (PackId, Position);
create index IX_GeneratedDocuments_Procurement on GeneratedDocuments (ProcurementId, CreatedAt);
