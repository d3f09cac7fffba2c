using ReservedProcurement.Browser.Tests.Running;

namespace ReservedProcurement.Browser.Tests.Accessibility;

/// <summary>Pages with the demonstration's data.</summary>
public abstract class DemoPagesTests : AccessibilityTests
{
    private protected Places Places { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        Program = await WebProgram.StartAsync("--demo");
        Places = await Places.FindAsync(Program, await VisitorAsync("Administratör"));
    }

    private protected override (string Email, string Password) Account(string role) => Program.DemoAccount(role);
}
