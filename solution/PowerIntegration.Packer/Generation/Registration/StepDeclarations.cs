using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Generation.Plugins;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Plugins;

namespace PowerIntegration.Packer.Generation.Registration;

/// <summary>The steps that the plug-in classes declare.</summary>
internal static class StepDeclarations
{
    private const string Step = "PluginStep";

    /// <summary>The steps of a class.</summary>
    public static IEnumerable<StepDeclaration> Of(PluginClass plugin, IReadOnlyList<TableSource> tables) =>
        [.. plugin.All(Step).Select(step => Single(plugin, step)), .. ProtectedTables.StepsOf(plugin, tables)];

    /// <summary>What a step names and the solution does not have.</summary>
    public static IEnumerable<Finding> Faults(StepDeclaration step, IReadOnlyList<TableSource> tables)
    {
        if (StepMessages.IdOf(step.Message) is null)
        {
            yield return Says(step, $"The message '{step.Message}' is not known. Name one of {string.Join(", ", StepMessages.All.Values.Order())}.");
        }

        TableSource? table = tables.FirstOrDefault(table => table.LogicalName == step.Table);
        if (table is null)
        {
            yield return Says(step, $"The table '{step.Table}' is not in solution/core. Name a table that is.");
        }

        foreach (
            string column in step
                .Columns.Concat(step.ImageColumns)
                .Where(column => table is not null && table.Column(column) is null && !StandardColumns.Has(table, column))
        )
        {
            yield return Says(step, $"The table {step.Table} has no column '{column}'. Name one that it has.");
        }

        if ((step.Message == "Update") != (step.Columns.Count > 0))
        {
            yield return Says(
                step,
                "A step on Update lists the columns that call it; a step on another message lists none. Correct FilteringAttributes."
            );
        }

        if ((step.Image.Length > 0) != (step.ImageColumns.Count > 0))
        {
            yield return Says(step, "An image has a name and columns. Write PreImage and PreImageAttributes, or neither.");
        }
    }

    /// <summary>Steps that cannot be told apart.</summary>
    public static IEnumerable<Finding> Repeated(IEnumerable<StepDeclaration> steps) =>
        steps
            .GroupBy(step => step.Key)
            .SelectMany(group => group.Skip(1))
            .Select(step => Says(step, "The class declares a step on the same message of the same table twice. Remove one."));

    private static StepDeclaration Single(PluginClass plugin, DeclaredAttribute step) =>
        new()
        {
            Class = plugin,
            Attribute = $"{Step} {step.Text(0)} of {step.Text(1)}",
            Message = step.Text(0),
            Table = step.Text(1),
            Stage = step.Number(2),
            Columns = step.Texts("FilteringAttributes"),
            Image = step.Text("PreImage"),
            ImageColumns = step.Texts("PreImageAttributes"),
        };

    private static Finding Says(StepDeclaration step, string sentence) => step.Class.Says(step.Attribute, sentence);
}
