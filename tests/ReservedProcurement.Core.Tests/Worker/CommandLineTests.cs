using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.AccessTokens;
using ReservedProcurement.TestKit;
using ReservedProcurement.Worker.Commands;

namespace ReservedProcurement.Core.Tests.Worker;

public sealed class CommandLineTests
{
    [TestCase("--help", "migrate", "run", "tokens", "templates")]
    [TestCase("migrate --help", "Användning:", "ReservedProcurement.Worker migrate [väljare]", "--settings <fil>")]
    [TestCase("run -h", "Ctrl+C")]
    [TestCase("tokens --help", "create")]
    [TestCase("tokens create --help", "--user <e-post>", "läsare, upphandlare, rapportör, administratör", "Måste anges.")]
    [TestCase("templates --help", "fields", "check", "fill")]
    [TestCase("templates fill --help", "<mall>", "--data <fil>", "--out <fil>")]
    public async Task Help_OfEachCommand_IsInSwedish(string command, params string[] expected)
    {
        var (code, output, error) = await RunAsync(command);

        Assert.That((code, error), Is.EqualTo((0, "")));
        foreach (var text in expected)
        {
            Assert.That(output, Does.Contain(text));
        }

        Assert.That(output, Does.Not.Contain("Usage").And.Not.Contain("Options").And.Not.Contain("Show"));
    }

    [TestCase("", "Ange ett kommando: migrate, run, templates, tokens.")]
    [TestCase("migrat", "Kommandot \"migrat\" finns inte.")]
    [TestCase("migrate now", "\"now\" hör inte hemma i kommandot migrate.")]
    [TestCase("tokens", "Ange ett kommando: create.")]
    [TestCase("tokens create", "--user och --role måste anges.")]
    [TestCase("tokens create --user", "--user måste följas av ett värde.")]
    [TestCase("tokens create --user a@b.se --role kung", "Rollen \"kung\" finns inte. Välj bland läsare")]
    [TestCase("tokens create --user a@b.se --role läsare --days många", "\"många\" går inte att använda som värde för --days.")]
    [TestCase("templates fields", "<mall> måste anges.")]
    [TestCase("templates fill mall.docx --data x.json", "--out måste anges.")]
    public async Task Command_WrittenWrongly_IsOneSentenceAndCodeTwo(string command, string sentence)
    {
        var (code, output, error) = await RunAsync(command);

        Assert.That((code, output), Is.EqualTo((2, "")));
        Assert.That(error, Does.StartWith(sentence));
        Assert.That(error.TrimEnd().Split('\n'), Has.Exactly(1).Items);
    }

    [Test]
    public async Task Migrate_EmptyFolder_MakesTheDatabaseAndThenHasNothingToDo()
    {
        var folder = Directory.CreateTempSubdirectory("reserved-procurement-migrate-").FullName;
        var settings = WorkerProcess.SettingsFile(new Dictionary<string, string?> { ["Data:Path"] = folder, ["Database:Provider"] = "Sqlite" }, folder);

        var first = await RunAsync($"migrate --settings {settings}");
        var second = await RunAsync($"migrate --settings {settings}");

        Assert.That((first.Code, second.Code), Is.EqualTo((0, 0)));
        Assert.That(first.Output, Does.Contain("0001_foundation.sql").And.Contain("Databasen är uppdaterad."));
        Assert.That(second.Output.Trim(), Is.EqualTo("Databasen var redan uppdaterad."));
        Assert.That(File.Exists(Path.Combine(folder, "reservedprocurement.db")), Is.True);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task TokensCreate_ForAUser_PrintsATokenThatWorksAtOnce()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        await installation.AddUserAsync(authority.Id, Role.ProcurementOfficer, "upphandlare@exempelstad.se");
        var settings = Settings(installation);

        var (code, output, error) = await RunAsync($"tokens create --user Upphandlare@exempelstad.se --role Upphandlare --days 366 --settings {settings}");

        Assert.That(code, Is.Zero, error);
        Assert.That(error, Does.StartWith("Nyckeln gäller till "));
        Assert.That(output.TrimEnd().Split('\n'), Has.Exactly(1).Items);
        var actor = await installation.Get<AuthenticateAccessTokenHandler>().HandleAsync(output.Trim(), CancellationToken.None);
        Assert.That(actor?.May(Permission.EditProcurements, authority.Id), Is.True);
    }

