using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Domain.Drift;

/// <summary>
/// One link of the chain of hashes that is kept outside Dataverse: the hashes that were new on one day, tied by its own hash to the link before it.
/// Who changes a link has to change every later one.
/// </summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Previous">Hash of the link before it; <see cref="Beginning"/> for the first.</param>
/// <param name="AnchoredOn">When, UTC, to the second.</param>
/// <param name="Hashes">The hashes.</param>
/// <param name="Hash">Its own hash.</param>
public sealed record HashLink(int Number, string Previous, DateTime AnchoredOn, IReadOnlyList<AnchoredHash> Hashes, string Hash)
{
    /// <summary>What stands before the first link.</summary>
    public const string Beginning = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>The link that follows another.</summary>
    /// <param name="last">The last link; null where there is none.</param>
    /// <param name="anchoredOn">When, UTC.</param>
    /// <param name="hashes">The hashes, in any order.</param>
    public static HashLink After(HashLink? last, DateTime anchoredOn, IEnumerable<AnchoredHash> hashes)
    {
        var sorted = hashes.OrderBy(one => one.Record, StringComparer.Ordinal).ThenBy(one => one.Hash, StringComparer.Ordinal).ToList();
        var link = new HashLink((last?.Number ?? 0) + 1, last?.Hash ?? Beginning, anchoredOn, sorted, "");
        return link with { Hash = link.ComputedHash };
    }

    /// <summary>The hash that its content has.</summary>
    public string ComputedHash
    {
        get
        {
            var text = new CanonicalText().Section("link").Field("number", Number).Field("previous", Previous).Instant("anchoredOn", AnchoredOn);
            foreach (var one in Hashes)
            {
                text.Field(one.Record, one.Hash);
            }

            return text.Sha256();
        }
    }
}
