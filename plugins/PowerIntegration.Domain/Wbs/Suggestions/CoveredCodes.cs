namespace PowerIntegration.Domain.Wbs.Suggestions;

/// <summary>The codings of covered codes, from which tasks for other codes are suggested.</summary>
public sealed class CoveredCodes
{
    private readonly Dictionary<CodeOfProject, MappedTasks> beside = [];
    private readonly Dictionary<CodeAndType, MappedTasks> elsewhere = [];

    /// <summary>Remembers the coding of a covered code.</summary>
    public void Add(string projectNumber, SegmentCodes codes, string taskNumber)
    {
        At(beside, new CodeOfProject(projectNumber, codes.CostCode ?? "")).Add(taskNumber);
        At(elsewhere, new CodeAndType(codes.CostCode ?? "", codes.CostType ?? "")).Add(taskNumber);
    }

    /// <summary>Tasks of other cost types of the cost code in the project, the most frequent first.</summary>
    public IEnumerable<string> OfOtherCostTypes(string projectNumber, SegmentCodes codes) =>
        Of(beside, new CodeOfProject(projectNumber, codes.CostCode ?? ""));

    /// <summary>Tasks of the cost code and cost type in all projects, the most frequent first.</summary>
    public IEnumerable<string> OfOtherProjects(SegmentCodes codes) => Of(elsewhere, new CodeAndType(codes.CostCode ?? "", codes.CostType ?? ""));

    private static MappedTasks At<TKey>(Dictionary<TKey, MappedTasks> places, TKey key)
        where TKey : notnull
    {
        if (!places.TryGetValue(key, out var tasks))
        {
            places[key] = tasks = new MappedTasks();
        }

        return tasks;
    }

    private static IEnumerable<string> Of<TKey>(Dictionary<TKey, MappedTasks> places, TKey key)
        where TKey : notnull => places.TryGetValue(key, out var tasks) ? tasks.MostFrequentFirst : [];

    private readonly record struct CodeOfProject(string ProjectNumber, string CostCode);

    private readonly record struct CodeAndType(string CostCode, string CostType);
}
