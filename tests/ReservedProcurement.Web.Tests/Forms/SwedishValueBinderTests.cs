using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace ReservedProcurement.Web.Tests.Forms;

/// <summary>Binding as the product sets it up: its own binder provider first in line.</summary>
public sealed class SwedishValueBinderTests
{
    [TestCase(nameof(Sample.ValueOre), "1 234,50 kr", 123_450L)]
    [TestCase(nameof(Sample.ValueOre), "450\u00A0000", 45_000_000L)]
    [TestCase(nameof(Sample.People), "1 500", 1500)]
    [TestCase(nameof(Sample.ValueOre), "  ", null)]
    public async Task Bind_AsPeopleWrite_GivesTheValue(string field, string text, object? expected)
    {
        var (bound, state) = await BindAsync(field, text);

        Assert.That(state.ErrorCount, Is.Zero);
        Assert.That(typeof(Sample).GetProperty(field)!.GetValue(bound), Is.EqualTo(expected));
    }

    [TestCase("2026-03-14", 2026, 3, 14)]
    [TestCase("2026-3-4", 2026, 3, 4)]
    [TestCase("20260314", 2026, 3, 14)]
    public async Task Bind_Date_GivesTheDay(string text, int year, int month, int day)
    {
        var (bound, _) = await BindAsync(nameof(Sample.Day), text);

        Assert.That(bound.Day, Is.EqualTo(new DateOnly(year, month, day)));
    }

    [TestCase(nameof(Sample.ValueOre), "mycket", "är inte ett belopp.")]
    [TestCase(nameof(Sample.Day), "2026-02-30", "är inte ett giltigt datum.")]
    [TestCase(nameof(Sample.Day), "14/3 2026", "är inte ett giltigt datum.")]
    [TestCase(nameof(Sample.People), "två", "är inte ett tal.")]
    [TestCase(nameof(Sample.People), "99999999999", "är inte ett tal.")]
    [TestCase(nameof(Sample.Required), "", "måste fyllas i.")]
    public async Task Bind_Nonsense_GivesOurSentenceAndKeepsTheText(string field, string text, string sentence)
    {
        var (_, state) = await BindAsync(field, text);

        Assert.That(state[$"Input.{field}"]!.Errors.Single().ErrorMessage, Does.Contain(sentence));
        Assert.That(state[$"Input.{field}"]!.AttemptedValue, Is.EqualTo(text));
    }

    private static async Task<(Sample Bound, ModelStateDictionary State)> BindAsync(string field, string text)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddRazorPages();
        services.Configure<MvcOptions>(options => options.ModelBinderProviders.Insert(0, new ReservedProcurement.Web.Forms.SwedishValueBinderProvider()));
        await using var provider = services.BuildServiceProvider();
        var metadata = provider.GetRequiredService<IModelMetadataProvider>().GetMetadataForType(typeof(Sample));
        var binder = provider.GetRequiredService<IModelBinderFactory>().CreateBinder(new ModelBinderFactoryContext { Metadata = metadata, CacheToken = metadata });
        var action = new ActionContext { HttpContext = new DefaultHttpContext { RequestServices = provider } };
        var form = new FormCollection(new Dictionary<string, StringValues> { [$"Input.{field}"] = text });
        var values = new FormValueProvider(BindingSource.Form, form, Core.Language.Texts.Swedish);
        var context = DefaultModelBindingContext.CreateBindingContext(action, values, metadata, null, "Input");

        await binder.BindModelAsync(context);

        return ((Sample)context.Result.Model!, context.ModelState);
    }

    public sealed class Sample
    {
        public long? ValueOre { get; set; }

        public DateOnly? Day { get; set; }

        public int? People { get; set; }

        public int Required { get; set; }
    }
}
