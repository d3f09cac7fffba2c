using ReservedProcurement.Browser.Tests.Running;

namespace ReservedProcurement.Browser.Tests.Accessibility;

public sealed class EmptyPagesTests : AccessibilityTests
{
    private static IEnumerable<Visit> Pages => Visits.Empty.Select(visit => visit with { State = State.Empty });

    [OneTimeSetUp]
    public async Task StartAsync() => Program = await WebProgram.StartAsync();

    [TestCaseSource(nameof(Pages))]
    public async Task Page_WithNothingToShow_IsAccessible(Visit visit) => await AssertAccessibleAsync(visit, await OpenAsync(visit, visit.Path));

    private protected override (string Email, string Password) Account(string role) => (Program.Printed("E-postadress "), Program.Printed("Lösenord "));
}
