using System.Text.RegularExpressions;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Sandbox.App.Definitions;

namespace PowerIntegration.Sandbox.App.Commands;

/// <summary>
/// What shipped scripts use of the platform. The page offers a part of it, listed in <c>xrm.js</c>; a script that uses more is refused at the start,
/// by file, line and name. The objects that the platform hands to a function are known by the names formContext, gridControl and
/// executionContext.
/// </summary>
internal static partial class ScriptMembers
{
    /// <summary>Refuses a script that uses what the page does not offer, or a function that no script has.</summary>
    /// <param name="app">What the solutions define.</param>
    /// <param name="shim">Text of the script that stands for the platform.</param>
    /// <exception cref="SolutionRefusedException">The sentence says what is used where.</exception>
    public static void Require(AppDefinition app, string shim)
    {
        var offered = Offered().Matches(shim).Select(match => match.Groups["member"].Value).ToHashSet(StringComparer.Ordinal);
        foreach (var script in app.WebResources.Values.Where(resource => resource.IsScript))
        {
            RequireMembers(script, offered);
        }

        foreach (var (table, control) in app.Commands.SelectMany(pair => pair.Value.SelectMany(Flat).Select(control => (pair.Key, control))))
        {
            RequireFunction(app, control.Function!, $"The command {control.Id} of {table}");
        }

        foreach (var form in app.Forms)
        {
            form.OnLoad.ToList().ForEach(function => RequireFunction(app, function, $"{form.File}: the form \"{form.Name}\""));
        }
    }

    private static IEnumerable<RibbonControl> Flat(RibbonControl control) => control.Items.Count == 0 ? [control] : control.Items;

    private static void RequireFunction(AppDefinition app, RibbonFunction function, string caller)
    {
        if (!app.WebResources.TryGetValue(function.Library, out var script))
        {
            throw new SolutionRefusedException(
                $"{caller} calls the script {function.Library}, which is in no solution loaded. Add it, or name another one."
            );
        }

        var name = function.Name[(function.Name.LastIndexOf('.') + 1)..];
        if (!Regex.IsMatch(WithoutTexts(script.Text), $@"\bfunction\s+{Regex.Escape(name)}\s*\("))
        {
            throw new SolutionRefusedException($"{caller} calls the function {function.Name}, which {script.File} does not have. Correct the name.");
        }
    }

    private static void RequireMembers(WebResource script, HashSet<string> offered)
    {
        var text = WithoutTexts(script.Text);
        foreach (Match use in Uses().Matches(text))
        {
            var member = use.Groups["root"].Value + use.Groups["member"].Value;
            if (offered.Contains(member) || (use.Groups["before"].Length > 0 && member == "Xrm"))
            {
                continue;
            }

            // A parameter of a function, as it is declared or handed on.
            if (use.Groups["root"].Value != "Xrm" && use.Groups["member"].Length == 0)
            {
                continue;
            }

            var line = text.AsSpan(0, use.Index).Count('\n') + 1;
            throw new SolutionRefusedException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{script.File}, line {line}: the app page here does not offer '{member}'. Use another member, or add it to xrm.js."
                )
            );
        }
    }

    // Remarks and texts are no code. Their line ends stay, so that lines are counted right.
    private static string WithoutTexts(string script) =>
        Texts().Replace(script, match => new string('\n', match.Value.Count(letter => letter == '\n')));

    [GeneratedRegex("""^\s*"(?<member>(Xrm|formContext|gridControl|executionContext)\.[A-Za-z.]+)"\s*[:(]""", RegexOptions.Multiline)]
    private static partial Regex Offered();

    [GeneratedRegex(
        @"(?<![\w$.])(?<before>(window\.(parent\.)?)?)(?<root>Xrm|formContext|gridControl|executionContext)\b"
            + @"(?<member>(\s*\??\.\s*[A-Za-z_$][\w$]*)*)"
    )]
    private static partial Regex Uses();

    [GeneratedRegex("""//[^\n]*|/\*[\s\S]*?\*/|"(\\.|[^"\\\n])*"|'(\\.|[^'\\\n])*'""")]
    private static partial Regex Texts();
}
