using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ReservedProcurement.Browser.Tests.Running;

/// <summary>The real program in a process of its own, with everything it keeps in a temporary folder.</summary>
internal sealed class WebProgram : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly string _folder;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WebProgram(string folder, string[] arguments)
    {
        _folder = folder;
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        string[] all =
        [
            Repository.Program, .. arguments,
            "--Data:Path", Data,
            "--urls", Address.ToString(),
            "--Web:PublicAddress", Address.ToString(),
            "--SignIn:TriesPerMinute", "1000",
        ];
        foreach (var argument in all)
        {
            start.ArgumentList.Add(argument);
        }

        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException($"The program stopped before it listened:\n{Output}"));
    }

    public Uri Address { get; }

    public string Data => Path.Combine(_folder, "data");

    public IReadOnlyList<string> Lines => [.. _output];

    public string Output => string.Join('\n', _output);

    public static async Task<WebProgram> StartAsync(params string[] arguments)
    {
        if (!File.Exists(Repository.Program))
        {
            throw new InvalidOperationException($"The program is not built: {Repository.Program} does not exist.");
        }

        var program = new WebProgram(Directory.CreateTempSubdirectory("rp-browser-").FullName, arguments);
        try
        {
            program._process.Start();
            program._process.BeginOutputReadLine();
            program._process.BeginErrorReadLine();
            await program._listening.Task.WaitAsync(LongestStart);
            return program;
        }
        catch (TimeoutException)
        {
            var output = program.Output;
            await program.DisposeAsync();
            throw new InvalidOperationException($"The program did not listen within {LongestStart.TotalSeconds} seconds:\n{output}");
        }
    }

    /// <summary>The first word of what was printed after this, such as a password after "Lösenord".</summary>
    public string Printed(string label)
    {
        var line = Lines.FirstOrDefault(line => line.TrimStart().StartsWith(label, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"The program never printed '{label}':\n{Output}");
        return line.TrimStart()[label.Length..].Trim().Split(' ')[0];
    }

    /// <summary>The e-mail address and password that the demonstration printed for a role.</summary>
    public (string Email, string Password) DemoAccount(string role)
    {
        var words = Lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).FirstOrDefault(words => words.Length == 3 && words[0] == role)
            ?? throw new InvalidOperationException($"The program printed no account for {role}:\n{Output}");
        return (words[1], words[2]);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        catch (InvalidOperationException)
        {
            // It never started, or has stopped already.
        }

        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        _output.Enqueue(line);
        if (line.Contains("Now listening", StringComparison.Ordinal))
        {
            _listening.TrySetResult();
        }
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
