using System.Text;
using System.Text.RegularExpressions;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps.Targets;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Apps.WebResources;

/// <summary>What pages load is a web resource of the solutions, and what scripts call is one of their custom APIs.</summary>
internal static partial class WebContentCheck
{
    /// <summary>Everything that is named and not there.</summary>
    /// <param name="targets">What may be named.</param>
    /// <param name="solution">The solution of the file.</param>
    /// <param name="name">Name of the web resource.</param>
    public static IEnumerable<Finding> Find(AppTargets targets, UnpackedSolution solution, string name)
    {
        string file = "WebResources/" + name;
        if (!solution.IsOwn || !solution.Has(file))
        {
            return [];
        }

        string text = Encoding.UTF8.GetString(solution.Bytes(file));
        return Path.GetExtension(name) switch
        {
            ".html" => Loaded().Matches(text).SelectMany(match => Resource(targets, file, text, name, match)),
            ".js" => Called().Matches(text).SelectMany(match => Api(targets, file, text, match)),
            _ => [],
        };
    }

    private static IEnumerable<Finding> Resource(AppTargets targets, string file, string text, string page, Match match)
    {
        string address = match.Groups["name"].Value;
        string name = Resolved(page, address);
        if (!targets.HasWebResource(name))
        {
            yield return Says(file, text, match, $"The page loads {address}, and no web resource is named {name}. Correct the address.");
        }
    }

    private static IEnumerable<Finding> Api(AppTargets targets, string file, string text, Match match)
    {
        string api = match.Groups["name"].Value;
        if (!targets.CustomApis.Contains(api))
        {
            yield return Says(file, text, match, $"No custom API is named {api}. {Nearest(api, targets.CustomApis)}");
        }
    }

    private static string Nearest(string api, IEnumerable<string> known) =>
        Spelling.Nearest(api, known) is { } nearest ? $"Name it {nearest}." : "Name one of the solution.";

    private static Finding Says(string file, string text, Match match, string sentence) =>
        new(file, string.Create(CultureInfo.InvariantCulture, $"line {text.AsSpan(0, match.Index).Count('\n') + 1}"), sentence);

    // An address is relative to the page, as a browser reads it.
    private static string Resolved(string page, string address)
    {
        List<string> steps = [.. page.Split('/')[..^1]];
        foreach (string step in address.Split('/'))
        {
            if (step == ".." && steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step != ".")
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }

    [GeneratedRegex("""\b(src|href)\s*=\s*"(?<name>[^"#:?]+)""")]
    private static partial Regex Loaded();

    [GeneratedRegex("""\bcall\(\s*"(?<name>\w+)""")]
    private static partial Regex Called();
}
