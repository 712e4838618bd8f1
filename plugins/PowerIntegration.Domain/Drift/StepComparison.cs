using static PowerIntegration.Domain.Refusals.Sentence;

namespace PowerIntegration.Domain.Drift;

/// <summary>Compares plug-in steps with what was released: the steps are what refuses a save that must not happen.</summary>
internal static class StepComparison
{
    private const string AddedStep =
        "Ask a system administrator what it does, and to remove it unless you agree. Acknowledge this finding if the step is wanted.";

    public static IEnumerable<Difference> Compare(IReadOnlyList<PluginStep> released, IReadOnlyList<PluginStep> found)
    {
        foreach (var step in released)
        {
            if (found.FirstOrDefault(one => one.Id == step.Id) is not { } now)
            {
                yield return Restored(step, "is missing. Without it, what it refuses can be saved.");
                continue;
            }

            foreach (var change in Changes(step, now))
            {
                yield return Restored(step, change);
            }
        }

        // One that is switched off does nothing, whoever added it.
        foreach (var step in found.Where(one => one.IsEnabled && released.All(step => step.Id != one.Id)))
        {
            yield return new Difference(
                $"{Named(step)} was not released and runs on {Quoted(step.Table)} ({step.Message}, stage {Number(step.Stage)}). "
                    + "It can change or refuse what is saved there.",
                AddedStep
            );
        }
    }

    private static IEnumerable<string> Changes(PluginStep released, PluginStep found)
    {
        if (!found.IsEnabled)
        {
            yield return "is disabled; it was released enabled. While it is disabled, what it refuses can be saved.";
        }

        if (found.Message != released.Message || found.Table != released.Table)
        {
            yield return $"runs for {Told(found)}; it was released for {Told(released)}.";
        }

        if (found.Stage != released.Stage || found.IsSynchronous != released.IsSynchronous)
        {
            yield return $"runs in {Moment(found)}; it was released for {Moment(released)}.";
        }

        if (found.PluginTypeId != released.PluginTypeId)
        {
            yield return "runs another plug-in than the released one.";
        }

        if (Change(released.Columns, found.Columns, "every column") is { } columns)
        {
            yield return $"runs for other columns than released: {columns}.";
        }

        if (Change(released.ImageColumns, found.ImageColumns, "none") is { } image)
        {
            yield return $"is given other columns of the row before the save than released: {image}.";
        }
    }

    // What was added or left out has to be seen, not two long lists. An empty list has a meaning of its own.
    private static string? Change(IReadOnlyList<string> released, IReadOnlyList<string> found, string empty)
    {
        var removed = released.Except(found).ToList();
        var added = found.Except(released).ToList();
        if (removed.Count == 0 && added.Count == 0)
        {
            return null;
        }

        return released.Count == 0 ? $"only {string.Join(", ", added)} instead of {empty}"
            : found.Count == 0 ? $"{empty} instead of {string.Join(", ", removed)}"
            : string.Join("; ", new[] { Part("without", removed), Part("also", added) }.OfType<string>());
    }

    private static string? Part(string word, List<string> columns) => columns.Count == 0 ? null : word + " " + string.Join(", ", columns);

    private static Difference Restored(PluginStep step, string what) => new($"{Named(step)} {what}", Difference.Restore);

    private static string Named(PluginStep step) => $"Plug-in step {Quoted(step.Name)}";

    private static string Told(PluginStep step) => $"{step.Message} of {(step.Table is null ? "every table" : Quoted(step.Table))}";

    private static string Moment(PluginStep step) => $"stage {Number(step.Stage)}{(step.IsSynchronous ? "" : ", after the save")}";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
