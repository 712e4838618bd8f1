using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Duplicates;

/// <summary>An invoice as far as the rule on duplicate payments looks at it.</summary>
/// <param name="Key">Identifies it among the others.</param>
/// <param name="Source">Where it comes from, such as Procore or an entry by hand.</param>
/// <param name="Supplier">Who is paid.</param>
/// <param name="Number">The supplier's number; null or empty for none.</param>
/// <param name="Amount">What is paid, in the major unit of the currency; below zero for a credit.</param>
/// <param name="Currency">ISO currency code.</param>
/// <param name="Date">Its date; null where none is known.</param>
/// <param name="Contract">The contract that it bills; null or empty where none is known.</param>
/// <param name="Application">Its application number; null where it has none.</param>
public sealed record PayableRecord(
    string Key,
    string Source,
    string Supplier,
    string? Number,
    decimal Amount,
    string Currency,
    CalendarDate? Date,
    string? Contract,
    string? Application
);
