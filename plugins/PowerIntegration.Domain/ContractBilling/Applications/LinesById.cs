namespace PowerIntegration.Domain.ContractBilling.Applications;

/// <summary>
/// The lines of an application, each taken once. Application and ledger are usually in the same order, so the next line is usually the one asked for;
/// only lines after the first difference are looked up by id.
/// </summary>
internal sealed class LinesById(IReadOnlyList<ApplicationLine> lines)
{
    private int next;
    private Dictionary<string, ApplicationLine>? rest;

    /// <summary>Takes the line with this id; null where there is none, or none left.</summary>
    public ApplicationLine? Take(string lineId)
    {
        if (rest is null && next < lines.Count && string.Equals(lines[next].LineId, lineId, StringComparison.Ordinal))
        {
            return lines[next++];
        }

        rest ??= Rest();
        if (!rest.TryGetValue(lineId, out var line))
        {
            return null;
        }

        rest.Remove(lineId);
        return line;
    }

    /// <summary>The lines that were not taken, in the order of the application.</summary>
    public IEnumerable<ApplicationLine> Left()
    {
        for (var index = next; index < lines.Count; index++)
        {
            if (rest is null || rest.ContainsKey(lines[index].LineId))
            {
                yield return lines[index];
            }
        }
    }

    private Dictionary<string, ApplicationLine> Rest()
    {
        var left = new Dictionary<string, ApplicationLine>(lines.Count - next, StringComparer.Ordinal);
        for (var index = next; index < lines.Count; index++)
        {
            left[lines[index].LineId] = lines[index];
        }

        return left;
    }
}
