using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Documents;

/// <summary>Statuses as the gateway reports them: one line for each record, with the document's id and three statuses.</summary>
public static class TargetStatuses
{
    private const int Fields = 4;

    /// <summary>Writes them.</summary>
    public static string Write(IEnumerable<TargetStatus> statuses) =>
        string.Join("\n", statuses.Select(one => string.Join("|", one.DocumentId.ToString("D"), one.Validation, one.Approval, one.Paid)));

    /// <summary>Reads them back; a line that is not of this form is a problem.</summary>
    /// <param name="text">What <see cref="Write"/> wrote; empty for none.</param>
    /// <param name="reader">Takes the problems.</param>
    public static IReadOnlyList<TargetStatus> Read(string text, FieldReader reader)
    {
        var statuses = new List<TargetStatus>();
        foreach (var line in (text ?? "").Split(['\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = line.Split('|');
            if (fields.Length == Fields && Guid.TryParse(fields[0], out var id))
            {
                statuses.Add(new TargetStatus(id, fields[1], fields[2], fields[3]));
            }
            else
            {
                reader.Add($"Status '{Sentence.Fit(line, 100)}' must be a document ID and three statuses with bars between them.");
            }
        }

        return statuses;
    }

    /// <summary>The statuses of a document's records as its column shows them: each word once.</summary>
    public static string Joined(IEnumerable<string> statuses) => string.Join(", ", statuses.Distinct());
}
