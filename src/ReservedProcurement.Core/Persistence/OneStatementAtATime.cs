using System.Text;
using DbUp.Engine;

namespace ReservedProcurement.Core.Persistence;

/// <summary>
/// Has each statement of a script run as a command of its own. In a command with several, Microsoft.Data.Sqlite can lose the error of a statement
/// that comes on the line after an <c>alter table</c>, and with it all that stands after: the script would count as run.
/// </summary>
internal sealed class OneStatementAtATime : IScriptPreprocessor
{
    /// <summary>A line that DbUp splits a script for SQLite at.</summary>
    private const string Split = "\n;\n";

    public string Process(string contents)
    {
        var script = new StringBuilder(contents.Length + 1_000);
        for (var at = 0; at < contents.Length; at++)
        {
            var end = contents[at] switch
            {
                '\'' or '"' => End(contents, contents.IndexOf(contents[at], at + 1)),
                '-' when at + 1 < contents.Length && contents[at + 1] == '-' => End(contents, contents.IndexOf('\n', at)),
                _ => at,
            };
            if (contents[at] == ';')
            {
                script.Append(Split);
            }
            else
            {
                script.Append(contents, at, end - at + 1);
            }

            at = end;
        }

        return script.ToString();
    }

    /// <summary>What is never closed goes on to the end. A doubled quotation mark is two texts beside each other, which splits nothing.</summary>
    private static int End(string contents, int found) => found < 0 ? contents.Length - 1 : found;
}
