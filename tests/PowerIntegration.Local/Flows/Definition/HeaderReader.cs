using PowerIntegration.Local.Expressions;

namespace PowerIntegration.Local.Flows.Definition;

/// <summary>Reads what every action has.</summary>
internal static class HeaderReader
{
    /// <summary>Reads the header; runtimeConfiguration must hold nothing but what is known.</summary>
    public static ActionHeader Read(string name, DefinitionReader reader)
    {
        var type = reader.Text("type");
        var secure = SecureData(reader);
        reader.Ignore("metadata", "description");
        return new ActionHeader(
            name,
            type,
            reader.Path,
            RunAfter(reader),
            type == "Until" ? null : Timeout(reader),
            secure.Contains("inputs"),
            secure.Contains("outputs")
        );
    }

    private static TimeSpan? Timeout(DefinitionReader reader)
    {
        if (reader.OptionalChild("limit") is not { } limit)
        {
            return null;
        }

        var timeout = limit.OptionalDuration("timeout");
        limit.Complete();
        return timeout;
    }

    private static List<string> SecureData(DefinitionReader reader)
    {
        if (reader.OptionalChild("runtimeConfiguration") is not { } configuration)
        {
            return [];
        }

        // The readers of loops and connector calls read these; elsewhere they are refused.
        if (reader.Text("type") is "Foreach" or "OpenApiConnection")
        {
            configuration.Ignore(reader.Text("type") == "Foreach" ? "concurrency" : "paginationPolicy");
        }

        var secure = configuration.OptionalChild("secureData");
        configuration.Complete();
        var properties = secure?.Elements("properties").Select(TextForm.Of).ToList() ?? [];
        secure?.Complete();
        return properties.Find(property => property is not ("inputs" or "outputs")) is { } unknown
            ? throw reader.Failure($"secures '{unknown}', which this runtime does not support")
            : properties;
    }

    private static Dictionary<string, IReadOnlyList<ActionStatus>> RunAfter(DefinitionReader reader)
    {
        var result = new Dictionary<string, IReadOnlyList<ActionStatus>>(StringComparer.OrdinalIgnoreCase);
        if (reader.OptionalChild("runAfter") is not { } runAfter)
        {
            return result;
        }

        foreach (var predecessor in runAfter.Names)
        {
            var statuses = runAfter.Elements(predecessor).Select(status => Status(runAfter, TextForm.Of(status))).ToList();
            result.Add(predecessor, statuses.Count > 0 ? statuses : throw runAfter.Failure($"names no status for '{predecessor}'"));
        }

        return result;
    }

    // Public flows hold SUCCEEDED as well as Succeeded.
    private static ActionStatus Status(DefinitionReader reader, string text) =>
        Enum.TryParse<ActionStatus>(text, ignoreCase: true, out var status) && status != ActionStatus.Cancelled && !char.IsDigit(text[0])
            ? status
            : throw reader.Failure($"waits for the status '{text}', which does not exist");
}
