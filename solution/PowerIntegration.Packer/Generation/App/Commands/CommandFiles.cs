using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Generation.App.Reading;
using PowerIntegration.Packer.Generation.App.Tables;
using PowerIntegration.Packer.Generation.App.Texts;
using PowerIntegration.Packer.Generation.Output;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.App.Commands;

/// <summary>Everything that ships for commands: ribbons of tables, the script that they call, the page that asks.</summary>
internal static class CommandFiles
{
    private static readonly JsonSerializerOptions Style = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Default,
    };

    /// <summary>The files.</summary>
    /// <param name="root">Root of the repository.</param>
    /// <param name="model">What may be named.</param>
    /// <param name="others">What other scripts read, by the names of the scripts.</param>
    public static IEnumerable<GeneratedFile> Of(string root, AppModel model, IReadOnlyDictionary<string, JsonObject> others)
    {
        IReadOnlyDictionary<string, DescribedApi> apis = ApiCatalog.Read(root);
        (DescribedTable Table, IReadOnlyList<CommandPlan> Plans)[] tables =
        [
            .. model.Declared.Select(pair => (pair.Table, new CommandReader(model, apis, pair.Table, pair.Declaration).Read())),
        ];
        CommandPlan[] plans = [.. tables.SelectMany(pair => pair.Plans)];
        if (plans.Length > 0 && !model.WebResources.Contains(RibbonFiles.Script))
        {
            model.Refuse(
                new Finding($"{WebResourceFiles.SourceFolder}/js/commands.js", "the file", "It is missing. Restore it; commands call its functions.")
            );
        }

        JsonObject list = [];
        foreach (CommandPlan plan in plans.DistinctBy(plan => plan.Name).OrderBy(plan => plan.Name, StringComparer.Ordinal))
        {
            list[plan.Name] = new CommandText(model, plan).Write();
        }

        Dictionary<string, string> lists = others.ToDictionary(other => other.Key, other => other.Value.ToJsonString(Style));
        lists[RibbonFiles.Script] = list.ToJsonString(Style);
        return [.. tables.SelectMany(pair => RibbonFiles.Of(pair.Table, pair.Plans)), .. WebResourceFiles.Of(root, model, lists)];
    }

    /// <summary>Where no other files may be.</summary>
    /// <param name="model">The tables.</param>
    public static IEnumerable<GeneratedPlace> Places(AppModel model) =>
        [
            .. model.Tables.Select(table => new GeneratedPlace(
                $"{AppTexts.Core}/{table.Folder}",
                TablePart.RibbonFile,
                SearchOption.TopDirectoryOnly
            )),
            new GeneratedPlace(WebResourceFiles.Folder, ""),
        ];
}
