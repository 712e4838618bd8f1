namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Explanation;

/// <summary>A later document of the commitment that waits until the one that is explained is posted.</summary>
/// <param name="Id">Row id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Amount">What it pays or would pay; null where that is not known.</param>
public sealed record WaitingLater(Guid Id, string Name, decimal? Amount);
