using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Duties;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Readiness;

/// <summary>Lists and counts as sentences about readiness word them.</summary>
public static class ReadinessWords
{
    /// <summary>The most names in one sentence.</summary>
    public const int NamesMax = 5;

    /// <summary>Names as <c>A, B and C</c>; beyond the most names, the rest is counted.</summary>
    public static string Names(IReadOnlyList<string> names)
    {
        if (names.Count > NamesMax)
        {
            return Sentence.Of($"{string.Join(", ", names.Take(NamesMax))} and {names.Count - NamesMax} more");
        }

        return names.Count < 2 ? string.Concat(names) : string.Join(", ", names.Take(names.Count - 1)) + " and " + names[names.Count - 1];
    }

    /// <summary>A role as people name it, such as <c>Controller</c>.</summary>
    public static string Title(ShippedRole role) => role.Name.Substring(role.Name.IndexOf(' ') + 1);

    /// <summary>Documents of a kind, as <c>retainage releases</c>.</summary>
    public static string Plural(DocumentKind kind) => Sentence.Words(kind).ToLowerInvariant() + "s";

    /// <summary>How many documents wait and for how much, as a sentence with a space before it; empty where none waits.</summary>
    public static string Waiting(IReadOnlyCollection<WaitingDocument> documents)
    {
        var sums = Sums(documents).Select(sum => Sentence.Amount(sum.Value) + " " + sum.Key).ToList();
        var amount = sums.Count == 0 ? "" : " for " + Names(sums);
        return documents.Count == 0
            ? ""
            : $" {Sentence.Count(documents.Count, "document")}{amount} {(documents.Count == 1 ? "waits" : "wait")} for this.";
    }

    /// <summary>What documents pay together, by currency; those whose amount is not known are left out.</summary>
    public static IReadOnlyList<KeyValuePair<string, decimal>> Sums(IEnumerable<WaitingDocument> documents) =>
        [
            .. documents
                .Where(document => document is { Amount: not null, Currency: not null })
                .GroupBy(document => document.Currency!, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new KeyValuePair<string, decimal>(group.Key, group.Sum(document => document.Amount!.Value))),
        ];
}
