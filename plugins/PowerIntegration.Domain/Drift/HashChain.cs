using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Drift;

/// <summary>Whether links are one whole chain, and whether the rows still have the hashes that were anchored.</summary>
public static class HashChain
{
    // A row of the day before is anchored in the night; a missed night is made up by the next one.
    private static readonly TimeSpan BeginningMax = TimeSpan.FromDays(2);

    private const string Investigate =
        "Find out who changed the row and when, and restore it from a backup of that time. Do not rely on it until then.";

    /// <summary>What is wrong with the chain, at the first link where something is; null where it is whole.</summary>
    /// <param name="links">The links in their order.</param>
    public static string? Fault(IReadOnlyList<HashLink> links)
    {
        HashLink? last = null;
        foreach (var link in links)
        {
            if (Fault(last, link) is { } fault)
            {
                return fault;
            }

            last = link;
        }

        return null;
    }

    /// <summary>Why a link cannot follow another; null where it can.</summary>
    /// <param name="last">The last link; null where there is none.</param>
    /// <param name="next">The link after it.</param>
    public static string? Fault(HashLink? last, HashLink next)
    {
        var number = (last?.Number ?? 0) + 1;
        return next.Number != number ? Sentence.Of($"Link {next.Number} was found where link {number} must be. Links are missing or were moved.")
            : next.Previous != (last?.Hash ?? HashLink.Beginning)
                ? Sentence.Of($"Link {next.Number} does not continue the link before it. One of the two was changed.")
            : next.ComputedHash != next.Hash ? Sentence.Of($"The content of link {next.Number} does not have the link's hash. It was changed.")
            : null;
    }

    /// <summary>The hashes that are not in the chain yet.</summary>
    /// <param name="links">A whole chain.</param>
    /// <param name="found">The hashes that the rows have now.</param>
    public static IReadOnlyList<AnchoredHash> New(IReadOnlyList<HashLink> links, IReadOnlyList<AnchoredHash> found)
    {
        var known = new HashSet<string>(links.SelectMany(link => link.Hashes).Select(one => one.Record), StringComparer.Ordinal);
        return [.. found.Where(one => !known.Contains(one.Record))];
    }

    /// <summary>The rows that are gone, or have another hash than was anchored.</summary>
    /// <param name="links">A whole chain.</param>
    /// <param name="found">The hashes that the rows have now.</param>
    public static IReadOnlyList<Difference> Differences(IReadOnlyList<HashLink> links, IReadOnlyList<AnchoredHash> found)
    {
        var now = found.ToDictionary(one => one.Record, one => one.Hash, StringComparer.Ordinal);
        var differences = new List<Difference>();
        foreach (var link in links)
        {
            foreach (var one in link.Hashes)
            {
                var day = link.AnchoredOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                if (!now.TryGetValue(one.Record, out var hash))
                {
                    differences.Add(
                        new Difference(
                            Sentence.Of($"{Sentence.Capital(one.Record)} was anchored on {day} (link {link.Number}) and does not exist any more."),
                            Investigate
                        )
                    );
                }
                else if (hash != one.Hash)
                {
                    differences.Add(
                        new Difference(
                            Sentence.Of($"{Sentence.Capital(one.Record)} has the hash {Sentence.Quoted(hash)}; ")
                                + Sentence.Of($"'{one.Hash}' was anchored on {day} (link {link.Number}). Content and hash were both changed."),
                            Investigate
                        )
                    );
                }
            }
        }

        return differences;
    }

    /// <summary>
    /// What the controller is told where the chain begins later than the rows: it was set up later, or an older one was lost. Null where it does not.
    /// </summary>
    /// <param name="first">The first link; null where there is none yet.</param>
    /// <param name="createdOn">When the rows were created, UTC.</param>
    public static Difference? LateBeginning(HashLink? first, IEnumerable<DateTime> createdOn) =>
        first is not null && createdOn.Any(created => created < first.AnchoredOn - BeginningMax)
            ? new Difference(
                $"The chain of hashes outside Dataverse begins on {first.AnchoredOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, "
                    + "and there are older rows. What was changed before that day is not found.",
                "Acknowledge this finding if the chain was set up on that day. Otherwise ask the operator of the gateway for the older chain."
            )
            : null;

    /// <summary>What the controller is told where the chain itself is not whole.</summary>
    /// <param name="fault">What is wrong with it.</param>
    public static Difference Broken(string fault) =>
        new(
            "The chain of hashes outside Dataverse is not whole. " + fault,
            "Ask the operator of the gateway who changed the file, and to restore it from a backup. Nothing is anchored until then."
        );
}
