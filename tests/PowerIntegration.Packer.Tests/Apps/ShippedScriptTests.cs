using System.Diagnostics;
using System.Text;
using Xunit;

namespace PowerIntegration.Packer.Tests.Apps;

/// <summary>
/// The scripts that ship keep to the types that are written in them and to the published types of the platform: TypeScript's compiler says so.
/// </summary>
public sealed class ShippedScriptTests
{
    private const string Folder = "solution/core/WebResources/pint_/js";
    private static readonly string Modules = Path.Combine(Repository.Root, "tests/PowerIntegration.Sandbox/node_modules");
    private static readonly string Compiler = Path.Combine(Modules, "typescript/bin/tsc");

    [Fact]
    public void The_scripts_fit_their_types_and_those_of_the_platform() => Assert.Equal("", Checked("commands.js", "", ""));

    [Theory]
    [InlineData("commands.js", "Xrm.Navigation.openConfirmDialog(", "Xrm.Navigation.openConfirmDialogs(", "'openConfirmDialogs' does not exist")]
    [InlineData("commands.js", "formContext.ui.refreshRibbon()", "formContext.ui.refreshRibbons()", "'refreshRibbons' does not exist")]
    [InlineData("commands.js", "gridControl.refresh()", "gridControl.reload()", "'reload' does not exist")]
    [InlineData("commands.js", "command.confirm ?? {", "command.confirms ?? {", "'confirms' does not exist")]
    [InlineData("commands.js", "\"output\": \"State\"", "\"output\": 1", "Type 'number' is not assignable to type 'string'")]
    [InlineData("ask.js", "commands.valueIn(", "commands.valuesIn(", "'valuesIn' does not exist")]
    [InlineData("page.js", "Xrm.Page.data.getIsDirty()", "Xrm.Page.data.getIsChanged()", "'getIsChanged' does not exist")]
    [InlineData("readiness.js", "caption: `Open", "captions: `Open", "'captions' does not exist")]
    [InlineData("terms.js", "kind: \"name\"", "kind: \"names\"", "is not assignable to type")]
    [InlineData("document.js", "shown.unexplained, shown.currency", "shown.explained, shown.currency", "'explained' does not exist")]
    [InlineData("ask.js", "ask.button", "ask.buttons", "'buttons' does not exist")]
    [InlineData("ask.js", "cell.column.required", "cell.column.must", "'must' does not exist")]
    [InlineData("forms.js", "formContext.getAttribute(name)", "formContext.getField(name)", "'getField' does not exist")]
    [InlineData("forms.js", "rule.fields.some", "rule.columns.some", "'columns' does not exist")]
    public void What_does_not_fit_is_named(string script, string text, string replacement, string words) =>
        Assert.Contains(words, Checked(script, text, replacement), StringComparison.Ordinal);

    // A copy, so that a test can break it.
    private static string Checked(string script, string text, string replacement)
    {
        Assert.SkipUnless(File.Exists(Compiler), "TypeScript is not installed. Run npm ci in tests/PowerIntegration.Sandbox.");
        DirectoryInfo copy = Directory.CreateTempSubdirectory("scripts-");
        try
        {
            foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, Folder), "*.js"))
            {
                string content = File.ReadAllText(file);
                bool isBroken = Path.GetFileName(file) == script && text.Length > 0;
                Assert.True(!isBroken || content.Contains(text, StringComparison.Ordinal), $"{script} does not hold {text}.");
                File.WriteAllText(
                    Path.Combine(copy.FullName, Path.GetFileName(file)),
                    isBroken ? content.Replace(text, replacement, StringComparison.Ordinal) : content
                );
            }

            return Compile(copy.FullName);
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    private static string Compile(string folder)
    {
        ProcessStartInfo start = new("node")
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = folder,
        };
        string[] arguments =
        [
            Compiler,
            "--allowJs",
            "--checkJs",
            "--noEmit",
            "--strict",
            "--noUnusedLocals",
            "--noUnusedParameters",
            "--target",
            "ES2022",
            "--lib",
            "ES2022,DOM,DOM.Iterable",
            "--moduleDetection",
            "legacy",
            "--types",
            "xrm",
            "--typeRoots",
            Path.Combine(Modules, "@types"),
            .. Directory.EnumerateFiles(folder, "*.js").Order(StringComparer.Ordinal),
        ];
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? said : said + $"exit code {process.ExitCode.ToString(CultureInfo.InvariantCulture)}";
    }
}
