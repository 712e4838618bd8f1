namespace PowerIntegration.Domain.ContractBilling.Schedule;

/// <summary>Treatment of the billed amount on a deleted line.</summary>
public enum DeletedLine
{
    /// <summary>It is credited, with its retainage.</summary>
    Credit,

    /// <summary>A change order sets the scheduled value to the billed amount, and the line is closed.</summary>
    CloseAtBilled,
}
