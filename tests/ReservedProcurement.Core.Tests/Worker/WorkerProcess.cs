using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace ReservedProcurement.Core.Tests.Worker;

/// <summary>The built worker program as a process of its own.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();

    private WorkerProcess(Process process)
    {
        Process = process;
        process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(_error, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Process Process { get; }

    public string Output => Text(_output);

    public string Error => Text(_error);

    public static WorkerProcess Start(params string[] args)
    {
        // Test programs and the worker are built side by side, in folders named by the configuration.
        var here = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        var program = Path.Combine(here.Parent!.Parent!.FullName, "ReservedProcurement.Worker", here.Name, "ReservedProcurement.Worker.dll");
        return new WorkerProcess(Process.Start(new ProcessStartInfo("dotnet", [program, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        })!);
    }

    /// <summary>Writes settings to a file for <c>--settings</c>.</summary>
    public static string SettingsFile(IEnumerable<KeyValuePair<string, string?>> settings, string folder)
    {
        var file = Path.Combine(folder, "settings.json");
        File.WriteAllText(file, JsonSerializer.Serialize(settings.Where(setting => setting.Value is not null).ToDictionary()));
        return file;
    }

    public static string SettingsFile(IConfiguration configuration, string folder) => SettingsFile(configuration.AsEnumerable(), folder);

    public async Task<int> ExitCodeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await Process.WaitForExitAsync(patience.Token);
        return Process.ExitCode;
    }

    public void Dispose()
    {
        if (!Process.HasExited)
        {
            Process.Kill(entireProcessTree: true);
        }

        Process.Dispose();
    }

    private static void Append(StringBuilder text, string? line)
    {
        if (line is not null)
        {
            lock (text)
            {
                text.AppendLine(line);
            }
        }
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
