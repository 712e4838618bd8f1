namespace PowerIntegration.Domain.ContractBilling.Schedule;

/// <summary>What becomes of what was billed on a deleted line.</summary>
public enum DeletedLine
{
    /// <summary>It is taken back, with its retainage.</summary>
    Credit,

    /// <summary>A change order sets the scheduled value to what was billed, and the line is closed.</summary>
    CloseAtBilled,
}
