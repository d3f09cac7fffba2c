-- Sentences of the documents that were wrong or missing. The plain words for 19 kap. 25 § said who has a public mission, the law says who aims to fulfil one,
-- and they left out that the same organisation gets no second contract for the same service within three years.
update DatedValues set ValidTo = '2025-12-31' where Code = 'reservation.lou-19-25.plain' and ValidTo is null;

insert into DatedValues (Id, Code, Kind, ValueNumber, ValueText, ValidFrom, ValidTo, Source, Verified)
values
    ('019B76DA-A800-7BA4-89D1-3BAE962DB70A', 'section.documentation.annex-2', 'Text', null, N'19 kap. 22 § och 12 kap. 15–16 §§',
        '2022-02-01', null, N'19 kap. 22 § andra stycket LOU, som för tjänster enligt bilaga 2 hänvisar till 12 kap. 15–16 §§', 1),
    ('019B76DA-A800-76F9-9037-2F9D7DC25718', 'reservation.lou-19-25.plain', 'Text', null, N'Bara vissa organisationer får lämna anbud. Ni ska ha till syfte att fullgöra ett offentligt uppdrag som hör till tjänsten. Vinsten ska gå tillbaka till uppdraget. Personalen, användarna eller andra berörda ska vara med och äga eller styra. Har ni fått ett avtal för samma tjänst enligt samma paragraf de senaste tre åren? Då kan ni inte få ett nytt.',
        '2026-01-01', null, N'19 kap. 25 § LOU. Återgivet med enklare ord, inte granskat av jurist', 0),
    ('019B76DA-A800-74E0-B7A2-FA78AFBD726F', 'reservation.lou-19-25.contract', 'Text', null, N'Leverantören ska ha till syfte att fullgöra ett offentligt uppdrag som hör till tjänsten. Vinsten ska gå tillbaka till uppdraget. Personalen, användarna eller andra berörda ska vara med och äga eller styra.',
        '2022-02-01', null, N'19 kap. 25 § LOU. Återgivet med enklare ord som villkor i avtalet, inte granskat av jurist', 0),
    ('019B76DA-A800-702B-B1DD-7713A9D645A0', 'reservation.lou-19-25a.contract', 'Text', null, N'Leverantören ska vara en idéburen organisation. Dess allmännyttiga syfte ska bidra till det som tjänsten är till för. Pengar får bara lämna organisationen så som lagen om registrering av idéburna organisationer tillåter. Stat, region eller kommun får inte bestämma över den.',
        '2023-01-01', null, N'19 kap. 25 a § LOU. Återgivet med enklare ord som villkor i avtalet, inte granskat av jurist', 0);
