using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Domain.Readiness;

/// <summary>The project that is asked about, with what every lesson needs.</summary>
public sealed record ReadinessProject
{
    /// <summary>Number and name, for people.</summary>
    public required string Name { get; init; }

    /// <summary>Its row.</summary>
    public required RecordPlace Place { get; init; }

    /// <summary>Today, where the project is.</summary>
    public required CalendarDate Today { get; init; }

    /// <summary>ISO code of its currency; empty where it has none yet.</summary>
    public required string Currency { get; init; }

    /// <summary>Its documents that are not frozen yet and not void.</summary>
    public IReadOnlyList<WaitingDocument> Waiting { get; init; } = [];

    /// <summary>The waiting documents of a kind.</summary>
    public IReadOnlyList<WaitingDocument> WaitingOf(DocumentKind kind) => [.. Waiting.Where(document => document.Kind == kind)];

    /// <summary>The day by which configuration is chosen for a document: the end of its period, or today where it has none.</summary>
    public CalendarDate DayOf(WaitingDocument document) => document.PeriodEnd ?? Today;

    /// <summary>Groups documents by the day that counts for them; today is among the days even where no document waits.</summary>
    public IReadOnlyList<DayGroup> ByDay(IEnumerable<WaitingDocument> documents)
    {
        var groups = documents.GroupBy(DayOf).Select(group => new DayGroup(group.Key, [.. group])).ToList();
        if (groups.TrueForAll(group => group.Day != Today))
        {
            groups.Add(new DayGroup(Today, []));
        }

        return [.. groups.OrderBy(group => group.Day)];
    }
}
