namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>Which query parameters an operation takes. A parameter that would be ignored is refused: the caller relies on it.</summary>
internal static class QueryParameters
{
    private static readonly string[] OfItem = ["fields", "expand", "onlyData", "links"];
    private static readonly string[] OfCollection = [.. OfItem, "q", "finder", "limit", "offset", "orderBy", "totalResults"];

    public static void Check(OracleRequest request, bool isCollection)
    {
        var allowed =
            request.Method != "GET" ? []
            : isCollection ? OfCollection
            : OfItem;
        var unknown = request.Query.Keys.FirstOrDefault(name => !allowed.Contains(name, StringComparer.Ordinal));
        if (unknown is not null)
        {
            throw RequestRefusedException.NotSimulated(
                400,
                $"the query parameter {unknown} of {request.Method} on {string.Join('/', request.Segments)}"
            );
        }
    }
}
