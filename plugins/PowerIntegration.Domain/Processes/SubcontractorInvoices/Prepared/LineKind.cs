namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;

/// <summary>What a line of a preparation represents. The order is the order of the choice <c>pint_linekind</c>.</summary>
public enum LineKind
{
    /// <summary>A line of the schedule of values; it also carries the ledger's balances.</summary>
    ScheduleOfValues,

    /// <summary>Retainage withheld with this document, negative.</summary>
    RetainageWithheld,

    /// <summary>Retainage released with this document, positive.</summary>
    RetainageReleased,

    /// <summary>Tax.</summary>
    Tax,

    /// <summary>A named deduction after the certified payment.</summary>
    Deduction,

    /// <summary>Gross of an earlier application that a controller lets post with this one.</summary>
    CatchUp,

    /// <summary>Tax that is withheld from the payment and owed to the state.</summary>
    Withholding,

    /// <summary>A line that left the schedule of values; it moves nothing and keeps its id from coming back as a new line.</summary>
    ClosedLine,
}
