using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using ReservedProcurement.Core;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web;
using ReservedProcurement.Web.Demo;
using ReservedProcurement.Worker;

// The program's own files lie beside it, wherever it is started from; only Data:Path follows the current directory.
var isDemo = args.Contains(DemoStart.Switch);
string[] settings = [.. args.Where(argument => argument != DemoStart.Switch)];
if (CommandLineCheck.Refusal(settings) is { } misspelt)
{
    await Console.Error.WriteLineAsync(misspelt);
    return 1;
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseStaticWebAssets();
builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = options.ValidateScopes = true);
if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists()
    && string.IsNullOrEmpty(builder.Configuration["http_ports"]) && string.IsNullOrEmpty(builder.Configuration["https_ports"]))
{
    builder.WebHost.UseUrls(ListeningAddress.Usual);
}

ListeningAddress.LeadLinksHere(builder.Configuration);

try
{
    builder.Services.AddCore(builder.Configuration).AddWeb(builder.Configuration).AddWorkerInWeb(builder.Configuration);
    var app = builder.Build();

    // Before the host starts: what fails inside it is logged with a stack trace.
    app.Services.GetService<IStartupValidator>()?.Validate();
    app.Services.GetRequiredService<Migrator>().PrepareForStart();
    if (isDemo && await DemoStart.RefusalAsync(app) is { } refusal)
    {
        await Console.Error.WriteLineAsync(refusal);
        return 1;
    }

    app.UseWeb();
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (StartFailure.Sentence(exception) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}
catch (IOException exception) when (exception.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync("Adressen används redan av ett annat program. Stäng det, eller välj en annan adress med --urls http://localhost:5081.");
    return 1;
}
