using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Checks;

/// <summary>
/// Whether each line ID appears once in the schedule of values and once in the application. IDs that differ only in case or spaces are the same for
/// people, but not for the ledger, so a second spelling is refused.
/// </summary>
internal static class LineIdCheck
{
    private const string Field = "line ID";

    /// <summary>Checks the schedule alone; returns its IDs.</summary>
    public static SeenIds Schedule(IReadOnlyList<ContractLine> schedule, string subject, RefusalList refusals)
    {
        var seen = new SeenIds(schedule.Count);
        foreach (var line in schedule)
        {
            if (!seen.Add(line.LineId))
            {
                Repeated(subject + ", schedule of values", line.LineId, seen.SpellingOf(line.LineId), refusals);
            }
        }

        return seen;
    }

    /// <summary>Checks one ID of the application, after every earlier one.</summary>
    public static void Application(string name, string? id, SeenIds seen, SeenIds schedule, RefusalList refusals)
    {
        if (string.IsNullOrWhiteSpace(id))
        {
            refusals.Add(
                DocumentReasons.LineIdMissing,
                $"{name}: a line has no ID. Link it to its line in the schedule of values.",
                new InputPlace(null, Field) { Allowed = "an ID of the schedule of values, or a new one for a new line" }
            );
        }
        else if (!seen.Add(id!))
        {
            Repeated(name, id!, seen.SpellingOf(id!), refusals);
        }
        else if (schedule.SpellingOf(id!) is { } known && known != id)
        {
            refusals.Add(
                DocumentReasons.LineRepeated,
                $"{name}: line '{id}' is spelled '{known}' in the schedule of values. Use one spelling.",
                new InputPlace(id, Field) { Allowed = $"'{known}', as in the schedule of values", AcceptedText = known }
            );
        }
    }

    private static void Repeated(string name, string id, string? first, RefusalList refusals) =>
        refusals.Add(
            DocumentReasons.LineRepeated,
            first is null || first == id
                ? $"{name}: line {id} appears twice. Remove one."
                : $"{name}: line '{id}' and line '{first}' differ only in case or spaces, so the line appears twice. Remove one.",
            new InputPlace(id, Field) { Allowed = "each ID once" }
        );
}
