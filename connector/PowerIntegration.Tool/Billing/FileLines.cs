using PowerIntegration.Domain.ContractBilling.Checks;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Schedule;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Tool.Billing;

/// <summary>
/// Checks of the line IDs over the whole file: each once in the schedule of values, and no rate for a line that the file does not have.
/// </summary>
internal static class FileLines
{
    /// <summary>Checks the schedule and the terms.</summary>
    public static void Check(IReadOnlyList<ContractLine> lines, IReadOnlyList<ContractFileApplication> applications, FieldReader reader)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < lines.Count; index++)
        {
            var id = lines[index].LineId;
            if (id.Trim().Length > 0 && !first.TryAdd(LineIdKey.Of(id), index))
            {
                var other = first[LineIdKey.Of(id)];
                reader.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"lines[line {id}].line is '{id}' at position {index + 1}, but position {other + 1} already has '{lines[other].LineId}'. "
                    )
                        + "Each line is listed once; case and spaces make no difference. "
                        + "Remove one, or give it its own ID. Example: \"line\": \"16\""
                );
            }
        }

        Rates(lines, applications, reader);
    }

    private static void Rates(IReadOnlyList<ContractLine> lines, IReadOnlyList<ContractFileApplication> applications, FieldReader reader)
    {
        var ids = lines
            .Select(line => line.LineId)
            .Concat(applications.SelectMany(entry => entry.Application.Lines).Select(line => line.LineId))
            .Concat(applications.SelectMany(entry => entry.Application.ScheduleChanges).SelectMany(New))
            .ToHashSet(StringComparer.Ordinal);
        var unknown = applications
            .SelectMany(entry => (entry.Terms.Retainage as RetainageTerms.PerLine)?.Lines ?? [])
            .Select(rate => rate.LineId)
            .Where(id => id.Length > 0 && !ids.Contains(id))
            .Distinct();
        foreach (var id in unknown)
        {
            reader.Add(
                $"terms.retainage.lines[line {id}].line is '{id}', but the file has no such line. "
                    + $"Enter the ID of a line. Example: \"line\": \"{(lines.Count > 0 ? lines[0].LineId : "1")}\""
            );
        }
    }

    private static IEnumerable<string> New(ScheduleChange change) =>
        change switch
        {
            ScheduleChange.Split split => split.Parts.Select(part => part.LineId),
            ScheduleChange.Merge merge => [merge.IntoLineId],
            _ => [],
        };
}
