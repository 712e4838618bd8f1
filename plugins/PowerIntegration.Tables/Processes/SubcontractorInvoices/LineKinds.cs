using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;

namespace PowerIntegration.Tables.Processes.SubcontractorInvoices;

/// <summary>Kinds of a line as values of the choice, and back.</summary>
public static class LineKinds
{
    /// <summary>Value of the choice.</summary>
    public static int ToChoice(LineKind kind) =>
        kind switch
        {
            LineKind.ScheduleOfValues => LineKindChoice.ScheduleOfValues,
            LineKind.RetainageWithheld => LineKindChoice.RetainageWithheld,
            LineKind.RetainageReleased => LineKindChoice.RetainageReleased,
            LineKind.Tax => LineKindChoice.Tax,
            LineKind.Deduction => LineKindChoice.Deduction,
            LineKind.CatchUp => LineKindChoice.CatchUp,
            LineKind.Withholding => LineKindChoice.Withholding,
            LineKind.ClosedLine => LineKindChoice.ClosedLine,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The kind of line is unknown."),
        };

    /// <summary>Kind of a value of the choice.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The choice has no such value.</exception>
    public static LineKind FromChoice(int? value) =>
        value switch
        {
            LineKindChoice.ScheduleOfValues => LineKind.ScheduleOfValues,
            LineKindChoice.RetainageWithheld => LineKind.RetainageWithheld,
            LineKindChoice.RetainageReleased => LineKind.RetainageReleased,
            LineKindChoice.Tax => LineKind.Tax,
            LineKindChoice.Deduction => LineKind.Deduction,
            LineKindChoice.CatchUp => LineKind.CatchUp,
            LineKindChoice.Withholding => LineKind.Withholding,
            LineKindChoice.ClosedLine => LineKind.ClosedLine,
            _ => throw new ArgumentOutOfRangeException(nameof(value), value, "The kind of line is unknown."),
        };
}
