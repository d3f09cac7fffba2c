using System.Diagnostics;
using System.Globalization;
using ReservedProcurement.WordTemplates.Benchmarks.Workload;

namespace ReservedProcurement.WordTemplates.Benchmarks.Measuring;

/// <summary>The engines for Node, given the same content in their own syntax. Their documents must read as ours does, or they do not count.</summary>
internal sealed class Peers(string folder)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private readonly string _scripts = Path.Combine(FindProject(), "peers");

    /// <summary>Installs what the lock file names, once.</summary>
    public void Install()
    {
        if (!Directory.Exists(Path.Combine(_scripts, "node_modules")))
        {
            Run("npm", ["ci", "--no-audit", "--no-fund"], TimeSpan.FromMinutes(10));
        }
    }

    /// <returns>The CPU time of one fill in milliseconds, or why there is none.</returns>
    public (double? Milliseconds, string Why) Fill(EngineSyntax engine, int lots, FinishedDocument ours, double seconds = 3)
    {
        var files = WriteFiles(engine, lots);
        var (output, error) = Run("node", ["fill.mjs", engine.Name, files.Template, files.Data, files.Output, seconds.ToString(CultureInfo.InvariantCulture)], Longest);
        if (!double.TryParse(output, CultureInfo.InvariantCulture, out var milliseconds))
        {
            return (null, error.Length == 0 ? $"over {Longest.TotalMinutes:0} min" : error.Split('\n')[0]);
        }

        var texts = new FinishedDocument(File.ReadAllBytes(files.Output)).Texts;
        return texts.SequenceEqual(ours.Texts) ? (milliseconds, "") : (null, "other text than ours");
    }

    /// <returns>The CPU time of a whole process that fills once, in milliseconds.</returns>
    public double FillOnce(EngineSyntax engine, int lots)
    {
        var files = WriteFiles(engine, lots);
        return ColdStart.CpuOf("node", ["fill.mjs", engine.Name, files.Template, files.Data, files.Output, "0"], _scripts);
    }

    private (string Template, string Data, string Output) WriteFiles(EngineSyntax engine, int lots)
    {
        var template = Path.Combine(folder, engine.Name + ".docx");
        var data = Path.Combine(folder, $"{lots}.json");
        File.WriteAllBytes(template, PackTemplate.For(engine));
        File.WriteAllText(data, new PackData(lots).ToJson().ToJsonString());
        return (template, data, Path.Combine(folder, $"{engine.Name}-{lots}.docx"));
    }

    private (string Output, string Error) Run(string program, string[] arguments, TimeSpan longest)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _scripts, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(longest))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            return ("", "");
        }

        return (output.Result.Trim(), error.Result.Trim());
    }

    private static string FindProject()
    {
        const string Project = "ReservedProcurement.WordTemplates.Benchmarks";
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var project = Path.Combine(at.FullName, "tests", Project);
            if (File.Exists(Path.Combine(project, Project + ".csproj")))
            {
                return project;
            }
        }

        throw new InvalidOperationException("The benchmark's project is not found above its program.");
    }
}
