using PowerIntegration.Local.Procore.Guesses;

namespace PowerIntegration.Local.Procore.Wire;

/// <summary>A request on its way to the route that answers it, authenticated and counted.</summary>
/// <param name="Request">The request.</param>
/// <param name="Query">Its checked query.</param>
/// <param name="CompanyId">The company of the header.</param>
/// <param name="Values">Values of the template's variables.</param>
internal sealed record ProcoreCall(ProcoreRequest Request, ProcoreQuery Query, long CompanyId, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>An id from the path; text that is not an id names nothing.</summary>
    public long PathId(string name) =>
        long.TryParse(Values[name], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new WireRefusalException(404, ProcoreGuesses.NotFound);
}