    [TestCase("--user ingen@exempelstad.se --role läsare", "Det finns ingen användare med e-postadressen ingen@exempelstad.se.")]
    [TestCase("--user upphandlare@exempelstad.se --role rapportör", null)]
    [TestCase("--user upphandlare@exempelstad.se --role läsare --days 400", null)]
    public async Task TokensCreate_Refused_IsOneSentenceAndCodeOne(string options, string? sentence)
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        await installation.AddUserAsync(authority.Id, Role.ProcurementOfficer, "upphandlare@exempelstad.se");

        var (code, output, error) = await RunAsync($"tokens create {options} --settings {Settings(installation)}");

        Assert.That((code, output), Is.EqualTo((1, "")));
        Assert.That(error.TrimEnd().Split('\n'), Has.Exactly(1).Items);
        Assert.That(error.TrimEnd(), sentence is null ? Does.EndWith(".") : Is.EqualTo(sentence));
    }

    [Test]
    public async Task Run_WithAWrongSetting_IsOneSentence()
    {
        await using var installation = await TestInstallation.CreateAsync(settings: new Dictionary<string, string?> { ["Mail:Transport"] = "Smtp", ["Mail:From"] = "a@exempelstad.se" });

        var (code, _, error) = await RunAsync($"run --settings {Settings(installation)}");

        Assert.That((code, error.TrimEnd()), Is.EqualTo((1, "Inställningen Mail:Host saknas. Den måste anges när Mail:Transport är Smtp.")));
    }

    [TestCase("Mail:Transport", "Duva")]
    [TestCase("Jobs:Storage", "Redis")]
    [TestCase("Database:Provider", "Oracle")]
    public async Task Run_WithAValueThatIsNoChoice_IsOneSentence(string name, string value)
    {
        await using var installation = await TestInstallation.CreateAsync(settings: new Dictionary<string, string?> { [name] = value });

        var (code, _, error) = await RunAsync($"run --settings {Settings(installation)}");

        Assert.That((code, error.TrimEnd()), Is.EqualTo((1, $"Inställningen {name} har värdet {value}, som inte går att använda.")));
    }

    [Test]
    public async Task Settings_FileThatIsNotJson_IsOneSentence()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "{ not json");

        var (code, _, error) = await RunAsync($"migrate --settings {file}");

        Assert.That((code, error.TrimEnd()), Is.EqualTo((1, "Inställningsfilen är inte giltig JSON.")));
        File.Delete(file);
    }

    [Test]
    public async Task Program_AsAProcess_AnswersWithExitCodesAndNoStackTrace()
    {
        var folder = Directory.CreateTempSubdirectory("reserved-procurement-process-").FullName;
        var settings = WorkerProcess.SettingsFile(new Dictionary<string, string?> { ["Data:Path"] = folder, ["Database:Provider"] = "Sqlite" }, folder);

        using var refused = WorkerProcess.Start("tokens", "create", "--user", "a@exempelstad.se", "--role", "läsare", "--settings", settings);
        var refusedCode = await refused.ExitCodeAsync();
        using var wrong = WorkerProcess.Start("tokens");
        var wrongCode = await wrong.ExitCodeAsync();
        using var migrated = WorkerProcess.Start("migrate", "--settings", settings);
        var migratedCode = await migrated.ExitCodeAsync();

        Assert.That((refusedCode, wrongCode, migratedCode), Is.EqualTo((1, 2, 0)));
        Assert.That(refused.Error.TrimEnd(), Is.EqualTo($"Databasfilen {Path.Combine(folder, "reservedprocurement.db")} finns inte. Kontrollera inställningen Data:Path, eller skapa databasen med kommandot migrate."));
        Assert.That(migrated.Output, Does.Contain("Databasen är uppdaterad."));
        Directory.Delete(folder, recursive: true);
    }

    private static string Settings(TestInstallation installation)
    {
        var configuration = installation.Get<Microsoft.Extensions.Configuration.IConfiguration>();
        return WorkerProcess.SettingsFile(configuration, configuration["Data:Path"]!);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string command)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(command.Split(' ', StringSplitOptions.RemoveEmptyEntries), output, error);
        return (code, output.ToString(), error.ToString());
    }
}
