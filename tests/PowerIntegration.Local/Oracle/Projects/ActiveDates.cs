using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Rest;

namespace PowerIntegration.Local.Oracle.Projects;

/// <summary>The dates between which a record counts; one that is missing leaves that side open.</summary>
internal static class ActiveDates
{
    /// <summary>Whether a day is between two dates of a record, both included.</summary>
    /// <param name="row">The record.</param>
    /// <param name="start">Attribute of the first day.</param>
    /// <param name="end">Attribute of the last day.</param>
    /// <param name="date">yyyy-MM-dd.</param>
    public static bool Contains(JsonObject row, string start, string end, string date) =>
        (row.Text(start) is not { } first || string.CompareOrdinal(first, date) <= 0)
        && (row.Text(end) is not { } last || string.CompareOrdinal(date, last) <= 0);
}
