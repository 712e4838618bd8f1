using PowerIntegration.Domain.Dates;
using PowerIntegration.Gateway.Problems;

namespace PowerIntegration.Gateway.Wbs.Mapping;

/// <summary>Reads fields of a request, and refuses them by name.</summary>
internal static class RequestField
{
    /// <summary>Refuses a request in which one of the fields is empty; all that are empty are named.</summary>
    public static void Require(params (string Name, string? Value)[] fields)
    {
        var missing = fields.Where(field => string.IsNullOrWhiteSpace(field.Value)).Select(field => field.Name).ToList();
        if (missing.Count > 0)
        {
            throw new IntegrationException(
                ProblemCatalog.RequestUnreadable,
                missing.Count == 1 ? $"{missing[0]} is missing. Enter it." : $"{string.Join(", ", missing)} are missing. Enter them."
            );
        }
    }

    /// <summary>The day; <paramref name="otherwise"/> where none is given.</summary>
    public static CalendarDate Day(string field, string? value, CalendarDate otherwise) =>
        string.IsNullOrWhiteSpace(value) ? otherwise
        : NamedDay.TryRead(value, out var day, out var problem) ? day
        : throw new IntegrationException(ProblemCatalog.RequestUnreadable, $"{field} is '{value}', {problem}.");
}
