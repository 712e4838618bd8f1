using static PowerIntegration.Domain.Refusals.Sentence;

namespace PowerIntegration.Domain.Drift;

/// <summary>Compares custom APIs with what was released: the privilege that one asks for decides who may approve, activate and record.</summary>
internal static class ApiComparison
{
    public static IEnumerable<Difference> Compare(IReadOnlyList<GatedApi> released, IReadOnlyList<GatedApi> found)
    {
        foreach (var api in released)
        {
            if (found.FirstOrDefault(one => one.Name == api.Name) is not { } now)
            {
                yield return new Difference($"Custom API {Quoted(api.Name)} is missing. What it does cannot be done.", Difference.Restore);
                continue;
            }

            if (!string.Equals(now.Privilege, api.Privilege, StringComparison.OrdinalIgnoreCase))
            {
                yield return new Difference(
                    $"Custom API {Quoted(api.Name)} asks for {Asked(now)}; it was released with {Asked(api)}. Other users than released may call it.",
                    Difference.Restore
                );
            }

            if (now.PluginTypeId != api.PluginTypeId)
            {
                yield return new Difference($"Custom API {Quoted(api.Name)} runs another plug-in than the released one.", Difference.Restore);
            }
        }
    }

    private static string Asked(GatedApi api) => string.IsNullOrEmpty(api.Privilege) ? "no privilege" : api.Privilege!;
}
