namespace PowerIntegration.Domain.Drift;

/// <summary>
/// Compares the plug-in assembly with the one that a controller accepted. No assembly can hold its own hash, so the hash of a release comes from
/// outside: packing prints it, a controller compares it with what the environment has and accepts it.
/// </summary>
internal static class AssemblyComparison
{
    public static IEnumerable<Difference> Compare(AcceptedRelease? accepted, FoundAssembly? found)
    {
        if (found?.Hash is not { } hash)
        {
            yield return new Difference(
                found is null
                    ? "The plug-in assembly is missing. Nothing is checked when rows are saved."
                    : "The file of the plug-in assembly cannot be read, so it cannot be compared with the accepted release.",
                Difference.Restore
            );
        }
        else if (accepted is null)
        {
            yield return new Difference(
                $"No release has been accepted in this environment. Its plug-in assembly (version {found.Version}) has the hash {hash}.",
                "Compare the hash with the one that was published with the release, and accept the release."
            );
        }
        else if (hash != accepted.AssemblyHash)
        {
            yield return new Difference(
                $"The plug-in assembly (version {found.Version}) has the hash {hash}; {accepted.AcceptedBy} accepted {accepted.AssemblyHash} on "
                    + $"{accepted.AcceptedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}. It is not the accepted one.",
                "Find out who replaced it. After an update, compare the hash with the published one, and accept the release. "
                    + "Otherwise ask a system administrator to import the accepted release again."
            );
        }
    }
}
